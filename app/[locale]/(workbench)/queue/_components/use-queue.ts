"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Decided, Settled } from "@/app/_features/proposal-card/use-decision";
import { useUndo } from "@/app/_features/undo/use-undo";
import { announce } from "@/app/_ui/live-region";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import type { QueueEntry } from "./queue-item";

/** The counts in the frame follow when the hands rest. */
const REFRESH_MS = 1_500;

/** A proposal that was decided, and the card that stands in its place. */
interface DecidedPlace {
  readonly item: QueueEntry;
  readonly cardId: string;
}

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
  // The card that takes the focus as soon as it is drawn: what was left of a proposal, or one that is open again.
  const wanted = useRef<string>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both decide which cards are drawn
  useEffect(() => {
    if (wanted.current && showCard(wanted.current)) wanted.current = null;
  }, [shown, decided]);

  const readAgain = async (item: QueueEntry) => {
    const detail = await readDetail(item);
    const now = detail?.proposals.find(({ id }) => id === item.id);
    // Without it somebody has decided: the card keeps what was seen and typed, and says so.
    if (!detail || !now) return;
    setShown((before) =>
      before.map((one) => (one.id === item.id ? { ...one, ...now, ...currentOf(detail) } : one)),
    );
  };

  /** After an undo: the proposal stands again where it, or what was left of it, stood. */
  const bringBack = async ({ item, cardId }: DecidedPlace) => {
    const detail = await readDetail(item);
    const now = detail?.proposals.find(({ id }) => id === item.id);
    if (detail && now) {
      wanted.current = item.id;
      setShown((before) =>
        before.map((one) => (one.id === cardId ? { ...one, ...now, ...currentOf(detail) } : one)),
      );
      setDecided((before) => new Map([...before].filter(([id]) => id !== item.id)));
    }
    for (const rival of shown.filter((one) => one.segmentId === item.segmentId && one.id !== cardId)) {
      void readAgain(rival);
    }
    refreshSoon();
  };
  const undo = useUndo<DecidedPlace>((place) => void bringBack(place));
  const refreshSoon = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => router.refresh(), REFRESH_MS);
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
    wanted.current = restId;
  };

  const settle = (item: QueueEntry, outcome: Settled): number => {
    if (outcome.kind === "meanwhile") {
      void readAgain(item);
      return -1;
    }
    if (outcome.kind === "divided") {
      const said = t("said.divided", { count: outcome.count });
      announce(said);
      undo.offer({ decisionId: outcome.decisionId, said, place: { item, cardId: outcome.restId } });
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
    if (outcome.decisionId) {
      undo.offer({
        decisionId: outcome.decisionId,
        said: `${t(`decided.${outcome.kind}`)}: ${item.title}, ${item.rowNumber}`,
        place: { item, cardId: item.id },
      });
    }
    const left = shown.filter(({ id, decidable }) => decidable && !after.has(id)).length;
    announce(left === 0 ? t(`said.${outcome.kind}Last`) : t(`said.${outcome.kind}`, { count: left }));
    if (outcome.kind === "accepted") {
      readRivals(item, after);
    }
    refreshSoon();
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
  return { shown, decided, settle, showFurther, undo };
}

const currentOf = ({ row }: SegmentDetail) => ({
  currentText: row.targetText,
  currentRevisionId: row.revisionId,
});

/** Gives the focus to the card of a proposal and brings its item to the screen. False if it is not drawn. */
export function showCard(id: string): boolean {
  const card = document.querySelector<HTMLElement>(`[data-proposal-card="${id}"]`);
  card?.focus({ preventScroll: true });
  card?.closest("li")?.scrollIntoView({ block: "nearest" });
  return card !== null;
}

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
