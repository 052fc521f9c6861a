import { describe, expect, it } from "vitest";
import { beamEdits } from "@/lib/core/metrics/beam-edits";
import { bleuCounts, corpusBleu, sentenceBleu } from "@/lib/core/metrics/bleu";
import { chrfCounts, chrfScore } from "@/lib/core/metrics/chrf";
import { hter, terCounts, terScore } from "@/lib/core/metrics/ter";
import { terWords } from "@/lib/core/metrics/ter-words";
import { random } from "@/tests/support/random";

const ter = (hypothesis: string, reference: string): number => terScore([terCounts(hypothesis, reference)]);

describe("TER", () => {
  it.each([
    ["counts a replaced word as one edit", "the old house", "the new house", 1],
    ["counts a missing and a superfluous word", "a b c d", "b c d e", 2],
    ["counts a moved block as one edit, however long", "c d e f a b", "a b c d e f", 1],
    ["ignores case", "The House", "the house", 0],
    ["keeps punctuation on its word", "the house", "the house.", 1],
  ])("%s", (_, hypothesis, reference, edits) => {
    expect(terCounts(hypothesis, reference).edits).toBe(edits);
  });

  it("is the share of the reference's words, in percent, and may exceed 100", () => {
    expect(ter("the old house", "the new house")).toBeCloseTo(100 / 3, 10);
    expect(ter("a b c d", "e")).toBe(400);
    expect(hter("a b c d", "e")).toBe(1);
    expect(hter("the old house", "the new house")).toBeCloseTo(1 / 3, 10);
  });

  it("knows empty sentences", () => {
    expect([ter("", ""), ter("a", ""), ter("", "a b")]).toEqual([0, 100, 100]);
  });

  it("adds up sentences by their words, not by their scores", () => {
    const counts = [terCounts("a", "b"), terCounts("a b c", "a b c")];
    expect(terScore(counts)).toBe(25);
  });

  it("parts punctuation only when it is told to", () => {
    expect(terWords("It's 1,000.5 (m).", { normalized: true })).toEqual("it 's 1,000.5 ( m ) .".split(" "));
    expect(terWords("It's 1,000.5 (m).")).toEqual(["it's", "1,000.5", "(m)."]);
    expect(terWords("Well, (m).", { noPunctuation: true, caseSensitive: true })).toEqual(["Well", "m"]);
  });

  it("never counts more edits than without shifts, nor fewer than the words that only one text has, in 1,000 seeded pairs", () => {
    let shifted = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const next = random(seed);
      const draw = (): string[] =>
        Array.from({ length: 1 + Math.floor(next() * 15) }, () => "abcdefgh"[Math.floor(next() * 8)] ?? "");
      const [one, other] = [draw(), draw()];
      const ids = (words: readonly string[]) => Int32Array.from(words, (word) => word.charCodeAt(0));
      const { count } = beamEdits(ids(one), ids(other));
      const { edits, referenceWords } = terCounts(one.join(" "), other.join(" "));
      expect(referenceWords).toBe(other.length);
      expect(edits, `seed ${seed}`).toBeLessThanOrEqual(count);
      expect(edits, `seed ${seed}`).toBeGreaterThanOrEqual(missing(one, other));
      expect(terCounts(one.join(" "), one.join(" ")).edits, `seed ${seed}`).toBe(0);
      if (edits < count) shifted++;
    }
    expect(shifted).toBeGreaterThan(50);
  });
});

/** Words that cannot be there by moving alone: the greater of both surpluses. */
function missing(one: readonly string[], other: readonly string[]): number {
  const surplus = (of: readonly string[], over: readonly string[]): number => {
    const left = [...over];
    return of.filter((word) => {
      const at = left.indexOf(word);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    }).length;
  };
  return Math.max(surplus(one, other), surplus(other, one));
}

describe("chrF2", () => {
  it("is 100 for equal and 0 for quite different or empty texts", () => {
    expect(chrfScore([chrfCounts("house", "house")])).toBe(100);
    expect(chrfScore([chrfCounts("abc", "xyz")])).toBe(0);
    expect(chrfScore([chrfCounts("", "")])).toBe(0);
  });

  it("weighs recall four times as much as precision and leaves white space out", () => {
    // Single characters: precision 2/2, recall 2/4; longer ones: 1/1 and 1/3; recall of the rest has no partner.
    const [precision, recall] = [1, (2 / 4 + 1 / 3) / 2];
    expect(chrfScore([chrfCounts("a b", "abcd")])).toBeCloseTo(
      (100 * 5 * precision * recall) / (4 * precision + recall),
      10,
    );
  });

  it("leaves out of a corpus what is longer than the whole reference", () => {
    expect(chrfCounts("abcdef", "ab").hypothesis).toEqual([6, 5, 0, 0, 0, 0]);
  });

  it("counts code points, not UTF-16 units", () => {
    expect(chrfCounts("👍👍", "👍").hypothesis[0]).toBe(2);
  });
});

describe("BLEU", () => {
  it("is 100 for equal texts and 0 where no word is common", () => {
    expect(sentenceBleu(bleuCounts("the old house stands here", "the old house stands here"))).toBeCloseTo(
      100,
      10,
    );
    expect(sentenceBleu(bleuCounts("a b", "c d"))).toBe(0);
    expect(corpusBleu([])).toBe(0);
  });

  it("halves the precision of the first length without a match, and shortness costs", () => {
    // 3 of 3 words, 1 of 2 pairs, no triple of 1: half a triple; the hypothesis has 3 words, the reference 4.
    const expected = Math.exp(1 - 4 / 3) * 100 * ((3 / 3) * (1 / 2) * (1 / 2)) ** (1 / 3);
    expect(sentenceBleu(bleuCounts("a b d", "a b c d"))).toBeCloseTo(expected, 10);
  });

  it("parts punctuation but not within numbers", () => {
    expect(bleuCounts("He paid 1,000.5, then left.", "").hypothesisWords).toBe(7);
    expect(bleuCounts("He paid 1,000.5, then left.", "", { words: "none" }).hypothesisWords).toBe(5);
  });
});
