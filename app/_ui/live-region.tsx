"use client";

import { useEffect, useState } from "react";
import { VisuallyHidden } from "./visually-hidden";

type Listener = (message: string) => void;

let listener: Listener | null = null;

/** Says `message` to screen readers when they are done with what they read; shows nothing. */
export function announce(message: string): void {
  listener?.(message);
}

/**
 * The one polite announcer of a page. Two regions take turns, so that the same message is
 * said again when it is announced twice.
 */
export function LiveRegion() {
  const [said, setSaid] = useState({ turn: 0, message: "" });
  useEffect(() => {
    const hear: Listener = (message) => setSaid(({ turn }) => ({ turn: 1 - turn, message }));
    listener = hear;
    return () => {
      if (listener === hear) listener = null;
    };
  }, []);
  return (
    <>
      {[0, 1].map((turn) => (
        <VisuallyHidden key={turn} role="status" aria-live="polite" aria-atomic="true">
          {said.turn === turn ? said.message : ""}
        </VisuallyHidden>
      ))}
    </>
  );
}
