/** How often each sequence of `length` items occurs; items must not contain a line feed. */
export function countNgrams(items: readonly string[], length: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= items.length; at++) {
    const key = items.slice(at, at + length).join("\n");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** How many of the first's sequences the second has, each at most as often as the second has it. */
export function countCommon(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [key, count] of one) common += Math.min(count, other.get(key) ?? 0);
  return common;
}

/** Sums of several rows of equal length, place by place. */
export const sumRows = (rows: readonly (readonly number[])[], length: number): readonly number[] =>
  Array.from({ length }, (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));
