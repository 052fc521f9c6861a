/** One side of a region as the evidence needs it: its units, its types, and where each type stands. */
import type { TokenKind, Unit } from "./tokens";

/** A distinct token of a side. */
export interface Type {
  readonly form: string;
  readonly kind: TokenKind;
  /** Units that have it, ascending, and beside each the position among that unit's tokens. */
  readonly units: readonly number[];
  readonly positions: readonly number[];
}

export interface Side {
  readonly units: readonly Unit[];
  readonly types: readonly Type[];
  /** Type number of each token of each unit. */
  readonly typesOfUnit: readonly Int32Array[];
}

/** Gathers the types of a list of units. */
export function readSide(units: readonly Unit[]): Side {
  const numbers = new Map<string, number>();
  const types: { form: string; kind: TokenKind; units: number[]; positions: number[] }[] = [];
  const typesOfUnit = units.map((unit, unitIndex) =>
    Int32Array.from(unit.tokens, ({ form, kind }, position) => {
      let number = numbers.get(form);
      if (number === undefined) {
        number = types.length;
        numbers.set(form, number);
        types.push({ form, kind, units: [], positions: [] });
      }
      const type = types[number];
      type?.units.push(unitIndex);
      type?.positions.push(position);
      if (type && kind === "name") type.kind = "name";
      return number;
    }),
  );
  return { units, types, typesOfUnit };
}
