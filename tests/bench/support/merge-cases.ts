/** Three-way merges made from real post-edits and rewrites; see `npm run bench:merge`. */
import { readFileSync } from "node:fs";
import diffSequences from "@jest/diff-sequences";
import { type Token, tokenize } from "@/lib/core/text/tokens";
import { random } from "@/tests/support/random";
import { sharedPath } from "@/tests/support/shared-data";
import type { PostEdit } from "../../unit/core/diff/measures";

export interface MergeCase {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What the merge must give; null where only conflicts and losses can be judged. */
  readonly expected: string | null;
}

interface Hunk {
  /** UTF-16 units of the base, half-open. */
  readonly from: number;
  readonly to: number;
  readonly inserted: string;
}

/**
 * The stretches that were replaced, by an engine that is not under test, in words: neighbouring words that
 * changed are one edit, and the white space that both texts share at its ends stays outside.
 */
function hunksOf(base: string, next: string): readonly Hunk[] {
  const [ours, theirs] = [wordsOf(base), wordsOf(next)];
  const hunks: Hunk[] = [];
  let [baseAt, nextAt] = [0, 0];
  const take = (count: number, baseIndex: number, nextIndex: number): void => {
    const [from, to] = [ours[baseAt - 1]?.to ?? 0, ours[baseIndex]?.from ?? base.length];
    const inserted = next.slice(theirs[nextAt - 1]?.to ?? 0, theirs[nextIndex]?.from ?? next.length);
    if (base.slice(from, to) !== inserted) hunks.push(trim(base, { from, to, inserted }));
    for (let step = 1; step < count; step++) {
      const gap = next.slice(theirs[nextIndex + step - 1]?.to, theirs[nextIndex + step]?.from);
      const [gapFrom = 0, gapTo = 0] = [ours[baseIndex + step - 1]?.to, ours[baseIndex + step]?.from];
      if (base.slice(gapFrom, gapTo) !== gap) hunks.push({ from: gapFrom, to: gapTo, inserted: gap });
    }
    [baseAt, nextAt] = [baseIndex + count, nextIndex + count];
  };
  diffSequences(ours.length, theirs.length, (one, other) => ours[one]?.text === theirs[other]?.text, take);
  take(0, ours.length, theirs.length);
  return hunks;
}

const wordsOf = (text: string): readonly Token[] => tokenize(text).filter(({ kind }) => kind !== "space");

function trim(base: string, { from, to, inserted }: Hunk): Hunk {
  const deleted = base.slice(from, to);
  const isShared = (character: string | undefined, other: string | undefined): boolean =>
    character !== undefined && character === other && /\s/.test(character);
  let lead = 0;
  while (isShared(deleted[lead], inserted[lead])) lead++;
  let tail = 0;
  const room = Math.min(deleted.length, inserted.length) - lead;
  while (tail < room && isShared(deleted.at(-1 - tail), inserted.at(-1 - tail))) tail++;
  return { from: from + lead, to: to - tail, inserted: inserted.slice(lead, inserted.length - tail) };
}

function apply(base: string, hunks: readonly Hunk[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, inserted } of hunks) {
    parts.push(base.slice(at, from), inserted);
    at = to;
  }
  return parts.join("") + base.slice(at);
}

type Hand = "ours" | "theirs" | "both";

/**
 * - `blocks`: one person edits the beginning, the other the end.
 * - `random`: every edit is anybody's, so that neighbouring edits are often of two people.
 */
export type Dealing = "blocks" | "random";

/**
 * The hunks of each post-edit dealt out to two people; the whole post-edit is what their merge must give.
 * Each gets at least one of their own.
 *
 * @param isShared If a third of the hunks is made by both; then every case has at least one of them.
 */
export function dealtOut(
  postEdits: readonly PostEdit[],
  dealing: Dealing,
  isShared: boolean,
): readonly MergeCase[] {
  const hands: readonly Hand[] = isShared ? ["ours", "both", "theirs"] : ["ours", "theirs"];
  return postEdits.flatMap(({ mt, post_edit }, index) => {
    const hunks = hunksOf(mt, post_edit);
    if (hunks.length < hands.length) return [];
    const dealt =
      dealing === "blocks"
        ? hunks.map((_, at) => hands[Math.floor((at * hands.length) / hunks.length)])
        : dealAtRandom(hunks.length, hands, random(index + 1));
    const of = (hand: Hand): string =>
      apply(
        mt,
        hunks.filter((_, at) => dealt[at] === hand || dealt[at] === "both"),
      );
    return [{ base: mt, ours: of("ours"), theirs: of("theirs"), expected: post_edit }];
  });
}

function dealAtRandom(
  count: number,
  hands: readonly Hand[],
  next: () => number,
): readonly (Hand | undefined)[] {
  for (;;) {
    const dealt = Array.from({ length: count }, () => hands[Math.floor(next() * hands.length)]);
    if (hands.every((hand) => dealt.includes(hand))) return dealt;
  }
}

interface TranslatedDocument {
  readonly mt: Readonly<Record<string, readonly string[]>>;
  readonly reference: readonly string[];
}

/** Two machines' translations and a person's of the same sentence, as if two people had rewritten the first. */
export function independentRewrites(limit: number): readonly MergeCase[] {
  const file = sharedPath("data/bitext-docs.jsonl");
  if (!file) return [];
  const rows = readFileSync(file, "utf8").trim().split("\n");
  const cases = rows.flatMap((row) => {
    const { mt, reference } = JSON.parse(row) as TranslatedDocument;
    const [first = [], second = []] = Object.keys(mt)
      .sort()
      .map((name) => mt[name] ?? []);
    return reference.flatMap((theirs, at): MergeCase[] => {
      const [base, ours] = [first[at], second[at]];
      if (!base || !ours || base === ours || base === theirs || ours === theirs) return [];
      return [{ base, ours, theirs, expected: null }];
    });
  });
  return cases.slice(0, limit);
}
