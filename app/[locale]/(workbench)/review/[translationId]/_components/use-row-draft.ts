"use client";

import { startTransition, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { draftRoute } from "@/app/_features/target-editor/draft-transport";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { type DraftCandidate, type DraftContent, sameWords } from "@/lib/core/review/draft";
import { useWorkbench } from "./workbench-context";

/** What the editor begins with where nothing was typed yet: one's own open proposal, or the current text. */
export function startOf({ row, proposals }: SegmentDetail): DraftContent {
  const own = proposals.find((proposal) => proposal.mine);
  return own
    ? {
        baseRevisionId: own.baseRevisionId,
        targetText: own.targetText,
        comment: own.comment,
        reason: own.reason,
      }
    : { baseRevisionId: row.revisionId, targetText: row.targetText, comment: "", reason: null };
}

/**
 * The words of an open row: where they come from, what they are now, and that none is lost.
 * `content` follows the keys by a moment, so that drawing the rest never holds up a key;
 * `words` is exact.
 */
export function useRowDraft(position: number, detail: SegmentDetail) {
  const { book } = useWorkbench();
  const { store } = useBitext();
  const segmentId = detail.row.id;
  const [{ saver, choice }] = useState(() => book.open(segmentId, detail.draft));
  const [first] = useState(() => (choice.kind === "one" ? choice.candidate.content : startOf(detail)));
  const [candidates, setCandidates] = useState(choice.kind === "several" ? choice.candidates : null);
  const words = useRef(first);
  const [content, setContent] = useState(first);
  const status = useSyncExternalStore(saver.subscribe, saver.status, saver.status);

  useEffect(() => {
    const isUnsaved = choice.kind === "one" && choice.candidate.origin === "device";
    if (isUnsaved) saver.change(choice.candidate.content);
    return () => saver.flush();
  }, [saver, choice]);

  /** Somebody typed, or a button wrote for them. */
  const change = (part: Partial<DraftContent>) => {
    words.current = { ...words.current, ...part };
    saver.change(words.current);
    const { current } = words;
    if ("targetText" in part) startTransition(() => setContent(current));
    else setContent(current);
    store.setMine(position, true);
  };
  const show = (next: DraftContent) => {
    words.current = next;
    setContent(next);
  };
  const choose = (candidate: DraftCandidate) => {
    book.forgetCopies(segmentId);
    setCandidates(null);
    show(candidate.content);
    saver.change(candidate.content);
  };
  /** Throws the draft away. Gives what it was, to bring it back. */
  const discard = async (): Promise<DraftContent> => {
    const before = words.current;
    await saver.settle();
    saver.end();
    await draftRoute.discard(segmentId);
    saver.restart();
    show(startOf(detail));
    store.setMine(
      position,
      detail.proposals.some((proposal) => proposal.mine),
    );
    return before;
  };
  return {
    saver,
    status,
    candidates,
    content,
    words,
    isChanged: !sameWords(content, startOf(detail)),
    /** The same, exact at this very moment: keys come faster than drawing. */
    isChangedNow: () => !sameWords(words.current, startOf(detail)),
    change,
    show,
    choose,
    discard,
  };
}

export type RowDraft = ReturnType<typeof useRowDraft>;
