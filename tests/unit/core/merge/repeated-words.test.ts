import { expect, it } from "vitest";
import { mergeTexts } from "@/lib/core/merge/merge-texts";
import { random } from "@/tests/support/random";

interface Dealt {
  readonly seed: number;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Texts of three to six different words, each word left, dropped, exchanged or doubled by one of two people or by both. */
function* dealt(count: number): Generator<Dealt> {
  for (let seed = 1; seed <= count; seed++) {
    const dice = random(seed);
    const vocabulary = ["the", "a", "of", ",", "red", "house"].slice(0, dice() < 0.5 ? 6 : 3);
    const pick = (): string => vocabulary[Math.floor(dice() * vocabulary.length)] ?? "";
    const words = Array.from({ length: 3 + Math.floor(dice() * 10) }, pick);
    const edits = words.map((word) => {
      if (dice() > 0.35) return null;
      const kind = dice();
      const becomes = kind < 0.35 ? [] : kind < 0.6 ? [`new${Math.floor(dice() * 3)}`] : [pick(), word];
      return { hand: Math.floor(dice() * 3), becomes };
    });
    const textOf = (hands: readonly number[]): string =>
      words
        .flatMap((word, at) => {
          const edit = edits[at];
          return edit && hands.includes(edit.hand) ? edit.becomes : [word];
        })
        .join(" ");
    yield { seed, base: textOf([]), ours: textOf([0, 2]), theirs: textOf([1, 2]) };
  }
}

/** How often a phrase of two words with a letter comes again at most three words later. */
function echoes(text: string): ReadonlyMap<string, number> {
  const words = text.split(" ");
  const found = new Map<string, number>();
  const last = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at++) {
    const phrase = `${words[at]} ${words[at + 1]}`;
    const before = last.get(phrase);
    last.set(phrase, at);
    if (before !== undefined && at - before <= 3 && /\p{L}/u.test(phrase))
      found.set(phrase, (found.get(phrase) ?? 0) + 1);
  }
  return found;
}

it("never says two words again right after, where neither side does, in 4,000 seeded texts of few words", () => {
  let clean = 0;
  for (const { seed, base, ours, theirs } of dealt(4_000)) {
    const merge = mergeTexts(base, ours, theirs);
    if (merge.status === "conflict") continue;
    clean++;
    const known = [echoes(ours), echoes(theirs)];
    for (const [phrase, count] of echoes(merge.text)) {
      const most = Math.max(...known.map((counts) => counts.get(phrase) ?? 0));
      expect(count, `seed ${seed}: “${phrase}” in ${merge.text}`).toBeLessThanOrEqual(most);
    }
  }
  expect(clean).toBeGreaterThan(2_500);
});

it("is contained, or a conflict, where ours has made all the changes of theirs and more of its own", () => {
  let contained = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const dice = random(seed * 31);
    const words: string[] = [];
    // A word beside its equal is left out: which of the two somebody has doubled nobody can say.
    const pick = (...but: readonly (string | undefined)[]): string => {
      const others = ["the", "a", "of", "red"].filter((word) => !but.includes(word));
      return others[Math.floor(dice() * others.length)] ?? "";
    };
    while (words.length < 12) words.push(pick(words.at(-1)));
    const [shared, own] = [Math.floor(dice() * words.length), Math.floor(dice() * words.length)];
    const withInserted = (places: readonly (readonly [number, string])[]): string =>
      words
        .flatMap((word, at) => [...places.filter(([to]) => to === at).map(([, text]) => text), word])
        .join(" ");
    const both = [shared, pick(words[shared - 1], words[shared])] as const;
    const theirs = withInserted([both]);
    const ours = withInserted([both, [own, "fresh"]]);
    const merge = mergeTexts(words.join(" "), ours, theirs);
    if (merge.status === "conflict") continue;
    expect(merge.text, `seed ${seed}`).toBe(ours);
    contained++;
  }
  expect(contained).toBeGreaterThan(2_500);
});

it.each([
  ["a of red red ,", "a of house red red red ,", "a a of house red red new", "a a of house red red new"],
  ["a a a a a of a a", "a a a a a new a a a", "a a of a a a of a a a", "a a of a a a new a a a"],
  [
    "of , , the house the the a a of of",
    "of , , the house the new a a of of",
    "a of , , the house the new a of of",
    "a of , , the house the new a of of",
  ],
  [
    "red a red house the a a",
    "red a , red new the a a",
    "red a red house the a of a",
    "red a , red new the a of a",
  ],
])("finds what both wrote among equal words: %s", (base, ours, theirs, expected) => {
  const merge = mergeTexts(base, ours, theirs);
  expect(merge.status === "conflict" ? "conflict" : merge.text).toBe(expected);
});

/** The same word put into a text of few words by both, at any two places, and one word more by one of them or none. */
function* bothInserted(): Generator<{
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}> {
  for (const base of ["a a a", "a a", "a a a a", "a b a b", "a a b"]) {
    const words = base.split(" ");
    const places = [...words.keys(), words.length];
    const theirs = places.flatMap((at) => {
      const same = words.toSpliced(at, 0, "a");
      return [same, ...places.map((other) => same.toSpliced(other, 0, "x"))];
    });
    for (const at of places)
      for (const their of theirs)
        yield { base, ours: words.toSpliced(at, 0, "a").join(" "), theirs: their.join(" ") };
  }
}

it("says a word at most as often as both sides have put it in, where they do nothing else", () => {
  const count = (text: string, word: string): number => text.split(" ").filter((one) => one === word).length;
  let clean = 0;
  for (const { base, ours, theirs } of bothInserted()) {
    const merge = mergeTexts(base, ours, theirs);
    if (merge.status === "conflict") continue;
    clean++;
    for (const word of new Set(merge.text.split(" "))) {
      const [before, our, their] = [base, ours, theirs].map((text) => count(text, word)) as [
        number,
        number,
        number,
      ];
      const most = our + their - before;
      expect(count(merge.text, word), `“${word}”: ${base} | ${ours} | ${theirs}`).toBeLessThanOrEqual(most);
    }
  }
  expect(clean).toBeGreaterThan(200);
});

it("takes one more of a word beside its equal from each side, as nobody can say that it is the same one", () => {
  expect(mergeTexts("a a a", "a a a a", "a x a a a")).toMatchObject({ text: "a x a a a a" });
  // the same edit alone is one edit
  expect(mergeTexts("a a a", "a a a a", "a a a a")).toMatchObject({ text: "a a a a" });
});
