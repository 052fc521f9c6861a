/** Words shorter than this are other words as soon as one letter differs: "ein", "kein". */
const SHORTEST = 5;
/** Letters at the end that carry number, case and tense: a difference there may change the meaning. */
const ENDING = 2;

/**
 * Are two words, as far as one can tell without a dictionary, two spellings of the same word?
 * They are if only accents, umlauts, ß and capitals differ, or if inside a long word one letter
 * was left out, doubled, or swapped with its neighbour. One letter in place of another makes
 * another word too often, and so do the first letter and the ending. Symmetric.
 */
export function isSpellingOf(one: string, other: string): boolean {
  if (/\p{N}/u.test(one + other)) return one === other;
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST || short[0] !== long[0]) return false;
  const from = commonStart(short, long);
  if (long.length === short.length) return isSwap(short, long, from);
  const isInside = from < short.length - ENDING + 1;
  return isInside && long.length === short.length + 1 && short.slice(from) === long.slice(from + 1);
}

/** Without what spelling reforms, keyboards and capitals change. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ä|ae/g, "a")
    .replace(/ö|oe/g, "o")
    .replace(/ü|ue/g, "u")
    .normalize("NFD")
    .replace(/\p{M}|['’]/gu, "");

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

const isSwap = (one: string, other: string, at: number): boolean =>
  one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
