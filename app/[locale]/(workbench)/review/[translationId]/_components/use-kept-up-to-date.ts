"use client";

import { useEffect } from "react";
import type { BitextStore } from "@/app/_features/bitext-grid/bitext-store";

const AT_MOST_EVERY_MS = 15_000;

/** Reads the index again when the person comes back to the window: others go on working. */
export function useKeptUpToDate(store: BitextStore): void {
  useEffect(() => {
    let last = Date.now();
    const refresh = () => {
      if (document.visibilityState !== "visible" || Date.now() - last < AT_MOST_EVERY_MS) return;
      last = Date.now();
      void store.refresh();
    };
    window.addEventListener("focus", refresh);
    window.addEventListener("online", refresh);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      window.removeEventListener("focus", refresh);
      window.removeEventListener("online", refresh);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [store]);
}
