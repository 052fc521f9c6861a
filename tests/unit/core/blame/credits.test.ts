import { describe, expect, it } from "vitest";
import { type BlamedRevision, blame } from "@/lib/core/blame/blame";
import { creditsOf } from "@/lib/core/blame/credits";
import { countHumanWords } from "@/lib/core/blame/human-share";
import { stretches } from "@/lib/core/blame/stretches";
import { random } from "@/tests/support/random";

interface Credited {
  readonly text: string;
  readonly isApproved: boolean;
}

const WORDS = "harbour bridge lantern of the a river , window . 12 oak".split(" ");
const SPACES = [" ", " ", " ", "  ", "\n"];

/** Histories of up to seven texts: words exchanged, left out, put in, blocks moved, spaces changed, earlier texts again. */
function* histories(
  count: number,
): Generator<{ readonly seed: number; readonly revisions: readonly Credited[] }> {
  for (let seed = 1; seed <= count; seed++) {
    const dice = random(seed * 17);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
    const joined = (words: readonly string[]): string => words.map((word) => word + pick(SPACES)).join("");
    const words: (readonly string[])[] = [
      Array.from({ length: 4 + Math.floor(dice() * 10) }, () => pick(WORDS)),
    ];
    const texts = [joined(words[0] ?? [])];
    for (let left = 1 + Math.floor(dice() * 6); left > 0; left--) {
      const kind = dice();
      const last = words.at(-1) ?? [];
      const cut = Math.floor(dice() * last.length);
      const moved = [...last.slice(cut), ...last.slice(0, cut)];
      const edited = last.flatMap((word) => {
        const act = dice();
        return act < 0.8 ? [word] : act < 0.87 ? [] : act < 0.94 ? [pick(WORDS), word] : [pick(WORDS)];
      });
      words.push(kind < 0.25 ? moved : edited);
      texts.push(kind > 0.85 ? pick(texts) : joined(words.at(-1) ?? []));
    }
    yield { seed, revisions: texts.map((text) => ({ text, isApproved: dice() < 0.4 })) };
  }
}

describe("credits: laws on 1,000 seeded histories", () => {
  it("depend on nothing that comes later", () => {
    for (const { seed, revisions } of histories(1000)) {
      expect(creditsOf(revisions).slice(0, -1), `seed ${seed}`).toEqual(creditsOf(revisions.slice(0, -1)));
    }
  });

  it("keep the first approval when the same text is approved again, also that of the first revision", () => {
    let kept = 0;
    for (const { seed, revisions } of histories(1000)) {
      const text = revisions.at(-1)?.text ?? "";
      const before = creditsOf(revisions).at(-1);
      const after = creditsOf([...revisions, { text, isApproved: true }]).at(-1);
      for (const [place, approved] of (before?.approved ?? []).entries()) {
        expect(after?.approved[place], `seed ${seed}`).toBe(approved < 0 ? revisions.length : approved);
        if (approved === 0) kept++;
      }
    }
    expect(kept).toBeGreaterThan(1000);
  });

  it("give the credit of a word once: no text has more of a word from the one before than that had", () => {
    for (const { seed, revisions } of histories(1000)) {
      const [first, next] = revisions as [Credited, Credited];
      const tokens = blame(asBlamed([first, next]));
      const had = wordCounts(first.text);
      const kept = new Map<string, number>();
      for (const { text, kind, revision } of tokens) {
        if (kind !== "space" && revision.number === 0) kept.set(text, (kept.get(text) ?? 0) + 1);
      }
      for (const [word, count] of kept)
        expect(count, `seed ${seed}: ${word}`).toBeLessThanOrEqual(had.get(word) ?? 0);
    }
  });

  it("call a token approved only if every character of it is", () => {
    let [whole, partly] = [0, 0];
    for (const { seed, revisions } of histories(1000)) {
      const units = creditsOf(revisions).at(-1)?.approved ?? new Int32Array();
      for (const { from, to, approved } of blame(asBlamed(revisions))) {
        const open = [...units.subarray(from, to)].filter((unit) => unit < 0).length;
        expect(approved === null, `seed ${seed}`).toBe(open > 0);
        if (open > 0 && open < to - from) partly++;
        if (open === 0) whole++;
      }
    }
    expect(whole).toBeGreaterThan(2000);
    expect(partly).toBeGreaterThan(10);
  });

  it("lose nothing when words are put in and the white space beside them changes", () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const dice = random(seed * 23);
      const pick = (): string => WORDS[Math.floor(dice() * WORDS.length)] ?? "";
      const old = Array.from({ length: 3 + Math.floor(dice() * 9) }, pick);
      const longer = old.flatMap((word) => (dice() < 0.3 ? [pick(), word] : [word]));
      const wide = (words: readonly string[]): string =>
        words.map((word) => `${word}${dice() < 0.3 ? "  " : " "}`).join("");
      const [before, after] = dice() < 0.5 ? [wide(old), wide(longer)] : [wide(longer), wide(old)];
      const tokens = blame(asBlamed([before, after].map((text) => ({ text, isApproved: false })))).filter(
        ({ kind }) => kind !== "space",
      );
      const kept = tokens.filter(({ revision }) => revision.number === 0).length;
      expect(kept, `seed ${seed}: ${before} → ${after}`).toBe(old.length);
    }
  });
});

interface Numbered extends BlamedRevision {
  readonly number: number;
}

const asBlamed = (revisions: readonly Credited[]): readonly Numbered[] =>
  revisions.map(({ text, isApproved }, number) => ({
    number,
    text,
    origin: number === 0 ? "mt" : "human",
    approverId: isApproved ? "editor" : null,
  }));

function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text: word } of blame(asBlamed([{ text, isApproved: false }]))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

describe("credits: cases", () => {
  it("follows a moved passage whose spaces were mended on the way", () => {
    const moved = blame(
      asBlamed([
        { text: "Lanterns lit the old harbour ,while boats slept. Nobody spoke there.", isApproved: false },
        { text: "Nobody spoke there. Lanterns lit the old harbour, while boats slept.", isApproved: false },
      ]),
    );
    const fresh = moved.filter(({ kind, revision }) => kind === "word" && revision.number === 1);
    expect(fresh.map(({ text }) => text)).toEqual([]);
  });

  it("parts words of one revision that were approved at different times", () => {
    const by = (number: number, approverId: string | null): Numbered => ({
      number,
      text: "a b",
      origin: "human",
      approverId,
    });
    const [first, second] = [by(0, null), by(1, "editor")];
    const word = (text: string, from: number, approved: Numbered | null) =>
      ({ text, from, to: from + 1, kind: "word", revision: first, approved }) as const;
    const space = { text: " ", from: 1, to: 2, kind: "space", revision: first, approved: null } as const;
    expect(stretches([word("a", 0, second), space, word("b", 2, null)]).map(({ text }) => text)).toEqual([
      "a ",
      "b",
    ]);
  });

  it("counts words and numbers of people only: not those of a memory, nor of texts put together", () => {
    const count = (origin: BlamedRevision["origin"]) =>
      countHumanWords(blame([{ text: "In 1920, no 7 trains.", origin, approverId: null }]));
    expect(count("human")).toEqual({ human: 5, all: 5 });
    for (const origin of ["mt", "tm", "mixed"] as const)
      expect(count(origin), origin).toEqual({ human: 0, all: 5 });
  });
});
