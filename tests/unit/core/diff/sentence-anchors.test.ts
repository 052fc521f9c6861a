import { describe, expect, it } from "vitest";
import { Numbering } from "@/lib/core/diff/equal-run";
import { findSentenceAnchors } from "@/lib/core/diff/sentence-anchors";
import { readUnits } from "@/lib/core/diff/units";
import { random } from "@/tests/support/random";

interface Written {
  readonly text: string;
  /** Which sentence each unit belongs to. */
  readonly sentenceOf: readonly number[];
}

function write(sentences: readonly (readonly [number, readonly string[]])[]): Written {
  const texts = sentences.map(([, words]) => `The ${words.join(" ")}. `);
  const sentenceOf = sentences.flatMap(([id], index) => readUnits(texts[index] ?? "").map(() => id));
  return { text: texts.join(""), sentenceOf };
}

/** Some sentences of frequent and rare words, and the same with words replaced, sentences left out and added. */
function seededTexts(seed: number): readonly [Written, Written] {
  const next = random(seed);
  const word = (): string =>
    next() < 0.5 ? `often${Math.floor(next() * 5)}` : `rare${Math.floor(next() * 900)}`;
  const sentence = (): string[] => Array.from({ length: 4 + Math.floor(next() * 12) }, word);
  const base = Array.from({ length: 3 + Math.floor(next() * 12) }, (_, id) => [id, sentence()] as const);
  const changed = base.flatMap(([id, words]) => {
    const dice = next();
    if (dice < 0.1) return [];
    const edited = [id, words.map((it) => (next() < 0.25 ? word() : it))] as const;
    return dice < 0.2 ? [[1000 + id, sentence()] as const, edited] : [edited];
  });
  return [write(base), write(changed)];
}

function anchorsOf(base: string, next: string) {
  const numbering = new Numbering();
  const sides = {
    base: { text: base, units: readUnits(base) },
    next: { text: next, units: readUnits(next) },
  };
  const sequences = {
    base: numbering.number(sides.base.units),
    next: numbering.number(sides.next.units),
    weights: Float64Array.from(sides.base.units, ({ weight }) => weight),
  };
  const box = {
    baseFrom: 0,
    baseTo: sides.base.units.length,
    nextFrom: 0,
    nextTo: sides.next.units.length,
  };
  return { links: findSentenceAnchors(sides, sequences, box), sequences };
}

describe("findSentenceAnchors", () => {
  it("links equal units, rising on both sides, and hardly ever of two different sentences, in 1,000 seeded texts", () => {
    let [right, wrong, sentences] = [0, 0, 0];
    for (let seed = 1; seed <= 1000; seed++) {
      const [base, next] = seededTexts(seed);
      const { links, sequences } = anchorsOf(base.text, next.text);
      let last = { base: -1, next: -1 };
      for (const link of links) {
        expect(link.base > last.base && link.next > last.next, `seed ${seed}`).toBe(true);
        expect(sequences.base[link.base], `seed ${seed}`).toBe(sequences.next[link.next]);
        if (base.sentenceOf[link.base] === next.sentenceOf[link.next]) right++;
        else wrong++;
        last = link;
      }
      const stayed = new Set(next.sentenceOf);
      sentences += new Set(base.sentenceOf.filter((id) => stayed.has(id))).size;
    }
    expect(wrong / (right + wrong)).toBeLessThan(0.005);
    expect(right / sentences).toBeGreaterThan(0.85);
  });

  it("finds nothing in texts that have no rare word in common, or no words", () => {
    expect(anchorsOf("One two three. Four five six.", "Seven eight. Nine ten.").links).toEqual([]);
    expect(anchorsOf("", "").links).toEqual([]);
    expect(anchorsOf("... ... ...", "... ...").links).toEqual([]);
  });
});
