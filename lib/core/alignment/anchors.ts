/**
 * Anchors: pairs of paragraphs that share rare words, names and numbers, chained in order. They
 * cost time in proportion to the text and show where a long document can be cut.
 */
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
    const touched: number[] = [];
    for (const key of keys) {
      const found = places.get(key);
      const most = Math.max(found?.length ?? 0, frequency.get(key) ?? 0);
      if (!found || most > COMMON) continue;
      for (const j of found) {
        if (strengths[j] === 0) touched.push(j);
        strengths[j] = (strengths[j] ?? 0) + Math.log(1 + target.length / most);
      }
    }
    const strong = touched
      .map((j) => ({ i, j, strength: strengths[j] ?? 0 }))
      .filter(({ strength }) => strength > WEAKEST);
    for (const j of touched) strengths[j] = 0;
    strong.sort((a, b) => b.strength - a.strength || a.j - b.j);
    pairs.push(...strong.slice(0, KEPT));
  });
  return heaviestChain(pairs, target.length);
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

/** Pairs come sorted by i. A tree of running maxima over j makes it n log n. */
function heaviestChain(pairs: readonly Anchor[], targets: number): readonly Anchor[] {
  const weight = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length).fill(-1);
  const tree = new Int32Array(targets + 2).fill(-1);
  const bestBefore = (j: number): number => {
    let best = -1;
    for (let node = j; node > 0; node -= node & -node) {
      const candidate = tree[node] ?? -1;
      if (candidate >= 0 && (best < 0 || (weight[candidate] ?? 0) > (weight[best] ?? 0))) best = candidate;
    }
    return best;
  };
  const enter = (index: number, j: number) => {
    for (let node = j + 1; node < tree.length; node += node & -node) {
      const there = tree[node] ?? -1;
      if (there < 0 || (weight[index] ?? 0) > (weight[there] ?? 0)) tree[node] = index;
    }
  };
  let heaviest = -1;
  for (let from = 0; from < pairs.length; ) {
    let to = from;
    for (; to < pairs.length && pairs[to]?.i === pairs[from]?.i; to++) {
      const { j, strength } = pairs[to] ?? { j: 0, strength: 0 };
      const last = bestBefore(j);
      before[to] = last;
      weight[to] = strength + (last < 0 ? 0 : (weight[last] ?? 0));
      if (heaviest < 0 || (weight[to] ?? 0) > (weight[heaviest] ?? 0)) heaviest = to;
    }
    for (; from < to; from++) enter(from, pairs[from]?.j ?? 0);
  }
  const chain: Anchor[] = [];
  for (let index = heaviest; index >= 0; index = before[index] ?? -1) {
    const anchor = pairs[index];
    if (anchor) chain.push(anchor);
  }
  return chain.reverse();
}
