import { followText } from "@/lib/core/proposal/follow-text";
import { liftText, type MadeText } from "@/lib/core/proposal/lift-text";
import type { ProposalId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "@/lib/db/client";
import { appendEvent } from "@/lib/db/events";
import {
  type CurrentText,
  closeContained,
  type Follower,
  listMadeTexts,
  lockCurrentText,
  lockFollowers,
  rebaseProposal,
} from "@/lib/db/proposals/follow";
import { textHash } from "../text-hash";

/** Ids of the open proposals that were written on another text, by what became of them. */
export interface Move {
  /** On the current text now, one version on: whoever saw an earlier one has to look again. */
  readonly rebased: readonly ProposalId[];
  /** Closed: the current text has all their changes. */
  readonly contained: readonly ProposalId[];
  /** Open and untouched: they and the current text change the same words. */
  readonly overlapping: readonly ProposalId[];
}

/**
 * Brings all open proposals of a segment onto its current text. Every act that makes another revision
 * current calls this in its own transaction, after that write; it may be called again at any time, and then
 * does nothing more. It holds the segment itself, so that nobody can move the text meanwhile.
 *
 * A proposal that a repair has put onto this row from one that is no more is brought to this row's text first
 * (`liftText`); where that cannot be done without guessing it stays, like one that overlaps.
 *
 * Nothing is lost: a rebased proposal keeps the version before it with its base, a contained one its text.
 * Nothing is overwritten: what overlaps stays as its author wrote it and shows as needing attention.
 *
 * @param by Whose act moved the text.
 */
export async function followMove(tx: Queryable, segmentId: SegmentId, by: UserId, at: Date): Promise<Move> {
  const move = {
    rebased: [] as ProposalId[],
    contained: [] as ProposalId[],
    overlapping: [] as ProposalId[],
  };
  const current = await lockCurrentText(tx, segmentId);
  if (!current) return move;
  const followers = await lockFollowers(tx, segmentId, current.revisionId);
  const isForeign = followers.some(({ baseSegmentId }) => baseSegmentId !== segmentId);
  const made = isForeign ? await listMadeTexts(tx, segmentId) : [];
  for (const follower of followers) {
    const placed = placeOn(follower, segmentId, made);
    const kind = placed ? await follow(tx, placed, current, by, at) : "overlapping";
    move[kind].push(follower.id);
  }
  return move;
}

/** The proposal on a text of this row; null if only a person can say where its words belong. */
function placeOn(follower: Follower, segmentId: SegmentId, made: readonly MadeText[]): Follower | null {
  if (follower.baseSegmentId === segmentId) return follower;
  const { baseRevisionId: revisionId, baseText: base, targetText: proposed } = follower;
  const lifted = liftText({ revisionId, base, proposed }, made, segmentId);
  return lifted && { ...follower, baseText: lifted.base, targetText: lifted.proposed };
}

async function follow(
  tx: Queryable,
  proposal: Follower,
  current: CurrentText,
  by: UserId,
  at: Date,
): Promise<keyof Move> {
  const { id, version, baseText, targetText } = proposal;
  const { revisionId, projectId } = current;
  const followed = followText(baseText, current.targetText, targetText, { locale: current.targetLocale });
  const event = { projectId, subjectType: "proposal", subjectId: id, at };
  const actor = { kind: "user", userId: by, isAdmin: false } as const;
  switch (followed.kind) {
    case "overlapping":
      break;
    case "contained":
      await closeContained(tx, id, by, at);
      await appendEvent(tx, actor, {
        ...event,
        type: "proposal.contained",
        payload: { revisionId, textHash: proposal.textHash },
      });
      break;
    case "rebased": {
      const text = { targetText: followed.text, textHash: textHash(followed.text) };
      await rebaseProposal(tx, id, { ...text, baseRevisionId: revisionId, by, at });
      await appendEvent(tx, actor, {
        ...event,
        type: "proposal.rebased",
        payload: { version: version + 1, baseRevisionId: revisionId, textHash: text.textHash },
      });
      break;
    }
  }
  return followed.kind;
}
