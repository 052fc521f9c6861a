/**
 * Pairs of words that translate each other, learned from texts that are known or believed to: which
 * words go together by a translation model (IBM 1, both directions), and how often the one stands
 * where the other does. A pair needs two witnesses, so that no bead confirms itself.
 */

/** Distinct forms of two texts that translate each other, and how far that is believed, 0..1. */
export interface WordsPair {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly weight: number;
}

/** By source form: target forms, and how likely each stands in a translation of the source form. */
export type LearnedLexicon = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Of a document from which nothing was learned. */
export const NOTHING_LEARNED: LearnedLexicon = new Map();

const ROUNDS = 4;
/** Pairs of words that one round may compare. */
const MOST_COMPARISONS = 400_000;
/** Shares of a word that are not counted on. */
const FAINT = 0.001;
const FEWEST_WITNESSES = 1.5;
/** Least geometric mean of both directions' probabilities. */
const LEAST_CHANCE = 0.15;
const MOST_LIKELY = 0.85;

/** Learns from pairs of texts. */
export function learnLexicon(pairs: readonly WordsPair[]): LearnedLexicon {
  const counted = numbered(affordable(pairs));
  const there = translationModel(counted.pairs, counted.sourceForms.length, counted.targetForms.length);
  const back = translationModel(
    counted.pairs.map(({ source, target, weight }) => ({ source: target, target: source, weight })),
    counted.targetForms.length,
    counted.sourceForms.length,
  );
  return readOff(counted, there, back);
}

/** The pairs with fewest words first: they teach most and cost least. */
function affordable(pairs: readonly WordsPair[]): readonly WordsPair[] {
  const cost = ({ source, target }: WordsPair) => source.length * target.length;
  const chosen: WordsPair[] = [];
  let spent = 0;
  for (const pair of [...pairs].sort((a, b) => cost(a) - cost(b))) {
    spent += cost(pair);
    if (spent > MOST_COMPARISONS) break;
    chosen.push(pair);
  }
  return chosen;
}

interface NumberedPair {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: number;
}

interface Numbered {
  readonly pairs: readonly NumberedPair[];
  readonly sourceForms: readonly string[];
  readonly targetForms: readonly string[];
}

/** Forms as numbers; forms that stand in one pair only teach nothing and are left out. */
function numbered(pairs: readonly WordsPair[]): Numbered {
  const number = (side: "source" | "target") => {
    const seen = new Map<string, number>();
    for (const pair of pairs) for (const form of pair[side]) seen.set(form, (seen.get(form) ?? 0) + 1);
    const forms = [...seen].filter(([, count]) => count > 1).map(([form]) => form);
    return { forms, numbers: new Map(forms.map((form, index) => [form, index])) };
  };
  const [source, target] = [number("source"), number("target")];
  const toNumbers = (forms: readonly string[], numbers: ReadonlyMap<string, number>) =>
    Int32Array.from(forms.flatMap((form) => numbers.get(form) ?? []));
  return {
    pairs: pairs.map((pair) => ({
      source: toNumbers(pair.source, source.numbers),
      target: toNumbers(pair.target, target.numbers),
      weight: pair.weight,
    })),
    sourceForms: source.forms,
    targetForms: target.forms,
  };
}

/** Probability of a target form given a source form, by source * targets + target. */
type Model = ReadonlyMap<number, number>;

/** IBM model 1 without word order; a word may also come from nothing (row -1). */
function translationModel(pairs: readonly NumberedPair[], sources: number, targets: number): Model {
  let model: Model | null = null;
  for (let round = 0; round < ROUNDS; round++) model = nextModel(pairs, sources, targets, model);
  return model ?? new Map();
}

/** @param last null in the first round, when everything is as likely. */
function nextModel(
  pairs: readonly NumberedPair[],
  sources: number,
  targets: number,
  last: Model | null,
): Model {
  const counts = new Map<number, number>();
  const totals = new Float64Array(sources + 1);
  const most = pairs.reduce((longest, { source }) => Math.max(longest, source.length), 0);
  const chances = new Float64Array(most + 1);
  const keyOf = (source: Int32Array, k: number, e: number) =>
    (k === 0 ? -1 : (source[k - 1] ?? 0)) * targets + e;
  /** Chances of all words of the source, and of none, to give the target word; their sum. */
  const weigh = (source: Int32Array, e: number): number => {
    let sum = 0;
    for (let k = 0; k <= source.length; k++) {
      const chance = last ? (last.get(keyOf(source, k, e)) ?? 0) : 1;
      chances[k] = chance;
      sum += chance;
    }
    return sum;
  };
  const countWord = (source: Int32Array, e: number, weight: number) => {
    const sum = weigh(source, e);
    if (sum === 0) return;
    for (let k = 0; k <= source.length; k++) {
      const share = (weight * (chances[k] ?? 0)) / sum;
      if (share < FAINT) continue;
      const key = keyOf(source, k, e);
      counts.set(key, (counts.get(key) ?? 0) + share);
      const row = k === 0 ? 0 : (source[k - 1] ?? 0) + 1;
      totals[row] = (totals[row] ?? 0) + share;
    }
  };
  for (const { source, target, weight } of pairs) for (const e of target) countWord(source, e, weight);
  for (const [key, count] of counts) counts.set(key, count / (totals[Math.floor(key / targets) + 1] ?? 1));
  return counts;
}

/** Pairs that both directions believe, with the share of the source form's places at which the target form stands. */
function readOff(counted: Numbered, there: Model, back: Model): LearnedLexicon {
  const { sourceForms, targetForms } = counted;
  const believed = believedKeys(there, back, sourceForms.length, targetForms.length);
  const { together, alone } = countTogether(counted, believed);
  const lexicon = new Map<string, Map<string, number>>();
  for (const [key, count] of together) {
    if (count < FEWEST_WITNESSES) continue;
    const [f, e] = [Math.floor(key / targetForms.length), key % targetForms.length];
    const likelihood = Math.min(MOST_LIKELY, (count - 0.5) / ((alone[f] ?? 0) + 0.5));
    const [form, counterpart] = [sourceForms[f] ?? "", targetForms[e] ?? ""];
    const entry = lexicon.get(form);
    if (entry) entry.set(counterpart, likelihood);
    else lexicon.set(form, new Map([[counterpart, likelihood]]));
  }
  return lexicon;
}

function believedKeys(there: Model, back: Model, sources: number, targets: number): ReadonlySet<number> {
  const believed = new Set<number>();
  for (const [key, chance] of there) {
    if (key < 0) continue;
    const turned = (key % targets) * sources + Math.floor(key / targets);
    if (Math.sqrt(chance * (back.get(turned) ?? 0)) >= LEAST_CHANCE) believed.add(key);
  }
  return believed;
}

/** Weight of the pairs with both forms, and with each source form. */
function countTogether({ pairs, sourceForms, targetForms }: Numbered, believed: ReadonlySet<number>) {
  const together = new Map<number, number>();
  const alone = new Float64Array(sourceForms.length);
  for (const { source, target, weight } of pairs) {
    for (const f of source) {
      alone[f] = (alone[f] ?? 0) + weight;
      for (const e of target) {
        const key = f * targetForms.length + e;
        if (believed.has(key)) together.set(key, (together.get(key) ?? 0) + weight);
      }
    }
  }
  return { together, alone };
}
