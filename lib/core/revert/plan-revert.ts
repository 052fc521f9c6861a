import { mergeTexts } from "../merge/merge-texts";
import type { ProposalId, RevisionId, UserId } from "../shared/ids";
import { type Piece, piecesOfMerge, wholeOf } from "./pieces";

/** A revision of a row as far as it matters for taking somebody's words out. */
export interface RevertibleRevision {
  readonly id: RevisionId;
  readonly parentId: RevisionId | null;
  readonly targetText: string;
  readonly proposalId: ProposalId | null;
  /** Author, whoever else wrote in the proposal, and the writers of texts that it was put together from. */
  readonly writerIds: readonly UserId[];
  /** The earlier revision of the same row whose text it brought back as a whole; null for any other. */
  readonly restoresId: RevisionId | null;
  /** The account whose words a revert took out to make it. */
  readonly withoutId: UserId | null;
}

export type RevertPlan =
  /** None of the words stand in the current text. */
  | { readonly kind: "nothing" }
  /** `text` is the current one without the words; `pieces` says where each of its words comes from. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly pieces: readonly Piece[];
      /** An earlier revision has just this text: it comes back as a whole. */
      readonly restoresId: RevisionId | null;
      /** Accepted proposals of the account whose words are taken out, the latest first; at least one. */
      readonly proposalIds: readonly ProposalId[];
    }
  /** A person has to do it. */
  | { readonly kind: "person"; readonly why: "overlapping" | "written-together" | "re-aligned" };

/** A change that the current text came about by. */
interface Step {
  readonly after: RevertibleRevision;
  readonly before: RevertibleRevision;
}

/**
 * The current text of a row without what an account brought into it: its changes are taken back one by one, the
 * latest first, each by a three-way merge against what came later. What others wrote later stays, byte for byte; where
 * they changed the same words it is for a person (`overlapping`), as are changes in which others wrote as well
 * (`written-together`) and words that a repair of the alignment carried into the row (`re-aligned`).
 *
 * Laws: whatever the plan says, words of others that stand in the current text stay; planned again on the row that
 * has the planned text, it is `nothing`; if nobody else changed anything the text is the one before the account's.
 *
 * @param revisions Of one row, by number; the last one is current.
 */
export function planRevert(
  revisions: readonly RevertibleRevision[],
  accountId: UserId,
  options: { readonly locale?: string } = {},
): RevertPlan {
  const last = revisions.at(-1);
  if (!last) return { kind: "nothing" };
  const { steps, first } = wayTo(last, revisions, accountId);
  if (first.writerIds.includes(accountId)) return { kind: "person", why: "re-aligned" };
  let plan: Taken = { text: last.targetText, pieces: wholeOf(last.id, last.targetText), proposalIds: [] };
  for (const step of steps) {
    const taken = step.after.writerIds.includes(accountId) ? takeOut(step, plan, options) : plan;
    if ("why" in taken) return taken;
    plan = taken;
  }
  const { text, pieces, proposalIds } = plan;
  if (text === last.targetText) return { kind: "nothing" };
  const isForeign = ({ writerIds }: RevertibleRevision) => !writerIds.includes(accountId);
  const same = steps.map(({ before }) => before).find((one) => one.targetText === text && isForeign(one));
  if (same) return { kind: "text", text, pieces: wholeOf(same.id, text), restoresId: same.id, proposalIds };
  const owners = revisions.filter(({ id }) => pieces.some(({ revisionId }) => revisionId === id));
  if (!owners.every(isForeign)) return { kind: "person", why: "overlapping" };
  return { kind: "text", text, pieces, restoresId: null, proposalIds };
}

/** A text without some of an account's changes. */
interface Taken {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly proposalIds: readonly ProposalId[];
}

function takeOut(
  { after, before }: Step,
  taken: Taken,
  options: { readonly locale?: string },
): Taken | Extract<RevertPlan, { kind: "person" }> {
  const merge = mergeTexts(after.targetText, taken.text, before.targetText, options);
  if (merge.status === "contained") return taken;
  if (after.writerIds.length > 1 || after.proposalId === null)
    return { kind: "person", why: "written-together" };
  if (merge.status === "conflict") return { kind: "person", why: "overlapping" };
  return {
    text: merge.text,
    pieces: piecesOfMerge(merge.regions, taken.pieces, before.id),
    proposalIds: [...taken.proposalIds, after.proposalId],
  };
}

/**
 * The changes that the current text came about by, the latest first, and the revision that they began with. A text
 * that was brought back came about as it did then: what had been tried in between is none of its changes. Before a
 * revert of the same account there is nothing more to look for.
 */
function wayTo(
  last: RevertibleRevision,
  revisions: readonly RevertibleRevision[],
  accountId: UserId,
): { readonly steps: readonly Step[]; readonly first: RevertibleRevision } {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  const steps: Step[] = [];
  let at = last;
  for (;;) {
    if (at.withoutId === accountId) return { steps, first: at };
    const source = at.restoresId ? byId.get(at.restoresId) : undefined;
    if (source) {
      at = source;
      continue;
    }
    const before = at.parentId ? byId.get(at.parentId) : undefined;
    if (!before) return { steps, first: at };
    steps.push({ after: at, before });
    at = before;
  }
}
