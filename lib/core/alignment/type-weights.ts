/**
 * What a type says about a bead, as log-odds of "translation" against "chance": a rare word with
 * its counterpart on the other side speaks for the bead, without it against; a word whose
 * counterpart is everywhere says nothing.
 */
import type { Counterparts } from "./correspondences";
import type { LevelParameters } from "./parameters";
import type { Side, Type } from "./side";

/** Units that a bead can have on one side. */
export const MOST_UNITS = 4;

/** Per type and number of units opposite (1..4): the score without a match, and what a match adds. */
export interface TypeWeights {
  readonly without: Float64Array;
  readonly gain: Float64Array;
}

/** Where the weights of a type for a number of opposite units stand. */
export const weightIndex = (type: number, opposite: number): number => type * MOST_UNITS + opposite - 1;

/**
 * Weights of every type of one side.
 *
 * @param namesCount a capital marks a name in this language.
 */
export function weighTypes(
  side: Side,
  other: Side,
  counterparts: readonly Counterparts[],
  level: LevelParameters,
  most: number,
  namesCount: boolean,
): TypeWeights {
  const without = new Float64Array(side.types.length * MOST_UNITS);
  const gain = new Float64Array(without.length);
  const seen = new Int32Array(other.units.length).fill(-1);
  side.types.forEach((type, number) => {
    const matches = counterparts[number];
    if (!matches || matches.size === 0) {
      const penalty = strangeness(type, level, namesCount);
      for (let k = 1; k <= MOST_UNITS; k++) without[weightIndex(number, k)] = penalty;
      return;
    }
    let units = 0;
    let missing = 1;
    for (const [match, likelihood] of matches) {
      missing *= 1 - likelihood;
      for (const unit of other.types[match]?.units ?? []) {
        if (seen[unit] === number) continue;
        seen[unit] = number;
        units += 1;
      }
    }
    const density = Math.max(0, units - level.ownShare) / other.units.length;
    for (let k = 1; k <= MOST_UNITS; k++) {
      const floor = 0.4 / other.units.length;
      const chance = Math.min(0.995, Math.max(1 - (1 - Math.min(density, 0.98)) ** k, floor));
      const likely = Math.max(Math.min(most, 1 - missing), Math.min(0.97, chance + 0.02));
      const at = weightIndex(number, k);
      without[at] = Math.log((1 - likely) / (1 - chance));
      gain[at] = Math.log(likely / chance) - (without[at] ?? 0);
    }
  });
  return { without, gain };
}

function strangeness(type: Type, level: LevelParameters, namesCount: boolean): number {
  if (type.kind === "number") return level.strangeNumber;
  if (type.kind === "name" && namesCount) return level.strangeName;
  return type.form.length > 3 ? level.strangeWord : 0;
}
