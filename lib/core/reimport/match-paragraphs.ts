/**
 * Which paragraph of a new version is which of the old one. Equal paragraphs in order come first;
 * in the stretches between them the most similar ones in order; what is left over on both sides
 * may have moved. Of all pairs, those outside the heaviest chain in order are the moved ones.
 */
import { heaviestChain } from "../alignment/chain";
import { Numbering } from "../diff/equal-run";
import { matchSequences } from "../diff/myers";
import { type ChangeGrade, gradeChange } from "./grade-change";
import { findSimilar, type Similar } from "./similar-paragraphs";

export type ParagraphMatch =
  | {
      readonly kind: "kept";
      /** 0-based places in the old and in the new version. */
      readonly before: number;
      readonly after: number;
      readonly grade: ChangeGrade;
      /** It stands in another order among its neighbours than before. */
      readonly moved: boolean;
    }
  | { readonly kind: "new"; readonly after: number }
  | { readonly kind: "gone"; readonly before: number };

/** Less alike than this, two paragraphs in the same place are two paragraphs. Share of common words, 0..1. */
const ALIKE = 0.4;
/** More is asked of paragraphs elsewhere. */
const ALIKE_ELSEWHERE = 0.75;

/**
 * Matches two versions of a document, given as comparable texts (`comparableTexts`).
 *
 * @returns every paragraph of both versions exactly once, in the order of the new version; what is
 *   gone stands behind what stood before it. Two equal versions match one to one as `same`.
 */
export function matchParagraphs(
  before: readonly string[],
  after: readonly string[],
): readonly ParagraphMatch[] {
  const numbering = new Numbering();
  const [olds, news] = [before, after].map((texts) => numbering.number(texts.map((text) => ({ text }))));
  const pairs: Similar[] = [];
  const { runs } = matchSequences(olds as Int32Array, news as Int32Array);
  const ends = [...runs, { base: before.length, next: after.length, length: 0 }];
  let [oldFrom, newFrom] = [0, 0];
  for (const { base, next, length } of ends) {
    const stretch = findSimilar(before, after, range(oldFrom, base), range(newFrom, next), ALIKE);
    pairs.push(...heaviestChain(stretch, before.length));
    for (let k = 0; k < length; k++) pairs.push({ i: next + k, j: base + k, strength: 1 });
    [oldFrom, newFrom] = [base + length, next + length];
  }
  const all = [...pairs, ...pairsElsewhere(before, after, pairs)].sort((a, b) => a.i - b.i);
  const inPlace = new Set(heaviestChain(all, before.length));
  return inOrder(before, after, all, inPlace);
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, k) => from + k);

/** The most similar of what has no partner in its place, best first, each at most once. */
function pairsElsewhere(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly Similar[],
): readonly Similar[] {
  const [takenNews, takenOlds] = [new Set(pairs.map(({ i }) => i)), new Set(pairs.map(({ j }) => j))];
  const olds = range(0, before.length).filter((j) => !takenOlds.has(j));
  const news = range(0, after.length).filter((i) => !takenNews.has(i));
  const used = new Set<number>();
  return findSimilar(before, after, olds, news, ALIKE_ELSEWHERE)
    .toSorted((a, b) => b.strength - a.strength || a.i - b.i || a.j - b.j)
    .filter(({ i, j }) => {
      const isFree = !used.has(i) && !used.has(-1 - j);
      if (isFree) used.add(i).add(-1 - j);
      return isFree;
    });
}

function inOrder(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly Similar[],
  inPlace: ReadonlySet<Similar>,
): readonly ParagraphMatch[] {
  const pairOf = new Map(pairs.map((pair) => [pair.i, pair]));
  const kept = new Set(pairs.map(({ j }) => j));
  const matches: ParagraphMatch[] = [];
  let passed = 0;
  const passTo = (old: number) => {
    for (; passed < old; passed++) if (!kept.has(passed)) matches.push({ kind: "gone", before: passed });
  };
  for (const [at, text] of after.entries()) {
    const pair = pairOf.get(at);
    if (!pair) {
      matches.push({ kind: "new", after: at });
      continue;
    }
    const moved = !inPlace.has(pair);
    if (!moved) passTo(pair.j);
    const grade = gradeChange(before[pair.j] ?? "", text);
    matches.push({ kind: "kept", before: pair.j, after: at, grade, moved });
  }
  passTo(before.length);
  return matches;
}
