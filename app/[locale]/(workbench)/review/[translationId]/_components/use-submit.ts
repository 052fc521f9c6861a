"use client";

import { useRef, useState } from "react";
import { createProposalAction, reviseProposalAction, withdrawProposalAction } from "@/app/_actions/proposals";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { randomId } from "@/app/_features/target-editor/draft-book";
import { draftRoute } from "@/app/_features/target-editor/draft-transport";
import { announce } from "@/app/_ui/live-region";
import type { ChangeReason } from "@/lib/core/proposal/lifecycle";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { type DraftContent, sameWords } from "@/lib/core/review/draft";
import { useT } from "@/lib/i18n/client";
import type { RowDraft } from "./use-row-draft";
import { useWorkbench } from "./workbench-context";

const offline = { ok: false, error: { code: "offline" } } as const;

/**
 * Sends the words of an open row as a proposal, or as another version of one's open proposal.
 * The same words sent again carry the same key, so that the server stores them once.
 */
export function useSubmit(
  position: number,
  detail: SegmentDetail,
  draft: RowDraft,
  reload: () => Promise<SegmentDetail | null>,
) {
  const t = useT("workbench");
  const { store } = useBitext();
  const { done } = useWorkbench();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const attempt = useRef<{ readonly key: string; readonly words: DraftContent } | null>(null);
  const own = detail.proposals.find((proposal) => proposal.mine) ?? null;

  const keyFor = (words: DraftContent): { key: string; isFirst: boolean } => {
    const isFirst = !(attempt.current && sameWords(attempt.current.words, words));
    if (isFirst || !attempt.current) attempt.current = { key: randomId(), words };
    return { key: attempt.current.key, isFirst };
  };

  const send = async (words: DraftContent) => {
    // What is shown as the current text is what these words refer to now.
    const text = {
      baseRevisionId: detail.row.revisionId,
      targetText: words.targetText,
      comment: words.comment,
      reason: words.reason as ChangeReason | null,
    };
    if (own) {
      const answer = await reviseProposalAction({ proposalId: own.id, version: own.version, ...text }).catch(
        () => offline,
      );
      return { answer, said: t("say.revised") };
    }
    const { key, isFirst } = keyFor(words);
    const answer = await createProposalAction({
      segmentId: detail.row.id,
      ...text,
      idempotencyKey: key,
    }).catch(() => offline);
    if (answer.ok && !isFirst) await draftRoute.discard(detail.row.id);
    const conflicted = answer.ok && answer.value.conflicted;
    return { answer, said: t(conflicted ? "say.proposedConflict" : "say.proposed") };
  };

  const submit = async (andNext: boolean) => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(null);
    await draft.saver.settle();
    const { answer, said } = await send(draft.words.current);
    setIsBusy(false);
    if (answer.ok) {
      draft.saver.end();
      announce(said);
      await store.detail(position);
      done(position, andNext);
      return;
    }
    setFault(answer.error.code);
    if (["already-open", "changed-meanwhile", "not-found"].includes(answer.error.code)) await reload();
    draft.saver.flush();
  };

  const withdraw = async () => {
    if (!own || isBusy) return;
    setIsBusy(true);
    setFault(null);
    const answer = await withdrawProposalAction({ proposalId: own.id, version: own.version }).catch(
      () => offline,
    );
    setIsBusy(false);
    if (!answer.ok) setFault(answer.error.code);
    else announce(t("say.withdrawn"));
    await reload();
    if (answer.ok) done(position, false);
  };
  return { own, isBusy, fault, submit, withdraw };
}
