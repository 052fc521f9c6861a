import type { TextOrigin } from "../repair/row";
import { type Token, tokenize } from "../text/tokens";
import { type Credits, creditsOf, type Piece } from "./credits";

/** What blame needs to know of a revision; callers may give more and get it back. */
export interface BlamedRevision {
  readonly text: string;
  /** "mixed": put together from other texts; counts as the machine's, so that the share of people is never too high. */
  readonly origin: TextOrigin;
  /** Whoever approved this revision; null if nobody did. */
  readonly approverId: string | null;
  /** See CreditedRevision. */
  readonly pieces?: readonly Piece[] | undefined;
}

/** A token of the current text. Offsets in UTF-16 units of the text, half-open. */
export interface BlamedToken<R> extends Token {
  /** The revision that brought it. */
  readonly revision: R;
  /** The first approved revision in which it stood, from the one that brought it on; null if none was. */
  readonly approved: R | null;
}

/**
 * Whose every word of the current text is.
 *
 * Laws: the tokens' texts joined are the text of the last revision, byte for byte; for a revision whose text
 * stood before, every token names the same revision as then; a token names a revision that has its text.
 * Of a token that several revisions wrote (white space) the newest one counts.
 *
 * @param revisions Of one segment, in order; at least one.
 * @throws RangeError if there is none.
 */
export function blame<R extends BlamedRevision>(
  revisions: readonly R[],
  options: { readonly locale?: string } = {},
): readonly BlamedToken<R>[] {
  if (revisions.length === 0) throw new RangeError("a text without revisions has no author");
  return blameEach(revisions, [revisions.length - 1], options)[0] ?? [];
}

/** The same for several texts of one list, by index: rows whose words come from one another. */
export function blameEach<R extends BlamedRevision>(
  revisions: readonly R[],
  wanted: readonly number[],
  options: { readonly locale?: string } = {},
): readonly (readonly BlamedToken<R>[])[] {
  const credited = revisions.map(({ text, approverId, pieces }) => ({
    text,
    isApproved: approverId !== null,
    pieces,
  }));
  const credits = creditsOf(credited, options.locale);
  return wanted.map((index) => {
    const { brought, approved } = credits[index] as Credits;
    return tokenize(revisions[index]?.text ?? "", options.locale).map((token) => ({
      ...token,
      revision: revisions[newest(brought, token)] as R,
      approved: isApprovedThroughout(approved, token) ? (revisions[newest(approved, token)] ?? null) : null,
    }));
  });
}

const newest = (indices: Int32Array, { from, to }: Token): number =>
  indices.subarray(from, to).reduce((most, index) => Math.max(most, index), -1);

const isApprovedThroughout = (approved: Int32Array, { from, to }: Token): boolean =>
  !approved.subarray(from, to).includes(-1);
