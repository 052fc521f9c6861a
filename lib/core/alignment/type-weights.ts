/**
 * What a type says about a bead, as log-odds of "translation" against "chance": a rare word with
 * its counterpart on the other side speaks for the bead, without it against; a word whose
 * counterpart is everywhere says nothing.
 */
import type { Counterparts } from "./correspondences";
import type { LevelParameters } from "./parameters";
import type { Side, Type } from "./side";
import type { Observe } from "./witnesses";

/** Units that a bead can have on one side. */
export const MOST_UNITS = 4;

/** Places at which what was seen of a word counts as much as what is expected of its kind. */
const HELD = 2;

/** Per type and number of units opposite (1..4): the score without a match, and what a match adds. */
export interface TypeWeights {
  readonly without: Float64Array;
  readonly gain: Float64Array;
}

/** Where the weights of a type for a number of opposite units stand. */
export const weightIndex = (type: number, opposite: number): number => type * MOST_UNITS + opposite - 1;

/** What a language lets one expect of a type without counterpart. */
export interface TypeLore {
  /** A capital marks a name in this language. */
  readonly namesCount: boolean;
  /** The word list has the type, so a translation should have shown. */
  readonly knows: (type: Type) => boolean;
  readonly observe: Observe;
}

/** Weights of every type of one side, from its counterparts on the other. */
export function weighTypes(
  side: Side,
  other: Side,
  counterparts: readonly Counterparts[],
  level: LevelParameters,
  most: number,
  lore: TypeLore,
): TypeWeights {
  const without = new Float64Array(side.types.length * MOST_UNITS);
  const gain = new Float64Array(without.length);
  const seen = new Int32Array(other.units.length).fill(-1);
  side.types.forEach((type, number) => {
    const matches = counterparts[number];
    if (!matches || matches.size === 0) {
      without.fill(
        strangeness(type, level, lore),
        weightIndex(number, 1),
        weightIndex(number, MOST_UNITS) + 1,
      );
      return;
    }
    const units = Math.max(0, unitsWith(matches, other, seen, number) - level.ownShare);
    const outside = level.outsideUnits * level.outsideShare;
    const density = (units + outside) / (other.units.length - level.ownShare + level.outsideUnits);
    const { places, matched } = lore.observe(
      type.form,
      [...matches.keys()].map((n) => other.types[n]?.form ?? ""),
    );
    const likelihood = Math.min(most, (matched + HELD * anyOf(matches)) / (places + HELD));
    for (let k = 1; k <= MOST_UNITS; k++) {
      const chance = Math.min(
        0.995,
        Math.max(1 - (1 - Math.min(density, 0.98)) ** k, 0.4 / other.units.length),
      );
      const likely = Math.max(likelihood, Math.min(0.97, chance + 0.02));
      const at = weightIndex(number, k);
      without[at] = Math.log((1 - likely) / (1 - chance));
      gain[at] = Math.log(likely / chance) - (without[at] ?? 0);
    }
  });
  return { without, gain };
}

/** Units that have any of the counterparts; `seen` remembers by the type's number. */
function unitsWith(matches: Counterparts, other: Side, seen: Int32Array, number: number): number {
  let units = 0;
  for (const match of matches.keys()) {
    for (const unit of other.types[match]?.units ?? []) {
      if (seen[unit] === number) continue;
      seen[unit] = number;
      units += 1;
    }
  }
  return units;
}

/** Likelihood that at least one counterpart stands in a translation. */
function anyOf(matches: Counterparts): number {
  let none = 1;
  for (const likelihood of matches.values()) none *= 1 - likelihood;
  return 1 - none;
}

function strangeness(type: Type, level: LevelParameters, lore: TypeLore): number {
  if (type.kind === "number") return level.strangeNumber;
  const word =
    type.kind === "name" && lore.namesCount
      ? level.strangeName
      : type.form.length > 3
        ? level.strangeWord
        : 0;
  return lore.knows(type) ? Math.min(word, level.strangeKnown) : word;
}
