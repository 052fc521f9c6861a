import { mergeTexts } from "../merge/merge-texts";

/** What becomes of an open proposal when another text is current. */
export type Followed =
  /** Its changes fit: `text` is the current text with them, and with nothing else. */
  | { readonly kind: "rebased"; readonly text: string }
  /** The current text has all its changes. */
  | { readonly kind: "contained" }
  /** Both changed the same words: a person has to bring them together. */
  | { readonly kind: "overlapping" };

/**
 * Brings a proposal along with the text that moved under it, by the laws of `mergeTexts`: what the proposal
 * changed in its base is changed in the current text, word for word, or nothing is.
 *
 * @param base The text that the proposal was written on.
 * @param options.locale Language of the three texts.
 */
export function followText(
  base: string,
  current: string,
  proposed: string,
  options: { readonly locale?: string } = {},
): Followed {
  const merge = mergeTexts(base, current, proposed, options);
  switch (merge.status) {
    case "clean":
      return { kind: "rebased", text: merge.text };
    case "contained":
      return { kind: "contained" };
    case "conflict":
      return { kind: "overlapping" };
  }
}
