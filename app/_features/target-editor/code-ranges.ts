const MARKER = /<(\/?)(\d{1,9})(\/?)>/g;

/** A marker of an inline code in a text; UTF-16 units, half-open. */
export interface CodeRange {
  readonly from: number;
  readonly to: number;
  readonly id: number;
  readonly role: "open" | "close" | "empty";
}

/** The markers of inline codes in a text, in order. Numbers that are no codes are the author's own text. */
export function findCodeRanges(text: string, codes: ReadonlySet<number>): readonly CodeRange[] {
  if (codes.size === 0) return [];
  return [...text.matchAll(MARKER)].flatMap((match) => {
    const [marker, slash, digits, end] = match;
    const id = Number(digits);
    if (!codes.has(id) || (slash && end)) return [];
    const role = slash ? "close" : end ? "empty" : "open";
    return [{ from: match.index, to: match.index + marker.length, id, role } as const];
  });
}

/** Numbers of the codes that `base` has and `text` has fewer of, ascending. */
export function missingCodes(base: string, text: string, codes: ReadonlySet<number>): readonly number[] {
  const left = new Map<string, number>();
  const key = ({ id, role }: CodeRange) => `${id} ${role}`;
  for (const range of findCodeRanges(text, codes)) left.set(key(range), (left.get(key(range)) ?? 0) + 1);
  const missing = new Set<number>();
  for (const range of findCodeRanges(base, codes)) {
    const count = left.get(key(range)) ?? 0;
    if (count === 0) missing.add(range.id);
    left.set(key(range), count - 1);
  }
  return [...missing].sort((a, b) => a - b);
}
