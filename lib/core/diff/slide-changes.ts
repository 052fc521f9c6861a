import { type Link, OPENING } from "./affine-alignment";
import { type EqualRun, joinPairs } from "./equal-run";
import type { Unit } from "./units";

/**
 * Moves pure insertions and deletions to where a reader expects them. "A b. C b. D" against "A b. D" can be
 * read as "b. C" or as "C b." left out, at the same cost: the one that begins and ends like a sentence, else
 * like a clause or a word, is taken. The number of linked units stays; runs between two changes do not
 * become smaller than an alignment would leave them.
 */
export function slideChanges(
  links: readonly Link[],
  base: readonly Unit[],
  next: readonly Unit[],
): readonly Link[] {
  const pairs = links.map((link) => [link.base, link.next] as const);
  const runs: EqualRun[] = [
    { base: 0, next: 0, length: 0 },
    ...joinPairs(pairs),
    { base: base.length, next: next.length, length: 0 },
  ];
  for (let index = 1; index < runs.length; index++) {
    const [before, after] = [runs[index - 1] as EqualRun, runs[index] as EqualRun];
    const isInsertion = before.base + before.length === after.base;
    if (isInsertion === (before.next + before.length === after.next)) continue;
    const units = isInsertion ? next : base;
    const from = (isInsertion ? before.next : before.base) + before.length;
    const to = isInsertion ? after.next : after.base;
    const reachesStart = before.base === 0 && before.next === 0;
    const reachesEnd = after.base + after.length === base.length && after.next + after.length === next.length;
    const shift = bestShift(units, from, to, {
      left: reachesStart ? before.length : freeUnits(units.slice(from - before.length, from)),
      right: reachesEnd ? after.length : freeUnits(units.slice(to, to + after.length).reverse()),
    });
    runs[index - 1] = { ...before, length: before.length + shift };
    runs[index] = { base: after.base + shift, next: after.next + shift, length: after.length - shift };
  }
  return runs.flatMap(linksOf);
}

const linksOf = ({ base, next, length }: EqualRun): Link[] =>
  Array.from({ length }, (_, at) => ({ base: base + at, next: next + at }));

/** How many units of a run may change sides, from its far end: what is left there must outweigh an island. */
function freeUnits(run: readonly Unit[]): number {
  let left = 0;
  for (const [index, { weight }] of run.entries()) {
    left += weight;
    if (left > OPENING) return run.length - index - 1;
  }
  return 0;
}

/** The best place; of equally good ones the given one, else one later in the text. */
function bestShift(
  units: readonly Unit[],
  from: number,
  to: number,
  free: { readonly left: number; readonly right: number },
): number {
  let best = 0;
  let bestScore = edgeScore(units, from, to);
  const consider = (shift: number): void => {
    const score = edgeScore(units, from + shift, to + shift);
    if (score <= bestScore) return;
    best = shift;
    bestScore = score;
  };
  const isSame = (one: number, other: number): boolean => units[one]?.text === units[other]?.text;
  for (let shift = 1; shift <= free.right && isSame(from + shift - 1, to + shift - 1); shift++) {
    consider(shift);
  }
  for (let shift = -1; -shift <= free.left && isSame(from + shift, to + shift); shift--) {
    consider(shift);
  }
  return best;
}

const SENTENCE_END = /^(?:[.!?…。！？؟।]|\.{2,})$/u;
const CLAUSE_END = /^[,;:、，؛،–—]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?…]/u;

/** How natural the units from `from` to `to` (half-open) look as one change. */
function edgeScore(units: readonly Unit[], from: number, to: number): number {
  const before = units[from - 1];
  const first = units[from];
  const last = units[to - 1];
  const after = units[to];
  if (!first || !last) return 0;
  let score = before && before.to === first.from ? 0 : 1;
  if (!after || after.from !== last.to) score += 1;
  if (CLOSING.test(first.text)) score -= 1;
  if (!before || SENTENCE_END.test(before.text)) score += SENTENCE_END.test(last.text) || !after ? 4 : 2;
  else if (CLAUSE_END.test(before.text) && CLAUSE_END.test(last.text)) score += 2;
  else if (CLAUSE_END.test(last.text)) score += 1;
  return score;
}
