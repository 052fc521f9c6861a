import { describe, expect, it } from "vitest";
import { linkBeadSentences } from "@/lib/core/alignment/bead-sentences";
import { random } from "@/tests/support/random";
import { PAIRS, source, target } from "./bilingual-texts";

const LOCALES = { sourceLocale: "de", targetLocale: "en" } as const;
const linked = (from: string, to: string) =>
  linkBeadSentences(from, to, LOCALES).map((link) => [
    from.slice(link.source.from, link.source.to).trim(),
    to.slice(link.target.from, link.target.to).trim(),
  ]);

describe("linkBeadSentences", () => {
  it("links sentence by sentence", () => {
    const sides = [0, 3, 7, 9].map((index) => [source(index), target(index)]);
    const [from, to] = [0, 1].map((side) => sides.map((pair) => pair[side]).join(" ")) as [string, string];
    expect(linked(from, to)).toEqual(sides);
  });

  it("links two sentences with the one that they became", () => {
    const to = "The renovation cost 340,000 euros; the number 14 bus stops at the entrance. It rained.";
    const from = "Der Umbau kostete 340.000 Euro. Der Bus der Linie 14 hält am Eingang. Es regnete.";
    expect(linked(from, to)).toEqual([
      [
        "Der Umbau kostete 340.000 Euro. Der Bus der Linie 14 hält am Eingang.",
        "The renovation cost 340,000 euros; the number 14 bus stops at the entrance.",
      ],
      ["Es regnete.", "It rained."],
    ]);
  });

  it("links a single sentence to everything, and nothing to an empty text", () => {
    expect(linked(source(0), `${target(0)} ${target(1)}`)).toEqual([
      [source(0), `${target(0)} ${target(1)}`],
    ]);
    expect(linked(source(0), "")).toEqual([]);
  });

  it("gives links in order that never overlap, for any texts", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const next = random(seed);
      const draw = () => Math.floor(next() * PAIRS.length);
      const text = (side: (index: number) => string) =>
        Array.from({ length: Math.floor(next() * 6) }, () => side(draw())).join(" ");
      let [sourceTo, targetTo] = [0, 0];
      for (const link of linkBeadSentences(text(source), text(target), LOCALES)) {
        expect(link.source.from).toBeGreaterThanOrEqual(sourceTo);
        expect(link.target.from).toBeGreaterThanOrEqual(targetTo);
        expect(link.source.to).toBeGreaterThan(link.source.from);
        [sourceTo, targetTo] = [link.source.to, link.target.to];
      }
    }
  });
});
