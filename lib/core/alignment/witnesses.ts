/** How words behaved in the texts that are believed to translate each other: where they stood, and what stood opposite. */
import type { WordsPair } from "./learned-lexicon";

/** Places of a form on one side, and those of them at which one of some forms stood opposite. */
export type Observe = (
  form: string,
  opposite: readonly string[],
) => { readonly places: number; readonly matched: number };

export interface Witnesses {
  readonly source: Observe;
  readonly target: Observe;
}

/** Places of one form that are looked at. */
const MOST_PLACES = 20;

/** Gathers what the pairs saw; without pairs nothing was seen. */
export function witnessesOf(pairs: readonly WordsPair[]): Witnesses {
  const sources = pairs.map(({ source }) => new Set(source));
  const targets = pairs.map(({ target }) => new Set(target));
  return { source: observer(sources, targets), target: observer(targets, sources) };
}

function observer(
  own: ReadonlyArray<ReadonlySet<string>>,
  other: ReadonlyArray<ReadonlySet<string>>,
): Observe {
  const places = new Map<string, number[]>();
  own.forEach((forms, index) => {
    for (const form of forms) {
      const known = places.get(form);
      if (!known) places.set(form, [index]);
      else if (known.length < MOST_PLACES) known.push(index);
    }
  });
  return (form, opposite) => {
    const seen = places.get(form) ?? [];
    let matched = 0;
    for (const place of seen)
      if (opposite.some((counterpart) => other[place]?.has(counterpart))) matched += 1;
    return { places: seen.length, matched };
  };
}
