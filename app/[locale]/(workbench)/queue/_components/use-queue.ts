"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Decided, Settled } from "@/app/_features/proposal-card/use-decision";
import { announce } from "@/app/_ui/live-region";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import type { QueueEntry } from "./queue-item";

/** The counts in the frame follow when the hands rest. */
const REFRESH_MS = 1_500;

/**
 * The proposals of a page as they were when it opened. What is decided stays in its place as a
 * line, so that nothing moves under the hands; one that changed meanwhile is read again.
 */
export function useQueue(items: readonly QueueEntry[]) {
  const t = useT("queue");
  const router = useRouter();
  const [shown, setShown] = useState(items);
  const [decided, setDecided] = useState<ReadonlyMap<string, Decided>>(new Map());
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const readAgain = async (item: QueueEntry) => {
    const detail = await readDetail(item);
    const now = detail?.proposals.find(({ id }) => id === item.id);
    // Without it somebody has decided: the card keeps what was seen and typed, and says so.
    if (!detail || !now) return;
    setShown((before) =>
      before.map((one) => (one.id === item.id ? { ...one, ...now, ...currentOf(detail) } : one)),
    );
  };

  /** The other proposals for this paragraph are on another text from now on. */
  const readRivals = (item: QueueEntry, after: ReadonlyMap<string, Decided>) => {
    const rivals = shown.filter(
      (one) => one.segmentId === item.segmentId && one.id !== item.id && !after.has(one.id),
    );
    for (const rival of rivals) void readAgain(rival);
  };

  /** What was left of a proposal takes its place, and the focus. */
  const showRest = async (item: QueueEntry, restId: string) => {
    const detail = await readDetail(item);
    const rest = detail?.proposals.find(({ id }) => id === restId);
    if (!detail || !rest) return router.refresh();
    setShown((before) =>
      before.map((one) => (one.id === item.id ? { ...one, ...rest, ...currentOf(detail) } : one)),
    );
    window.requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-proposal-card="${restId}"]`)?.focus(),
    );
  };

  const settle = (item: QueueEntry, outcome: Settled): number => {
    if (outcome.kind === "meanwhile") {
      void readAgain(item);
      return -1;
    }
    if (outcome.kind === "divided") {
      announce(t("said.divided", { count: outcome.count }));
      void showRest(item, outcome.restId);
      readRivals(item, decided);
      return -1;
    }
    if (outcome.kind === "edited") {
      announce(t("said.edited"));
      void readAgain(item);
      return nextOpen(
        shown,
        decided,
        shown.findIndex(({ id }) => id === item.id),
      );
    }
    const after = new Map(decided).set(item.id, outcome.kind);
    setDecided(after);
    const left = shown.filter(({ id, decidable }) => decidable && !after.has(id)).length;
    announce(left === 0 ? t(`said.${outcome.kind}Last`) : t(`said.${outcome.kind}`, { count: left }));
    if (outcome.kind === "accepted") {
      readRivals(item, after);
    }
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => router.refresh(), REFRESH_MS);
    return nextOpen(
      shown,
      after,
      shown.findIndex(({ id }) => id === item.id),
    );
  };

  const showFurther = () => {
    window.clearTimeout(timer.current);
    setShown(items);
    setDecided(new Map());
  };
  return { shown, decided, settle, showFurther };
}

const currentOf = ({ row }: SegmentDetail) => ({
  currentText: row.targetText,
  currentRevisionId: row.revisionId,
});

const readDetail = (item: QueueEntry): Promise<SegmentDetail | null> =>
  fetch(`/api/segments/${item.segmentId}`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<SegmentDetail>) : null))
    .catch(() => null);

/** The next card that waits for this person, around the end; -1 if there is none. */
function nextOpen(items: readonly QueueEntry[], decided: ReadonlyMap<string, Decided>, from: number): number {
  for (let passed = 1; passed <= items.length; passed++) {
    const index = (from + passed) % items.length;
    const item = items[index];
    if (item?.decidable && !decided.has(item.id)) return index;
  }
  return -1;
}
