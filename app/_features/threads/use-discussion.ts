"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import {
  addCommentAction,
  markMentionsSeenAction,
  openThreadAction,
  settleThreadAction,
} from "@/app/_actions/threads";
import { randomId } from "@/app/_features/target-editor/draft-book";
import type { Anchor } from "@/lib/core/threads/anchor";
import type { Discussion, ThreadSide } from "@/lib/core/threads/thread";

const offline = { ok: false, error: { code: "offline" } } as const;

/** Words that a new thread is about: of the proposal, or of the current text with its revision. */
export type ChosenWords = Anchor & { readonly side: ThreadSide; readonly revisionId: string };

/** The proposal as it is on the screen. */
export interface DiscussedProposal {
  readonly id: string;
  readonly version: number;
}

/** What people say about a proposal, read when it is opened. Every act gives the code of its fault, or null. */
export function useDiscussion({ id: proposalId, version }: DiscussedProposal) {
  const [discussion, setDiscussion] = useState<Discussion | null>(null);
  const [isFailed, setIsFailed] = useState(false);
  // The same words sent again carry the same key, so that they are stored once.
  const attempt = useRef<{ readonly words: string; readonly key: string } | null>(null);

  const reload = useCallback(async () => {
    const read = await fetch(`/api/proposals/${proposalId}/threads`)
      .then((answer) => (answer.ok ? (answer.json() as Promise<Discussion>) : null))
      .catch(() => null);
    if (read) setDiscussion(read);
    setIsFailed(read === null);
  }, [proposalId]);
  useEffect(() => {
    void reload();
    void markMentionsSeenAction({ proposalId }).catch(() => null);
  }, [reload, proposalId]);

  const keyFor = (words: string): string => {
    if (attempt.current?.words !== words) attempt.current = { words, key: randomId() };
    return attempt.current.key;
  };
  const settle = async (answer: { ok: boolean; error?: { code: string } }): Promise<string | null> => {
    if (!answer.ok) return answer.error?.code ?? "unknown";
    attempt.current = null;
    await reload();
    return null;
  };
  const begin = async (text: string, words: ChosenWords | null) =>
    settle(
      await openThreadAction({
        proposalId,
        version,
        anchor: words,
        text,
        idempotencyKey: keyFor(JSON.stringify([text, words])),
      }).catch(() => offline),
    );
  const answer = async (threadId: string, text: string) =>
    settle(
      await addCommentAction({ threadId, text, idempotencyKey: keyFor(`${threadId} ${text}`) }).catch(
        () => offline,
      ),
    );
  const resolve = async (threadId: string, resolved: boolean) =>
    settle(await settleThreadAction({ threadId, resolved }).catch(() => offline));
  return { discussion, isFailed, reload, begin, answer, resolve };
}
