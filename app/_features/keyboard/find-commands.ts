/** Anything that the palette can show: a command or a page. */
export interface Findable {
  readonly label: string;
}

const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();

/**
 * Entries in which each word of the query occurs, those first that begin a word with it;
 * otherwise in their own order. Accents and case do not count.
 */
export function findCommands<T extends Findable>(entries: readonly T[], query: string): readonly T[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const rank = (entry: T): number => {
    const label = folded(entry.label);
    if (!words.every((word) => label.includes(word))) return -1;
    return words.every((word) => label.startsWith(word) || label.includes(` ${word}`)) ? 0 : 1;
  };
  return entries
    .map((entry, index) => ({ entry, index, rank: rank(entry) }))
    .filter((item) => item.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ entry }) => entry);
}
