import { applyHunks } from "../diff/apply";
import type { Hunk } from "../diff/hunk";
import { err, ok, type Result } from "../shared/result";
import { type ProposalHunk, proposalHunks } from "./proposal-hunks";

/** What becomes of a proposal of which a part was accepted. */
export interface AcceptedPart {
  /** The base with the accepted hunks: the next revision. */
  readonly text: string;
  /** Ids of all hunks that were accepted, in order, with those that were linked to the chosen ones. */
  readonly accepted: readonly string[];
  /**
   * What is left, as hunks on `text`: the proposal stays open with its text, its base is `text` now. Empty
   * if everything was accepted.
   */
  readonly rest: readonly Hunk[];
}

/**
 * Accepts some hunks of a proposal and leaves the others.
 *
 * Laws: all hunks give the proposal, none the base; applying `rest` to `text` gives the proposal; every
 * choice gives a text in which two neighbouring words, and the space between them, stand as in the base or
 * as in the proposal. Linked hunks are accepted together, chosen or not.
 *
 * @param chosen Ids from `proposalHunks` of the same texts and locale, in any order.
 * @returns `unknown-hunk` if one of them is not a hunk of these texts: one of the texts has changed since.
 */
export function acceptPart(
  base: string,
  proposal: string,
  chosen: readonly string[],
  options: { readonly locale?: string } = {},
): Result<AcceptedPart, "unknown-hunk"> {
  const { hunks } = proposalHunks(base, proposal, options);
  const known = new Map(hunks.map((hunk) => [hunk.id, hunk]));
  if (chosen.some((id) => !known.has(id))) return err("unknown-hunk");
  const taken = new Set(chosen.flatMap((id) => [id, ...(known.get(id)?.linked ?? [])]));
  const isTaken = ({ id }: ProposalHunk): boolean => taken.has(id);
  const accepted = hunks.filter(isTaken);
  return ok({
    text: applyHunks(base, accepted),
    accepted: accepted.map(({ id }) => id),
    rest: restOf(hunks, isTaken),
  });
}

/** The other hunks, with their offsets in the text that has the accepted ones. */
function restOf(hunks: readonly ProposalHunk[], isTaken: (hunk: ProposalHunk) => boolean): readonly Hunk[] {
  const rest: Hunk[] = [];
  let shift = 0;
  for (const hunk of hunks) {
    if (isTaken(hunk)) {
      shift += hunk.inserted.length - hunk.deleted.length;
      continue;
    }
    const { nextFrom, nextTo, deleted, inserted, kind } = hunk;
    const [baseFrom, baseTo] = [hunk.baseFrom + shift, hunk.baseTo + shift];
    rest.push({ baseFrom, baseTo, nextFrom, nextTo, deleted, inserted, kind });
  }
  return rest;
}
