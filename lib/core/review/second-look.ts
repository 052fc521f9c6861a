import type { Hash } from "../record/finding";
import type { DecisionId } from "../shared/ids";

/** Percentage of approvals that a second editor looks at, where the policy says nothing else. */
export const SECOND_LOOKS = 5;

/**
 * Is this approval in the sample that a second editor looks at? The first 32 bits of the hash of seed and id, as a
 * share of all there are. The same for the same seed and id, whoever computes it; without the seed, which is a secret
 * of the project, nobody can tell. The database chooses by the same rule (`is_sampled`).
 *
 * @param share 0 to 100, in percent.
 */
export function isSampled(seed: string, decisionId: DecisionId, share: number, hash: Hash): boolean {
  return Number.parseInt(hash(`${seed}:${decisionId}`).slice(0, 8), 16) * 100 < share * 2 ** 32;
}

export const SECOND_LOOK_OUTCOMES = ["confirmed", "reopened"] as const;
export type SecondLookOutcome = (typeof SECOND_LOOK_OUTCOMES)[number];

/** What second looks came to. */
export interface SecondLookTally {
  /** Approvals that wait for somebody to look. */
  readonly waiting: number;
  readonly looked: number;
  readonly confirmed: number;
}

/** Share of the second looks that agreed with the approval, 0 to 1; null before the first. */
export const agreement = ({ looked, confirmed }: SecondLookTally): number | null =>
  looked === 0 ? null : confirmed / looked;
