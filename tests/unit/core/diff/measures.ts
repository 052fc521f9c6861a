import { readFileSync } from "node:fs";
import { sharedPath } from "@/tests/support/shared-data";

/** A replaced stretch by any engine, in UTF-16 units of the two texts. */
export interface Change {
  readonly baseFrom: number;
  readonly baseTo: number;
  readonly nextFrom: number;
  readonly nextTo: number;
}

/** What an engine says about one pair; `restored` is false if its parts do not give both texts byte for byte. */
export interface Finding {
  readonly changes: readonly Change[];
  readonly restored: boolean;
}

export interface Measures {
  readonly pairs: number;
  /** Share of pairs whose two texts are restored byte for byte. */
  readonly restored: number;
  /** Changed words over the fewest that any word diff must change (longest common subsequence). */
  readonly changed: number;
  /** Equal stretches of at most one word of at most three letters between two changes, per pair. */
  readonly islands: number;
  /** Ends of changes with a letter or digit on both sides, per pair. */
  readonly cuts: number;
  readonly hunksPerChangedWord: number;
}

export interface PostEdit {
  readonly unit: "sentence" | "paragraph";
  readonly source: string;
  readonly mt: string;
  readonly post_edit: string;
}

/** The changed pairs of the post-edits that may stand beside the checkout; null if they do not. */
export function readPostEdits(): readonly PostEdit[] | null {
  const file = sharedPath("data/postedits.jsonl");
  if (!file) return null;
  const rows = readFileSync(file, "utf8").trim().split("\n");
  return rows.map((row) => JSON.parse(row) as PostEdit).filter(({ mt, post_edit }) => mt !== post_edit);
}

/** Judges an engine on pairs of texts, with words that are no engine's own: runs of letters, marks and digits. */
export function measure(
  pairs: readonly (readonly [base: string, next: string])[],
  compare: (base: string, next: string) => Finding,
): Measures {
  const sums = { restored: 0, changed: 0, fewest: 0, islands: 0, cuts: 0, hunks: 0 };
  for (const [base, next] of pairs) {
    const { changes, restored } = compare(base, next);
    const [baseWords, nextWords] = [wordsOf(base), wordsOf(next)];
    if (restored) sums.restored++;
    sums.hunks += changes.length;
    sums.fewest += fewestChanged(baseWords, nextWords);
    sums.changed +=
      touched(
        baseWords,
        changes.map(({ baseFrom, baseTo }) => [baseFrom, baseTo]),
      ) +
      touched(
        nextWords,
        changes.map(({ nextFrom, nextTo }) => [nextFrom, nextTo]),
      );
    sums.islands += islandsOf(base, changes);
    for (const { baseFrom, baseTo, nextFrom, nextTo } of changes) {
      sums.cuts += [
        isCut(base, baseFrom),
        isCut(base, baseTo),
        isCut(next, nextFrom),
        isCut(next, nextTo),
      ].filter(Boolean).length;
    }
  }
  return {
    pairs: pairs.length,
    restored: sums.restored / pairs.length,
    changed: sums.changed / sums.fewest,
    islands: sums.islands / pairs.length,
    cuts: sums.cuts / pairs.length,
    hunksPerChangedWord: sums.hunks / sums.changed,
  };
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const wordsOf = (text: string): readonly Word[] =>
  Array.from(
    text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{N}]+)*/gu),
    ({ 0: word, index }) => ({
      text: word,
      from: index,
      to: index + word.length,
    }),
  );

const touched = (words: readonly Word[], ranges: readonly (readonly number[])[]): number =>
  words.filter((word) => ranges.some(([from = 0, to = 0]) => word.from < to && from < word.to)).length;

function fewestChanged(base: readonly Word[], next: readonly Word[]): number {
  const row = new Int32Array(next.length + 1);
  for (const { text } of base) {
    let diagonal = 0;
    for (const [column, word] of next.entries()) {
      const above = row[column + 1] ?? 0;
      row[column + 1] = text === word.text ? diagonal + 1 : Math.max(above, row[column] ?? 0);
      diagonal = above;
    }
  }
  return base.length + next.length - 2 * (row[next.length] ?? 0);
}

function islandsOf(base: string, changes: readonly Change[]): number {
  return changes.filter((change, index) => {
    const before = changes[index - 1];
    if (!before) return false;
    const [word = "", ...others] = wordsOf(base.slice(before.baseTo, change.baseFrom));
    return others.length === 0 && (typeof word === "string" || word.text.length <= 3);
  }).length;
}

const isCut = (text: string, at: number): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at)) && /^[\p{L}\p{N}]/u.test(text.slice(at));
