import { foldInvisible } from "../text/folding";

/**
 * True if two texts differ although a reader can hardly see it: other bytes, yet equal once invisible
 * characters are removed, compatibility forms replaced (NFKC) and runs of white space folded.
 * False for equal texts.
 */
export const isInvisibleOnlyChange = (base: string, next: string): boolean =>
  base !== next && foldInvisible(base) === foldInvisible(next);

/** As `isInvisibleOnlyChange`, but compatibility forms count as different, since most can be told apart. */
export const looksUnchanged = (base: string, next: string): boolean =>
  base !== next && foldInvisible(base, "NFC") === foldInvisible(next, "NFC");
