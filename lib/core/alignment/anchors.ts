/**
 * Anchors: pairs of paragraphs that share rare words, names and numbers, chained in order. They
 * cost time in proportion to the text and show where a long document can be cut.
 */
import { heaviestChain } from "./chain";
import type { TraitsOf } from "./correspondences";
import { readUnit } from "./tokens";

/** Source paragraph i corresponds to target paragraph j; strength in nats. */
export interface Anchor {
  readonly i: number;
  readonly j: number;
  readonly strength: number;
}

/** A word in more paragraphs of a side than this anchors nothing. */
const COMMON = 24;
/** Pairs kept for each source paragraph, and the least strength of one. */
const KEPT = 16;
const WEAKEST = 6;

/** Locates the anchors of a document: strictly ascending on both sides, the heaviest such chain. */
export function findAnchors(
  source: readonly string[],
  target: readonly string[],
  sourceTraits: TraitsOf,
  targetTraits: TraitsOf,
): readonly Anchor[] {
  const places = placesOfKeys(target, targetTraits);
  const sourceKeys = source.map((text) => keysOf(text, sourceTraits));
  const frequency = new Map<string, number>();
  for (const keys of sourceKeys) for (const key of keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const strengths = new Float64Array(target.length);
  const pairs: Anchor[] = [];
  sourceKeys.forEach((keys, i) => {
    const rare = keys.filter((key) => (frequency.get(key) ?? 0) <= COMMON);
    const touched = addStrengths(rare, places, frequency, strengths);
    const near = touched.map((j) => ({ i, j, strength: strengths[j] ?? 0 }));
    for (const j of touched) strengths[j] = 0;
    const strong = near.filter(({ strength }) => strength > WEAKEST);
    strong.sort((a, b) => b.strength - a.strength || a.j - b.j);
    pairs.push(...strong.slice(0, KEPT));
  });
  return heaviestChain(pairs, target.length);
}

/** Adds what each key says for each target paragraph that has it; returns the paragraphs touched. */
function addStrengths(
  keys: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  frequency: ReadonlyMap<string, number>,
  strengths: Float64Array,
): readonly number[] {
  const touched: number[] = [];
  for (const key of keys) {
    const found = places.get(key) ?? [];
    if (found.length > COMMON) continue;
    const worth = Math.log(1 + strengths.length / Math.max(found.length, frequency.get(key) ?? 0));
    for (const j of found) {
      if (strengths[j] === 0) touched.push(j);
      strengths[j] = (strengths[j] ?? 0) + worth;
    }
  }
  return touched;
}

/** What two paragraphs can share across languages: numbers, and words by their cognate key. */
function keysOf(text: string, traitsOf: TraitsOf): readonly string[] {
  const keys = new Set<string>();
  for (const token of readUnit(text).tokens) {
    if (token.kind === "number") keys.add(token.form);
    else if (token.form.length >= 4) keys.add(traitsOf(token).key);
  }
  return [...keys];
}

function placesOfKeys(texts: readonly string[], traitsOf: TraitsOf): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    for (const key of keysOf(text, traitsOf)) {
      const known = places.get(key);
      if (known) known.push(index);
      else places.set(key, [index]);
    }
  });
  return places;
}
