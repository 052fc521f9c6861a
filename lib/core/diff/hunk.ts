/** One replaced stretch. All offsets are UTF-16 units, half-open: `base.slice(baseFrom, baseTo)` is `deleted`. */
export interface Edit {
  readonly baseFrom: number;
  readonly baseTo: number;
  readonly nextFrom: number;
  readonly nextTo: number;
  readonly deleted: string;
  readonly inserted: string;
}

/**
 * - `space`: nothing but white space is deleted and inserted.
 * - `invisible`: the texts look the same: they differ in invisible characters, in the sort of space or in
 *   composed against decomposed letters.
 * - `code`: inline codes, perhaps with space, and no words.
 * - `text`: everything else.
 */
export type HunkKind = "text" | "space" | "invisible" | "code";

/** One change that can be shown, accepted or returned by itself. */
export interface Hunk extends Edit {
  readonly kind: HunkKind;
}

export interface DisplayDiff {
  /** In order; at least one character stays equal between two neighbours. */
  readonly hunks: readonly Hunk[];
  /**
   * False if the texts were too long for the exact alignment, so that there may be fewer and larger
   * hunks than necessary. The hunks restore both texts in either case.
   */
  readonly precise: boolean;
}
