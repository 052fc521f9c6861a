import { describe, expect, it } from "vitest";
import { blameLines } from "@/lib/core/blame/lines";
import { type SteppedRevision, withSteps } from "@/lib/core/blame/steps";
import type { UserId } from "@/lib/core/shared/ids";
import { random } from "@/tests/support/random";
import { textPairs } from "../diff/random-texts";

const idOf = (name: string) => `id of ${name}` as UserId;
const step = (text: string, name: string) => ({ text, authorId: idOf(name), name });

const revision = (number: number, text: string, more: Partial<SteppedRevision> = {}): SteppedRevision => ({
  id: `r${number}`,
  text,
  origin: number === 1 ? "mt" : "human",
  approverId: number === 1 ? null : "approver",
  authorId: number === 1 ? null : idOf("Anna"),
  authorName: number === 1 ? null : "Anna",
  parts: null,
  steps: null,
  ...more,
});

const blamed = (...revisions: readonly SteppedRevision[]) =>
  blameLines(withSteps(new Map([["row", revisions]])), ["row"])[0] ?? [];

const words = (...revisions: readonly SteppedRevision[]) =>
  blamed(...revisions)
    .filter(({ kind }) => kind === "word")
    .map(({ text, revision: by }) => `${text} ${by.authorName ?? by.origin}`);

/** A text of which some words were left out, and beside some the mark of whoever changed it was put. */
const changed = (text: string, mark: string, dice: () => number): string =>
  (text.match(/\s+|\S+/gu) ?? [])
    .map((it) => (dice() < 0.85 ? it : dice() < 0.5 ? "" : `${it} ${mark}`))
    .join("");

/** A text in up to three versions of two people, each of whom marks what they wrote. */
function written(text: string, number: number, dice: () => number) {
  const steps = [step(text, "Anna")];
  for (let more = Math.floor(dice() * 3); more > 0; more--) {
    const name = dice() < 0.5 ? "Anna" : "Johanna";
    steps.push(step(changed(steps.at(-1)?.text ?? "", `by${name}${number}${more}x`, dice), name));
  }
  return { steps, last: steps.at(-1)?.text ?? "" };
}

/** Histories in which two people wrote every revision after the first; sometimes only a part of it was accepted. */
function* histories(count: number) {
  for (const { seed, base, next } of textPairs(count)) {
    const dice = random(seed * 7);
    const revisions = [revision(1, base)];
    let text = next;
    for (let number = 2; number < 4; number++) {
      const { steps, last } = written(text, number, dice);
      revisions.push(revision(number, dice() < 0.8 ? last : changed(last, "", dice), { steps }));
      text = changed(last, "again", dice);
    }
    yield { seed, revisions };
  }
}

/** Words with the mark of somebody else than the person to whom they are credited. */
const wronglyCredited = (tokens: ReturnType<typeof blamed>): readonly string[] =>
  tokens.flatMap(({ text, revision: by }) => {
    const writer = /^by(Anna|Johanna)\d+x$/u.exec(text)?.[1];
    return writer && (writer !== by.authorName || by.authorId !== idOf(writer)) ? [text] : [];
  });

describe("blame through the versions of a proposal", () => {
  it("credits every word to whoever wrote it, and its approval to the whole", () => {
    const steps = [
      step("The train leaves at midnight, not at noon.", "Anna"),
      step("The train leaves at midnight, not at twelve.", "Johanna"),
    ];
    const accepted = revision(2, "The train leaves at midnight, not at twelve.", { steps });
    const line = [revision(1, "The train leaves at night, not at noon."), accepted];
    expect(words(...line)).toEqual([
      "The mt",
      "train mt",
      "leaves mt",
      "at mt",
      "midnight Anna",
      "not mt",
      "at mt",
      "twelve Johanna",
    ]);
    for (const { approved, revision: by } of blamed(...line)) {
      expect(approved?.id).toBe("r2");
      expect(by.id === "r1" || by.approverId === null || by.id === "r2").toBe(true);
    }
  });

  it("leaves a revision alone that one person wrote", () => {
    const line = [revision(1, "It rained."), revision(2, "It snowed.")];
    expect(withSteps(new Map([["row", line]])).get("row")).toEqual(line);
  });

  it("credits with a part of a proposal whoever wrote that part", () => {
    const steps = [step("A cold night.", "Anna"), step("A cold night indeed.", "Johanna")];
    expect(words(revision(1, "A night."), revision(2, "A night indeed.", { steps }))).toEqual([
      "A mt",
      "night mt",
      "indeed Johanna",
    ]);
  });

  it("joins to the current text byte for byte, and names a writer who had the word", () => {
    for (const { seed, revisions } of histories(1000)) {
      const tokens = blamed(...revisions);
      expect(tokens.map(({ text }) => text).join(""), `seed ${seed}`).toBe(revisions.at(-1)?.text);
      const without = tokens.filter(
        ({ text, kind, revision: by }) => kind !== "space" && !by.text.includes(text),
      );
      expect(without, `seed ${seed}`).toEqual([]);
      expect(wronglyCredited(tokens), `seed ${seed}`).toEqual([]);
    }
  });

  it("gives after a rollback what it gave for that revision", () => {
    const brought = (revisions: readonly SteppedRevision[]) =>
      blamed(...revisions).map(({ revision: by }) => by.id);
    for (const { seed, revisions } of histories(1000)) {
      const target = seed % revisions.length;
      const back = revision(9, revisions[target]?.text ?? "");
      const then = brought(revisions.slice(0, target + 1));
      expect(brought([...revisions, back]), `seed ${seed}`).toEqual(then);
    }
  });
});
