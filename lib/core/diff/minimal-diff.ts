import { type Token, tokenize } from "../text/tokens";
import { type EqualRun, Numbering } from "./equal-run";
import type { Edit } from "./hunk";
import { matchSequences } from "./myers";

export interface MinimalDiff {
  /** In order; between two neighbours stands at least one equal token. */
  readonly edits: readonly Edit[];
  /** False if the search was cut short, so that fewer tokens might have been replaced. */
  readonly precise: boolean;
}

export interface MinimalDiffOptions {
  /** Language of both texts, for scripts without spaces between words. */
  readonly locale?: string;
  /** Bound of the search, in steps; by default set so that the worst case stays below a second. */
  readonly effort?: number;
}

export interface TokenMatch {
  /** Runs of equal tokens, by token index, in order. */
  readonly runs: readonly EqualRun[];
  readonly precise: boolean;
}

/**
 * Which tokens of two texts stay, so that as few as possible are replaced: the diff for storing and
 * merging, not for reading (use `diffForDisplay`). White space counts as a token like every other.
 */
export function matchTokens(base: readonly Token[], next: readonly Token[], effort?: number): TokenMatch {
  const numbering = new Numbering();
  return matchSequences(numbering.number(base), numbering.number(next), effort);
}

/**
 * The shortest list of token replacements that turns `base` into `next`.
 * `applyHunks(base, edits)` is `next` and `revertHunks(next, edits)` is `base`, byte for byte.
 */
export function diffMinimal(base: string, next: string, options: MinimalDiffOptions = {}): MinimalDiff {
  const baseTokens = tokenize(base, options.locale);
  const nextTokens = tokenize(next, options.locale);
  const { runs, precise } = matchTokens(baseTokens, nextTokens, options.effort);
  const edits: Edit[] = [];
  let [baseFrom, nextFrom] = [0, 0];
  for (const run of [...runs, { base: baseTokens.length, next: nextTokens.length, length: 0 }]) {
    const baseTo = baseTokens[run.base]?.from ?? base.length;
    const nextTo = nextTokens[run.next]?.from ?? next.length;
    const deleted = base.slice(baseFrom, baseTo);
    const inserted = next.slice(nextFrom, nextTo);
    if (deleted || inserted) edits.push({ baseFrom, baseTo, nextFrom, nextTo, deleted, inserted });
    baseFrom = baseTokens[run.base + run.length - 1]?.to ?? 0;
    nextFrom = nextTokens[run.next + run.length - 1]?.to ?? 0;
  }
  return { edits, precise };
}
