import { mayApproveAgain, type ObjectedText } from "../review/objection";
import type { StoredRevision, StoredSegment } from "./check-revisions";
import type { Finding, Hash } from "./finding";

/** A decision as it is stored, with the policy that it names. */
export interface StoredDecision {
  readonly id: string;
  readonly kind: string;
  readonly segmentId: string;
  readonly proposalId: string | null;
  /** The version that the person saw; null in what was decided without a proposal. */
  readonly proposalVersion: number | null;
  readonly revisionId: string;
  /** Of the text that the person saw. */
  readonly textHash: string;
  /** Of the text that the event says became, or was, the segment's; of a part another than the person saw. */
  readonly approvedHash: string | null;
  readonly actorId: string;
  readonly ownWords: boolean;
  /** What the policy asked of this decision. */
  readonly policy: {
    readonly fourEyes: boolean;
    readonly approvals: number;
    readonly secondEditor: boolean;
  };
  /** Everybody who approved the same text before, where the policy asks for several. */
  readonly approverIds: readonly string[];
  /** Who approved the text before and since the last objection to it; null if there was none until the decision. */
  readonly objected: ObjectedText<string> | null;
  /** Events in the chain that tell of just this decision. */
  readonly events: number;
  /** Taken back: it lets no words pass any more. */
  readonly isUndone: boolean;
}

/** Somebody who wrote in a proposal, and the first of its versions with words of theirs. */
export interface ProposalWriter {
  readonly userId: string;
  readonly sinceVersion: number;
}

/** What decisions are checked against. */
export interface DecidedHistory {
  readonly revisions: ReadonlyMap<string, StoredRevision>;
  readonly segments: ReadonlyMap<string, StoredSegment>;
  /** Author and everybody else who wrote in a proposal, by its id. */
  readonly proposalWriters: ReadonlyMap<string, readonly ProposalWriter[]>;
  readonly importerId: string;
}

const APPROVES = new Set(["accept", "accept-part", "approve"]);

/**
 * A decision is about the text that is stored, is told by one event, and was taken by somebody who wrote nothing
 * of the text until then, unless the policy allowed it and the decision says so; with as many approvals as the
 * policy asked for, and after an objection not by those alone who had approved the text before. Whose words they are is
 * asked only of what lets words pass and is in force.
 */
export function checkDecision(
  decision: StoredDecision,
  history: DecidedHistory,
  hash: Hash,
): readonly Finding[] {
  const { kind, policy, actorId, isUndone } = decision;
  const found: Finding["code"][] = [];
  if (decision.events !== 1) found.push("decision-without-event");
  const passes = APPROVES.has(kind) && !isUndone;
  if (passes && !isByAnother(decision, history) && !isAllowed(decision, history))
    found.push("decided-own-words");
  if (APPROVES.has(kind)) {
    const revision = history.revisions.get(decision.revisionId);
    if (!revision || hash(revision.targetText) !== (decision.approvedHash ?? decision.textHash))
      found.push("decided-text-changed");
    if (lacksApprovals(decision)) found.push("approvals-missing");
    if (policy.fourEyes && decision.objected && !mayApproveAgain(decision.objected, actorId))
      found.push("approved-after-objection");
  }
  const where = `${history.segments.get(decision.segmentId)?.where ?? decision.segmentId}, ${kind}`;
  return found.map((code) => ({ code, place: { table: "Decision", id: decision.id, where } }));
}

/** Not once it is undone: its approvals may be taken back from then on. */
const lacksApprovals = ({ approverIds, actorId, policy, isUndone }: StoredDecision): boolean =>
  !isUndone && new Set([...approverIds, actorId]).size < policy.approvals;

/**
 * Own words that the policy of then let somebody decide on: any without four eyes, and, without second editor, those
 * that an editor put into somebody else's proposal while accepting it. The decision says that they were.
 */
function isAllowed(
  { kind, policy, ownWords, actorId, revisionId }: StoredDecision,
  history: DecidedHistory,
): boolean {
  if (!ownWords || !policy.fourEyes) return ownWords;
  const isForeign = history.importerId !== actorId && history.revisions.get(revisionId)?.authorId !== actorId;
  return kind === "accept" && !policy.secondEditor && isForeign;
}

function isByAnother(decision: StoredDecision, history: DecidedHistory): boolean {
  const { proposalId, proposalVersion, revisionId, actorId } = decision;
  const writers = proposalId
    ? writersOfVersion(proposalId, proposalVersion, history)
    : [...writersOf(revisionId, history)];
  return history.importerId !== actorId && !writers.includes(actorId);
}

/** Everybody who wrote in a proposal until it had this version; of an unknown one, everybody who ever did. */
const writersOfVersion = (
  proposalId: string,
  version: number | null,
  { proposalWriters }: DecidedHistory,
): readonly string[] =>
  (proposalWriters.get(proposalId) ?? [])
    .filter(({ sinceVersion }) => version === null || sinceVersion <= version)
    .map(({ userId }) => userId);

/** Everybody who wrote words of a text, also of the texts that it was put together from. */
export function writersOf(revisionId: string, history: DecidedHistory): ReadonlySet<string> {
  const writers = new Set<string>();
  const seen = new Set<string>();
  const waiting = [revisionId];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const revision = seen.has(id) ? undefined : history.revisions.get(id);
    seen.add(id);
    if (!revision) continue;
    const { authorId, proposalId, proposalVersion } = revision;
    if (authorId) writers.add(authorId);
    for (const writer of writersOfVersion(proposalId ?? "", proposalVersion, history)) writers.add(writer);
    waiting.push(...revision.fromRevisionIds);
  }
  return writers;
}
