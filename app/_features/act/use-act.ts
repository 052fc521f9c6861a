"use client";

import { useRef, useState, useTransition } from "react";

/** Why nothing was done. */
export interface Fault {
  readonly code: string;
  readonly field?: string;
  readonly retryInSeconds?: number;
}

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Fault };

/**
 * Runs an action for a form or a button: one at a time, with its pending state and the last
 * fault. No answer at all is the fault `no-answer`.
 */
export function useAct<I, T>(action: (input: I) => Promise<Answer<T>>) {
  const [pending, start] = useTransition();
  const [fault, setFault] = useState<Fault | null>(null);
  const running = useRef(false);
  const act = (input: I, done: (value: T) => void) => {
    if (running.current) return;
    running.current = true;
    start(async () => {
      const answer = await action(input).catch(() => ({ ok: false, error: { code: "no-answer" } }) as const);
      running.current = false;
      setFault(answer.ok ? null : answer.error);
      if (answer.ok) start(() => done(answer.value));
    });
  };
  return { act, pending, fault, forget: () => setFault(null) };
}
