/** `length` equal elements from `base` and `next` on. Lists of runs rise on both sides. */
export interface EqualRun {
  readonly base: number;
  readonly next: number;
  readonly length: number;
}

/** Joins pairs of equal elements (ascending on both sides) to runs. */
export function joinPairs(pairs: Iterable<readonly [base: number, next: number]>): readonly EqualRun[] {
  const runs: { base: number; next: number; length: number }[] = [];
  for (const [base, next] of pairs) {
    const last = runs.at(-1);
    if (last && last.base + last.length === base && last.next + last.length === next) last.length++;
    else runs.push({ base, next, length: 1 });
  }
  return runs;
}

/** Gives equal texts equal numbers, so that comparing two elements compares two integers. */
export class Numbering {
  private readonly numbers = new Map<string, number>();

  /** Numbers from 0 in order of first appearance, over all lists given to this numbering. */
  number(elements: readonly { readonly text: string }[]): Int32Array {
    return Int32Array.from(elements, ({ text }) => {
      const known = this.numbers.get(text);
      if (known !== undefined) return known;
      this.numbers.set(text, this.numbers.size);
      return this.numbers.size - 1;
    });
  }
}
