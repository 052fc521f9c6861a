import { describe, expect, it } from "vitest";
import { bitexts, machineTexts, segmentOf, withoutMarkers } from "./read-sample";

const WANTED = [
  "lost-space",
  "leftover-word",
  "name-variant",
  "clock",
  "untranslated-title",
  "dropped-sentence",
  "boilerplate",
  "merged-paragraphs",
  "split-paragraph",
  "wrong-magnitude",
  "false-friend",
  "wrong-pronoun",
  "decimal-comma",
  "lost-negation",
  "straight-quotes",
  "doubled-word",
  "lost-nbsp",
  "word-order",
  "wrong-tense",
  "office-variant",
  "invisible-character",
];

it("has every kind of mistake that machine translation is known for", () => {
  const kinds = new Set(bitexts.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  expect(WANTED.filter((kind) => !kinds.has(kind))).toEqual([]);
});

describe.each(bitexts)("the findings of $name", (bitext) => {
  const texts = machineTexts(bitext).map(withoutMarkers);
  const { findings } = bitext;

  it("stand in the paragraph that they name", () => {
    for (const finding of findings) {
      const text = texts[segmentOf(bitext, finding)];
      expect(text, JSON.stringify(finding)).toBeDefined();
      if (finding.span) expect(text, finding.note).toContain(finding.span);
    }
  });

  it("name sentences of the source that the translation left out", () => {
    const missing = findings.filter(({ kind }) => kind === "dropped-sentence");
    expect(missing.length).toBeGreaterThan(0);
    for (const finding of missing) {
      expect(bitext.sources[finding.paragraph ?? -1]).toContain(finding.missing);
    }
  });

  it("record each merged, split or one-sided bead", () => {
    const shaped = {
      "2-1": "merged-paragraphs",
      "1-2": "split-paragraph",
      "0-1": "boilerplate",
      "1-0": "dropped-paragraph",
    };
    const expected = bitext.translation.beads.flatMap(
      ([source, target]) => shaped[`${source.length}-${target.length}` as keyof typeof shaped] ?? [],
    );
    const recorded = findings.map(({ kind }) => kind).filter((kind) => Object.values(shaped).includes(kind));
    expect(recorded.sort()).toEqual(expected.sort());
  });

  it("show one name in three spellings", () => {
    const spellings = findings.flatMap(({ kind, span }) => (kind === "name-variant" && span ? [span] : []));
    expect(new Set(spellings).size).toBeGreaterThanOrEqual(3);
  });

  it("are fewer than half of the sentences", () => {
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?:;]["”»]?)\s/u)).length;
    const mistakes = findings.filter(
      ({ kind }) => kind !== "merged-paragraphs" && kind !== "split-paragraph",
    );
    expect(mistakes.length).toBeLessThan(sentences / 2);
  });
});
