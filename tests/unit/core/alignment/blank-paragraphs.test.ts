import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import type { Bead } from "@/lib/core/alignment/bead";
import { aroundBlanks } from "@/lib/core/alignment/blank-paragraphs";
import { random } from "@/tests/support/random";
import { expectCover } from "./laws";

const written = (beads: readonly Bead[]): readonly string[] =>
  beads.map((bead) => `${bead.sourceFrom}-${bead.sourceTo}:${bead.targetFrom}-${bead.targetTo}`);

describe("aroundBlanks", () => {
  it("leaves blank paragraphs without counterpart, and keeps those that stand inside a bead", () => {
    const joined: readonly Bead[] = [
      { sourceFrom: 0, sourceTo: 2, targetFrom: 0, targetTo: 1, confidence: 0.7 },
      { sourceFrom: 2, sourceTo: 2, targetFrom: 1, targetTo: 2, confidence: 0.9 },
    ];
    const beads = aroundBlanks(["", "a", " ", "b"], ["\u200b", "ab", "c", ""], () => joined);
    expect(written(beads)).toEqual(["0-1:0-0", "1-1:0-1", "1-4:1-2", "4-4:2-3", "4-4:3-4"]);
    expectCover(beads, 4, 4);
  });

  it("links the same paragraphs, wherever blanks are put between them", () => {
    const pairs = Array.from({ length: 12 }, (_, k) => [
      `Im Jahr ${1900 + k * 7} kam der Zug mit ${k * 13 + 5} Wagen.`,
      `In ${1900 + k * 7} the train came with ${k * 13 + 5} carriages.`,
    ]) as [string, string][];
    for (let seed = 1; seed <= 50; seed++) {
      const next = random(seed);
      const withBlanks = (texts: readonly string[]) =>
        texts.flatMap((text) => (next() < 0.3 ? ["", text] : [text]));
      const source = withBlanks(pairs.map(([german]) => german));
      const target = withBlanks(pairs.map(([, english]) => english));
      const beads = alignParagraphs(source, target, { sourceLocale: "de", targetLocale: "en" });
      expectCover(beads, source.length, target.length);
      const links = beads
        .filter((bead) => bead.sourceTo > bead.sourceFrom && bead.targetTo > bead.targetFrom)
        .map((bead) => [source[bead.sourceTo - 1], target[bead.targetTo - 1]]);
      expect(links, `seed ${seed}`).toEqual(pairs);
    }
  });
});
