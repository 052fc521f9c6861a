import type { HistoryEntry } from "@/app/_loaders/history";

export interface ComparedPair {
  readonly from: { readonly number: number; readonly text: string };
  readonly to: { readonly number: number; readonly text: string };
}

/** The two texts that `?from=` and `?to=` name by number; whatever makes no sense counts as the first and the last. */
export function comparedPair(
  entries: readonly Pick<HistoryEntry, "number" | "text">[],
  query: Readonly<Record<string, string | string[] | undefined>>,
): ComparedPair | null {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || first === last) return null;
  const named = (value: string | string[] | undefined) =>
    entries.find(({ number }) => String(number) === value);
  const [from, to] = [named(query.from) ?? first, named(query.to) ?? last];
  return { from: { number: from.number, text: from.text }, to: { number: to.number, text: to.text } };
}
