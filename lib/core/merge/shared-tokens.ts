import type { Token } from "../text/tokens";
import { type TokenEdit, tokenEdits } from "./token-edits";

/** The three texts of a merge as tokens. */
export interface Versions {
  readonly base: readonly Token[];
  readonly ours: readonly Token[];
  readonly theirs: readonly Token[];
}

/** A token that all three texts have, by its index in each. Lists of them rise in all three. */
export interface SharedToken {
  readonly base: number;
  readonly ours: number;
  readonly theirs: number;
}

/** The base tokens that neither side touched, by comparing each side with the base alone. */
export function keptByBoth({ base, ours, theirs }: Versions): readonly SharedToken[] {
  const inOurs = placesOfKept(base.length, tokenEdits(base, ours));
  const inTheirs = placesOfKept(base.length, tokenEdits(base, theirs));
  const shared: SharedToken[] = [];
  for (let at = 0; at < base.length; at++) {
    const [our, their] = [inOurs[at] as number, inTheirs[at] as number];
    if (our >= 0 && their >= 0) shared.push({ base: at, ours: our, theirs: their });
  }
  return shared;
}

/** For every base token its index in the side, or -1 if it was replaced. */
export function placesOfKept(length: number, edits: readonly TokenEdit[]): Int32Array {
  const places = new Int32Array(length).fill(-1);
  let [at, offset] = [0, 0];
  const keepUpTo = (end: number): void => {
    for (; at < end; at++) places[at] = at + offset;
  };
  for (const { baseFrom, baseTo, sideFrom, sideTo } of edits) {
    keepUpTo(baseFrom);
    at = baseTo;
    offset += sideTo - sideFrom - (baseTo - baseFrom);
  }
  keepUpTo(length);
  return places;
}
