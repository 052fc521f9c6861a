import { diffMinimal } from "../diff/minimal-diff";

/** The words of a text that a thread is about. Offsets are half-open, in UTF-16 units of the text. */
export interface Anchor {
  readonly from: number;
  readonly to: number;
}

/** Where the words stand in another text: still there, word for word, or in an earlier wording only. */
export type AnchorStanding = ({ readonly kind: "here" } & Anchor) | { readonly kind: "earlier" };

/** Does the anchor name a passage of the text, with at least one unit, and no surrogate pair cut in two? */
export function isAnchorOf(text: string, { from, to }: Anchor): boolean {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || from >= to || to > text.length)
    return false;
  return (
    text.slice(from, to).isWellFormed() === text.isWellFormed() &&
    !cutsPair(text, from) &&
    !cutsPair(text, to)
  );
}

const cutsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

/**
 * Follows an anchor from the text that it was made in to another one, through the shortest diff of their words.
 * Law: what `here` names in `now` are the very characters that the anchor names in `then`; equal texts keep every
 * anchor where it is.
 *
 * @param options.locale Language of both texts, for scripts without spaces between words.
 */
export function followAnchor(
  anchor: Anchor,
  then: string,
  now: string,
  options: { readonly locale?: string } = {},
): AnchorStanding {
  if (then === now) return { kind: "here", ...anchor };
  let shift = 0;
  for (const { baseFrom, baseTo, deleted, inserted } of diffMinimal(then, now, options).edits) {
    if (baseFrom >= anchor.to) break;
    const touches = baseFrom === baseTo ? baseFrom > anchor.from : baseTo > anchor.from;
    if (touches) return { kind: "earlier" };
    shift += inserted.length - deleted.length;
  }
  return { kind: "here", from: anchor.from + shift, to: anchor.to + shift };
}
