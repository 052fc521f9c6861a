"use client";

import { useRef, useState } from "react";
import { revertAccountAction, undoManyAction } from "@/app/_actions/decisions";
import { randomId } from "@/app/_features/target-editor/draft-book";
import { announce } from "@/app/_ui/live-region";
import type { UserId } from "@/lib/core/shared/ids";
import { useT } from "@/lib/i18n/client";
import type { Preview, PreviewPlace } from "./revert-preview";

/** Sent at a time, under one key: an answer comes within seconds, and a lost one can be asked for again. */
const PART = 100;

export interface Outcome {
  readonly batchId: string;
  readonly kind: "reverted" | "undone";
  readonly declined: number;
  /** Texts; of an undo all that was undone. */
  readonly texts: number;
  readonly left: readonly { readonly place: PreviewPlace | null; readonly code: string }[];
}

const offline = { ok: false, error: { code: "offline" } } as const;

/** Carries out what is shown, as one act, and takes it back. */
export function useRevert(accountId: string, { open, texts }: Preview) {
  const t = useT("admin");
  const [progress, setProgress] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  // Pressed again after a broken connection it is the same act.
  const keys = useRef({ revert: randomId(), undo: randomId() });

  /** Proposals before texts, which bring proposals along. */
  const parts = [
    ...chunks(open).map((part) => ({ open: part, texts: [] })),
    ...chunks(texts).map((part) => ({ open: [], texts: part })),
  ];

  const revert = async (note: string) => {
    if (progress !== null) return;
    setFault(null);
    const all = { batchId: "", declined: 0, texts: 0, left: [] as Outcome["left"][number][] };
    const total = open.length + texts.length;
    for (const part of parts) {
      setProgress(all.declined + all.texts);
      const answer = await revertAccountAction({
        accountId: accountId as UserId,
        note,
        proposals: part.open.map(({ proposalId, seen }) => ({ proposalId, seen })),
        texts: part.texts.map(({ segmentId, seen }) => ({ segmentId, seen })),
        idempotencyKey: keys.current.revert,
        total,
      }).catch(() => offline);
      if (!answer.ok) {
        setProgress(null);
        return setFault(answer.error.code);
      }
      const { batchId, declined, reverted, left } = answer.value;
      all.batchId = batchId;
      all.declined += declined.length;
      all.texts += reverted.length;
      for (const { id, code } of left) all.left.push({ place: placeOf(id, { open, texts }), code });
    }
    setProgress(null);
    setOutcome({ kind: "reverted", ...all });
    announce(t("revert.done.texts", { count: all.texts }));
  };

  const undo = async () => {
    if (!outcome || progress !== null) return;
    setProgress(0);
    const { batchId } = outcome;
    const answer = await undoManyAction({ batchId, idempotencyKey: keys.current.undo }).catch(() => offline);
    setProgress(null);
    if (!answer.ok) return setFault(answer.error.code);
    const { done, left } = answer.value;
    const told = left.map(({ code }) => ({ place: null, code }));
    setOutcome({ batchId, kind: "undone", declined: 0, texts: done.length, left: told });
    announce(t("revert.done.undone", { count: done.length }));
  };
  return { progress, outcome, fault, revert, undo };
}

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / PART);
  return Array.from({ length: count }, (_, index) => items.slice(index * PART, (index + 1) * PART));
}

const placeOf = (id: string, { open, texts }: Pick<Preview, "open" | "texts">): PreviewPlace | null =>
  open.find(({ proposalId }) => proposalId === id) ?? texts.find(({ segmentId }) => segmentId === id) ?? null;
