"use client";

import { useRef, useState } from "react";
import { decideManyAction, undoManyAction } from "@/app/_actions/decisions";
import type { Grounds } from "@/app/_features/proposal-card/use-decision";
import { randomId } from "@/app/_features/target-editor/draft-book";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";
import type { QueueEntry } from "../../_components/queue-item";

/** Sent at a time, under one key: an answer comes within seconds, and a lost one can be asked for again. */
const PART = 100;

export interface Outcome {
  readonly batchId: string;
  readonly kind: "accept" | "decline" | "undone";
  readonly done: number;
  readonly left: readonly { readonly item: QueueEntry | null; readonly code: string }[];
}

const offline = { ok: false, error: { code: "offline" } } as const;

/** Decides on all proposals that are shown, as one act, and takes it back. */
export function useTogether(items: readonly QueueEntry[]) {
  const t = useT("decisions");
  const [progress, setProgress] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  // Pressed again after a broken connection it is the same act; another button is another act.
  const keys = useRef({ accept: randomId(), decline: randomId(), undo: randomId() });

  /** True if all was sent. */
  const decide = async (kind: "accept" | "decline", grounds: Grounds): Promise<boolean> => {
    if (progress !== null) return false;
    setFault(null);
    const seen = items.map(({ id, version, textHash, baseRevisionId }) => ({
      proposalId: id,
      seen: { version, textHash, baseRevisionId },
    }));
    const all = { done: 0, batchId: "", left: [] as Outcome["left"][number][] };
    for (let from = 0; from < seen.length; from += PART) {
      setProgress(from);
      const part = seen.slice(from, from + PART);
      const input = {
        kind,
        items: part,
        ...grounds,
        idempotencyKey: keys.current[kind],
        total: seen.length,
      };
      const answer = await decideManyAction(input).catch(() => offline);
      if (!answer.ok) {
        setProgress(null);
        setFault(answer.error.code);
        return false;
      }
      all.done += answer.value.done.length;
      all.batchId = answer.value.batchId;
      for (const { id, code } of answer.value.left) {
        all.left.push({ item: items.find((item) => item.id === id) ?? null, code });
      }
    }
    setProgress(null);
    setOutcome({ kind, ...all });
    announce(t(`together.done.${kind}`, { count: all.done }));
    return true;
  };

  const undo = async () => {
    if (!outcome || progress !== null) return;
    setProgress(0);
    const { batchId } = outcome;
    const answer = await undoManyAction({ batchId, idempotencyKey: keys.current.undo }).catch(() => offline);
    setProgress(null);
    if (!answer.ok) return setFault(answer.error.code);
    const { done, left } = answer.value;
    setOutcome({
      batchId,
      kind: "undone",
      done: done.length,
      left: left.map(({ code }) => ({ item: null, code })),
    });
    announce(t("together.done.undone", { count: done.length }));
  };
  return { progress, outcome, fault, decide, undo };
}
