"use client";

import { useState } from "react";
import { takeSecondLookAction } from "@/app/_actions/decisions";
import type { loadSecondLooks } from "@/app/_loaders/decisions";
import { announce } from "@/app/_ui/live-region";
import type { SecondLookOutcome } from "@/lib/core/review/second-look";
import { useT } from "@/lib/i18n/client";

export type Look = Awaited<ReturnType<typeof loadSecondLooks>>["due"][number];

const offline = { ok: false, error: { code: "offline" } } as const;

/** These are over for this person: the next one is shown. */
const OVER: readonly string[] = ["looked-already", "changed-meanwhile", "not-found", "own-words"];

/** One approval after another, and what the person finds. */
export function useLooks(items: readonly Look[]) {
  const t = useT("decisions");
  const [at, setAt] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const item = items[at] ?? null;

  /** True if that is done, or can no longer be: the next one is shown. */
  const tell = async (outcome: SecondLookOutcome, note: string): Promise<boolean> => {
    if (!item || isBusy) return false;
    setIsBusy(true);
    setFault(null);
    const { decisionId, revisionId, textHash } = item;
    const input = { decisionId, seen: { revisionId, textHash }, outcome, note };
    const answer = await takeSecondLookAction(input).catch(() => offline);
    setIsBusy(false);
    if (!answer.ok) setFault(answer.error.code);
    if (!answer.ok && !OVER.includes(answer.error.code)) return false;
    if (answer.ok) announce(t(`secondLook.done.${outcome}`));
    setAt((before) => before + 1);
    return true;
  };
  return { item, number: at + 1, isBusy, fault, tell };
}
