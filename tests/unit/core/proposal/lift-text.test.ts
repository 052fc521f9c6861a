import { describe, expect, it } from "vitest";
import { liftText, type MadeText } from "@/lib/core/proposal/lift-text";
import type { RevisionId, SegmentId } from "@/lib/core/shared/ids";
import { random } from "@/tests/support/random";

const id = (name: string) => name as RevisionId;
const row = (name: string) => name as SegmentId;
/** As repairs put texts together: nothing stands beside an empty one. */
const together = (texts: readonly string[], separator: string) =>
  texts.filter((text) => text !== "").join(separator);
const made = (name: string, separator: string, pieces: readonly [string, string, boolean?][]): MadeText => ({
  revisionId: id(`${name}1`),
  segmentId: row(name),
  text: together(
    pieces.map(([, text]) => text),
    separator,
  ),
  pieces: pieces.map(([from, text, isWhole = true]) => ({ fromRevisionId: id(from), text, isWhole })),
});
const onA = { revisionId: id("a1"), base: "It leaves.", proposed: "It departs." };
const BREAK = "\n\n";

describe("liftText", () => {
  it("puts the changed text where the old one stands, through several repairs", () => {
    const first = made("j", BREAK, [
      ["a1", "It leaves."],
      ["b1", "It leaves."],
    ]);
    const second = made("k", "", [
      ["z1", "Before. "],
      ["j1", first.text],
    ]);
    expect(liftText(onA, [first], row("j"))).toEqual({
      revisionId: "j1",
      base: "It leaves.\n\nIt leaves.",
      proposed: "It departs.\n\nIt leaves.",
    });
    const expected = { revisionId: "k1", proposed: "Before. It departs.\n\nIt leaves." };
    expect(liftText(onA, [second, first], row("k"))).toMatchObject(expected);
  });

  it("leaves to people what was cut, stands there twice, is empty, or never came to this row", () => {
    const cut = made("j", BREAK, [
      ["a1", "It ", false],
      ["b1", "Rest."],
    ]);
    const twice = made("j", BREAK, [
      ["a1", "It leaves."],
      ["a1", "It leaves."],
    ]);
    const other = made("j", BREAK, [["b1", "It leaves."]]);
    for (const one of [cut, twice, other]) expect(liftText(onA, [one], row("j"))).toBeNull();
    expect(liftText({ ...onA, base: "" }, [made("j", "", [["a1", ""]])], row("j"))).toBeNull();
    expect(liftText(onA, [made("j", "", [["a1", "It leaves."]])], row("k"))).toBeNull();
    expect(liftText(onA, [], row("j"))).toBeNull();
  });

  it("leaves to people what two rows got, and what its pieces do not make up", () => {
    const one = made("j", "", [["a1", "It leaves."]]);
    const two = [one, made("k", "", [["a1", "It leaves."]])];
    for (const all of [two, two.toReversed()]) expect(liftText(onA, all, row("k"))).toBeNull();
    expect(liftText(onA, [{ ...one, text: "Something else." }], row("j"))).toBeNull();
  });

  it("changes nothing around the text: 1,000 random joins", () => {
    const next = random(173);
    const word = () => ["Ja.", "Nein.", "", "Der Zug.", "😀", "a", " "][Math.floor(next() * 7)] ?? "";
    for (let round = 0; round < 1_000; round++) {
      const texts = Array.from({ length: 1 + Math.floor(next() * 5) }, () => word() + word());
      const which = Math.floor(next() * texts.length);
      const separator = next() < 0.5 ? "" : BREAK;
      const whole = made(
        "j",
        separator,
        texts.map((text, index) => [`r${index}`, text] as const) as [string, string][],
      );
      const base = texts[which] ?? "";
      const proposed = `<${word()}>`;
      const lifted = liftText({ revisionId: id(`r${which}`), base, proposed }, [whole], row("j"));
      if (base === "") expect(lifted).toBeNull();
      else
        expect(lifted).toEqual({
          revisionId: "j1",
          base: whole.text,
          proposed: together(
            texts.map((text, index) => (index === which ? proposed : text)),
            separator,
          ),
        });
    }
  });
});
