/**
 * What a project asks of its reviewers before a text counts as approved and before readers
 * get it. The database holds every version that was ever in force; a decision names its own.
 */
import type { Role } from "../access/roles";
import { SECOND_LOOKS } from "../review/second-look";
import type { UserId } from "../shared/ids";
import { err, ok, type Result } from "../shared/result";

/** Roles that the right to publish can be kept for. */
export const PUBLISHERS = ["editor", "admin"] as const satisfies readonly Role[];

export const MOST_APPROVALS = 3;

export interface Policy {
  /** Nobody decides on their own words. Off for a person who works alone: every decision and record says so. */
  readonly fourEyes: boolean;
  /** How many different people must approve a text, 1 to 3. */
  readonly approvals: number;
  /** The least role that may publish. */
  readonly publisher: (typeof PUBLISHERS)[number];
  /** Percentage of the segments that must be approved before a translation may be published, 0 to 100. */
  readonly leastApproved: number;
  /**
   * Percentage of the segments that must be approved for search engines to list a published
   * translation, 0 to 100. Half by default: with less, most of what they would show of the site
   * is machine text that nobody has read, which they treat as spam and readers as an answer.
   */
  readonly leastIndexed: number;
  /** No publication while proposals are open. */
  readonly refusesOpenProposals: boolean;
  /** An editor's own change while approving needs a second editor. */
  readonly secondEditor: boolean;
  /** Percentage of approvals that a second editor looks at, 0 to 100. */
  readonly secondLooks: number;
}

/** A policy with its place in the history of the project; 0: the defaults, nobody has changed anything yet. */
export interface NumberedPolicy extends Policy {
  readonly number: number;
}

/** What counts in a project in which nobody has changed anything. */
export const DEFAULT_POLICY: NumberedPolicy = {
  number: 0,
  fourEyes: true,
  approvals: 1,
  publisher: "editor",
  leastApproved: 0,
  leastIndexed: 50,
  refusesOpenProposals: false,
  secondEditor: true,
  secondLooks: SECOND_LOOKS,
};

export type PolicyFault = "approvals-out-of-range" | "share-out-of-range" | "approvals-alone";

/**
 * Can a project work by this policy? `approvals-alone`: several approvals are asked for, and at the same
 * time people may approve their own words, which contradict one another.
 */
export function checkPolicy(policy: Policy): Result<Policy, PolicyFault> {
  const { approvals, leastApproved, leastIndexed, secondLooks, fourEyes } = policy;
  if (!isWithin(approvals, 1, MOST_APPROVALS)) return err("approvals-out-of-range");
  if (![leastApproved, leastIndexed, secondLooks].every((share) => isWithin(share, 0, 100)))
    return err("share-out-of-range");
  return !fourEyes && approvals > 1 ? err("approvals-alone") : ok(policy);
}

const isWithin = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && value >= from && value <= to;

/** May this role publish? */
export const mayPublish = ({ publisher }: Pick<Policy, "publisher">, role: Role): boolean =>
  role === "admin" || (publisher === "editor" && role === "editor");

/**
 * May search engines list a translation of which this share, 0..1, is approved? Exact: of two
 * shares that are the same number, the division gives the same.
 */
export const mayBeIndexed = ({
  reviewedShare,
  leastIndexed,
}: {
  readonly reviewedShare: number;
  readonly leastIndexed: number;
}): boolean => reviewedShare >= leastIndexed / 100;

export type GateFault =
  /** `count` segments more must be approved. */
  | { readonly code: "unreviewed"; readonly count: number }
  /** `count` proposals are open. */
  | { readonly code: "open-proposals"; readonly count: number };

/** May a translation be published as it stands? */
export function checkGate(
  policy: Pick<Policy, "leastApproved" | "refusesOpenProposals">,
  standing: { readonly segments: number; readonly approved: number; readonly openProposals: number },
): Result<null, GateFault> {
  const needed = Math.ceil((standing.segments * policy.leastApproved) / 100);
  if (standing.approved < needed) return err({ code: "unreviewed", count: needed - standing.approved });
  const { openProposals } = standing;
  if (policy.refusesOpenProposals && openProposals > 0)
    return err({ code: "open-proposals", count: openProposals });
  return ok(null);
}

/**
 * How many more people must approve a text if `deciderId` approves it now, after those who have. 0: this
 * approval decides. Nobody counts twice.
 */
export function missingApprovals(
  { approvals }: Pick<Policy, "approvals">,
  approverIds: readonly UserId[],
  deciderId: UserId,
): number {
  return Math.max(0, approvals - new Set([...approverIds, deciderId]).size);
}

/** What a person who looks is told of the approvals of a text. */
export const countApprovals = (
  approverIds: readonly UserId[],
  needed: number,
  viewerId: UserId,
): { readonly given: number; readonly needed: number; readonly mine: boolean } => ({
  given: new Set(approverIds).size,
  needed,
  mine: approverIds.includes(viewerId),
});
