/**
 * What became of a proposal, as its author looks for it. `open` holds those that need attention as well: changes
 * were requested, or both its author and somebody else changed the same words. `accepted` holds also what came
 * into the text by another proposal.
 */
export const STANDINGS = ["open", "attention", "accepted", "divided", "declined", "withdrawn"] as const;
export type Standing = (typeof STANDINGS)[number];
