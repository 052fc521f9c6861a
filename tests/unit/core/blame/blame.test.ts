import { describe, expect, it } from "vitest";
import { type BlamedRevision, blame } from "@/lib/core/blame/blame";
import { countHumanWords, humanShare } from "@/lib/core/blame/human-share";
import { random } from "@/tests/support/random";
import { textPairs } from "../diff/random-texts";

interface Revision extends BlamedRevision {
  readonly number: number;
}

const history = (...texts: readonly string[]): readonly Revision[] =>
  texts.map((text, number) => ({
    number,
    text,
    origin: number === 0 ? "mt" : "human",
    approverId: number % 2 === 1 ? `editor ${number}` : null,
  }));

/** Every word with the number of its revision. */
const credited = (...texts: readonly string[]): string =>
  blame(history(...texts))
    .filter(({ kind }) => kind !== "space")
    .map(({ text, revision }) => `${text}${revision.number}`)
    .join(" ");

/** Histories of up to nine texts of one seed: edits of edits, sometimes going back to an earlier one. */
function* histories(count: number) {
  for (const { seed, base, next } of textPairs(count)) {
    const dice = random(seed * 13);
    const texts = [base, next];
    const length = 2 + Math.floor(dice() * 7);
    while (texts.length < length) {
      const last = texts.at(-1) ?? "";
      const pieces = last.match(/\s+|\S+/gu) ?? [];
      const pick = (): string => pieces[Math.floor(dice() * pieces.length)] ?? "new";
      const changed = pieces
        .map((it) => (dice() < 0.85 ? it : dice() < 0.5 ? "" : `${pick()} ${it}`))
        .join("");
      texts.push(dice() < 0.25 ? (texts[Math.floor(dice() * texts.length)] ?? "") : changed);
    }
    yield { seed, revisions: history(...texts) };
  }
}

describe("blame: laws on seeded histories", () => {
  it("joins to the current text byte for byte, with offsets that fit", () => {
    for (const { seed, revisions } of histories(1000)) {
      const text = revisions.at(-1)?.text ?? "";
      const tokens = blame(revisions);
      expect(tokens.map((token) => token.text).join(""), `seed ${seed}`).toBe(text);
      for (const token of tokens) expect(text.slice(token.from, token.to), `seed ${seed}`).toBe(token.text);
    }
  });

  it("gives after a rollback what it gave for that revision", () => {
    const brought = (revisions: readonly Revision[]) =>
      blame(revisions).map(({ revision }) => revision.number);
    for (const { seed, revisions } of histories(1000)) {
      const target = seed % revisions.length;
      const back = { ...(revisions[target] as Revision), number: revisions.length };
      expect(brought([...revisions, back]), `seed ${seed}`).toEqual(brought(revisions.slice(0, target + 1)));
    }
  });

  it("credits a revision that has the word, and names as approved one from there on that has it, too", () => {
    let found = 0;
    for (const { seed, revisions } of histories(1000)) {
      for (const { text, kind, revision, approved } of blame(revisions)) {
        if (kind === "space") continue;
        expect(revision.text.includes(text), `seed ${seed}`).toBe(true);
        if (!approved) continue;
        found++;
        expect(approved.approverId, `seed ${seed}`).not.toBeNull();
        expect(approved.number >= revision.number, `seed ${seed}`).toBe(true);
        expect(approved.text.includes(text), `seed ${seed}`).toBe(true);
      }
    }
    expect(found).toBeGreaterThan(5000);
  });

  it("credits nothing to a revision that only deletes, and leaves all credit when one only inserts", () => {
    for (let seed = 1; seed <= 1000; seed++) {
      const dice = random(seed);
      const vocabulary = "the of old river bridge town small green harbour stood near ,".split(" ");
      const words = Array.from(
        { length: 3 + Math.floor(dice() * 40) },
        () => vocabulary[Math.floor(dice() * 12)],
      );
      const less = words.filter(() => dice() < 0.8);
      const deleting = blame(history(words.join(" "), less.join(" ")));
      expect(
        deleting.filter(({ kind, revision }) => kind !== "space" && revision.number === 1),
        `seed ${seed}`,
      ).toEqual([]);
      const kept = blame(history(less.join(" "), words.join(" "))).filter(
        ({ kind, revision }) => kind !== "space" && revision.number === 0,
      );
      expect(kept.length, `seed ${seed}`).toBe(less.length);
    }
  });
});

describe("blame: cases", () => {
  it("credits each word to the revision that brought it", () => {
    expect(credited("The house is red.", "The house is green.", "The old house is green.")).toBe(
      "The0 old2 house0 is0 green1 .0",
    );
  });

  it("lets moved words keep their credit", () => {
    expect(
      credited(
        "The sun rose. Birds sang in old trees. All was well.",
        "Birds sang in old trees. The sun rose. All was well.",
      ),
    ).not.toContain("1");
  });

  it("gives words that come back to whoever brought them first", () => {
    expect(credited("The very old house.", "The house.", "The very old house here.")).toBe(
      "The0 very0 old0 house0 here2 .0",
    );
  });

  it("does not give a new word to an old one elsewhere", () => {
    expect(credited("green roof, red door", "roof, red door", "roof, red green door")).toContain("green2");
  });

  it("names the first approved revision in which a word stood, and none for what nobody has approved", () => {
    const approvals = blame(history("The house.", "The old house.", "The old house here."))
      .filter(({ kind }) => kind === "word")
      .map(({ text, approved }) => `${text} ${approved?.number ?? "-"}`);
    expect(approvals).toEqual(["The 1", "old 1", "house 1", "here -"]);
    const later = blame(
      history("The house.", "The old house.", "The old house here.", "The old house here now."),
    );
    const words = later.filter(({ kind }) => kind === "word");
    expect(words.map(({ approved }) => approved?.number)).toEqual([1, 1, 1, 3, 3]);
  });

  it("counts words of people, not punctuation, over several texts", () => {
    const one = countHumanWords(blame(history("The house is red.", "The house is green!")));
    const other = countHumanWords(blame(history("Nobody changed this.")));
    expect([one, other]).toEqual([
      { human: 1, all: 4 },
      { human: 0, all: 3 },
    ]);
    expect(humanShare([one, other])).toBeCloseTo(1 / 7);
    expect(humanShare([])).toBe(0);
  });

  it("refuses a text without revisions", () => {
    expect(() => blame([])).toThrow(RangeError);
  });
});
