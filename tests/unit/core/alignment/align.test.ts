import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { random } from "@/tests/support/random";
import { PAIRS, source, target, written } from "./bilingual-texts";
import { expectCover } from "./laws";

const LOCALES = { sourceLocale: "de", targetLocale: "en" } as const;
const aligned = (sources: readonly string[], targets: readonly string[]) =>
  written(alignParagraphs(sources, targets, LOCALES));
const many = (from: number, to: number, side: (index: number) => string) =>
  Array.from({ length: to - from }, (_, k) => side(from + k));

describe("alignParagraphs", () => {
  it("gives no beads for two empty documents", () => {
    expect(alignParagraphs([], [])).toEqual([]);
  });

  it("leaves every paragraph alone when the other side is empty", () => {
    expect(aligned(["Eins.", "Zwei."], [])).toBe("0> 1>");
    expect(aligned([], ["One.", "Two."])).toBe(">0 >1");
  });

  it("links paragraph by paragraph where nothing was joined or left out", () => {
    expect(aligned(many(0, 6, source), many(0, 6, target))).toBe("0>0 1>1 2>2 3>3 4>4 5>5");
  });

  it("joins two source paragraphs that became one", () => {
    const targets = [target(0), `${target(1)} ${target(2)}`, target(3), target(4)];
    expect(aligned(many(0, 5, source), targets)).toBe("0>0 1,2>1 3>2 4>3");
  });

  it("joins two target paragraphs that came from one", () => {
    const sources = [source(0), `${source(1)} ${source(2)}`, source(3), source(4)];
    expect(aligned(sources, many(0, 5, target))).toBe("0>0 1>1,2 2>3 3>4");
  });

  it("joins three and four paragraphs that became one", () => {
    const three = [target(0), [1, 2, 3].map(target).join(" "), target(4), target(5)];
    expect(aligned(many(0, 6, source), three)).toBe("0>0 1,2,3>1 4>2 5>3");
    const four = [source(0), [1, 2, 3, 4].map(source).join(" "), source(5), source(6)];
    expect(aligned(four, many(0, 7, target))).toBe("0>0 1>1,2,3,4 2>5 3>6");
  });

  it("keeps two against two where the break moved into the next paragraph", () => {
    const sources = [
      source(0),
      `${source(1)} ${source(2)}`,
      `${source(3)} ${source(4)} ${source(5)}`,
      source(6),
    ];
    const targets = [target(0), `${target(1)} ${target(2)} ${target(3)} ${target(4)}`, target(5), target(6)];
    expect(aligned(sources, targets)).toBe("0>0 1,2>1,2 3>3");
  });

  it("leaves out a paragraph that was not translated, first, last or in the middle", () => {
    expect(aligned(many(0, 5, source), many(1, 5, target))).toBe("0> 1>0 2>1 3>2 4>3");
    expect(aligned(many(0, 5, source), many(0, 4, target))).toBe("0>0 1>1 2>2 3>3 4>");
    expect(aligned(many(0, 6, source), [0, 1, 4, 5].map(target))).toBe("0>0 1>1 2> 3> 4>2 5>3");
  });

  it("leaves out lines that only the target has", () => {
    const targets = [
      target(0),
      target(1),
      "Sign up for our newsletter",
      "Advertisement",
      target(2),
      target(3),
    ];
    expect(aligned(many(0, 4, source), targets)).toBe("0>0 1>1 >2 >3 2>4 3>5");
  });

  it("finds its way after half of the document is missing", () => {
    const targets = [target(0), target(1), ...many(12, 18, target)];
    expect(aligned(many(0, 18, source), targets)).toBe(
      "0>0 1>1 2> 3> 4> 5> 6> 7> 8> 9> 10> 11> 12>2 13>3 14>4 15>5 16>6 17>7",
    );
  });

  it("links a paragraph that was left untranslated", () => {
    const targets = [target(0), target(1), source(2), target(3)];
    expect(aligned(many(0, 4, source), targets)).toBe("0>0 1>1 2>2 3>3");
  });

  it("is not disturbed by inline code markers", () => {
    const marked = many(0, 6, (k) => target(k).replace(/(\S+)$/, `<${k + 1}>$1</${k + 1}><${k + 40}/>`));
    expect(alignParagraphs(many(0, 6, source), marked, LOCALES)).toEqual(
      alignParagraphs(many(0, 6, source), many(0, 6, target), LOCALES),
    );
  });

  it("finds the languages by itself", () => {
    const sources = many(0, 12, source);
    const targets = [...many(0, 3, target), ...many(5, 12, target)];
    expect(written(alignParagraphs(sources, targets))).toBe(aligned(sources, targets));
  });

  it("reports progress up to the end, never back", () => {
    const seen: Array<readonly [number, number]> = [];
    const [sources, targets] = [many(0, 300, source), many(0, 300, target)].map((side, which) =>
      side.map((text, k) =>
        which === 0 ? `Nummer ${k * 37 + 1001}: ${text}` : `Number ${k * 37 + 1001}: ${text}`,
      ),
    ) as [string[], string[]];
    alignParagraphs(sources, targets, { ...LOCALES, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual([600, 600]);
    expect(seen.every(([done], k) => k === 0 || done > (seen[k - 1]?.[0] ?? 0))).toBe(true);
  });

  it("keeps a document of 2,000 paragraphs in step across its cuts", () => {
    const next = random(4);
    const { sources, targets, expected } = drawTranslation(2000, 0.04, next, () =>
      Math.floor(next() * PAIRS.length),
    );
    const number = () => 1000 + Math.floor(next() * 900_000);
    const numbers = expected.map(number);
    const numbered = (texts: readonly string[], side: 0 | 1, word: string) => {
      const kept = expected.flatMap((bead, k) => (bead.split(">")[side] === "" ? [] : [numbers[k]]));
      return texts.map((text, k) => `${text} ${word} ${kept[k]}.`);
    };
    const found = aligned(numbered(sources, 0, "Aktenzeichen"), numbered(targets, 1, "Reference"));
    expect(shareFound(expected, found)).toBeGreaterThan(0.985);
  });
});

/** A translation of `count` drawn paragraphs; `missing` of them are left out of either side. */
function drawTranslation(count: number, missing: number, next: () => number, index: (k: number) => number) {
  const sources: string[] = [];
  const targets: string[] = [];
  const expected: string[] = [];
  for (let k = 0; k < count; k++) {
    const pair = index(k);
    const drawn = next();
    const [inSource, inTarget] = [drawn >= missing, drawn < 1 - missing];
    expected.push(`${inSource ? sources.length : ""}>${inTarget ? targets.length : ""}`);
    if (inSource) sources.push(source(pair));
    if (inTarget) targets.push(target(pair));
  }
  return { sources, targets, expected };
}

function shareFound(expected: readonly string[], beads: string): number {
  const found = new Set(beads.split(" "));
  return expected.filter((bead) => found.has(bead)).length / expected.length;
}

const RUBBISH = [
  "",
  " ",
  "***",
  "1",
  "<1>",
  "</1><2/>",
  "\u00a0",
  "ÄÖÜ",
  "👩‍👩‍👧 ok",
  "a".repeat(400),
  "日本語。テスト。",
];

/** Documents that are partly translations of each other and partly rubbish. */
function drawDocuments(seed: number): [string[], string[]] {
  const next = random(seed);
  const rubbish = () => RUBBISH[Math.floor(next() * RUBBISH.length)] ?? "";
  const rows = Array.from({ length: Math.floor(next() * 12) }, () => {
    const [drawn, index] = [next(), Math.floor(next() * PAIRS.length)];
    const joined = drawn > 0.5 && drawn < 0.6 ? ` ${target(index + 1)}` : "";
    return {
      sources: drawn < 0.15 ? [rubbish()] : drawn < 0.8 ? [source(index)] : [],
      targets: drawn > 0.9 ? [rubbish()] : drawn > 0.2 ? [target(index) + joined] : [],
    };
  });
  return [rows.flatMap(({ sources }) => sources), rows.flatMap(({ targets }) => targets)];
}

describe("the laws of alignParagraphs", () => {
  it("puts every paragraph into exactly one bead, in order, for any documents", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const [sources, targets] = drawDocuments(seed);
      expectCover(alignParagraphs(sources, targets, seed % 2 ? LOCALES : {}), sources.length, targets.length);
    }
  });

  it("gives the same result for the same input", () => {
    for (let seed = 500; seed < 600; seed++) {
      const [sources, targets] = drawDocuments(seed);
      expect(alignParagraphs(sources, targets, LOCALES)).toEqual(
        alignParagraphs([...sources], [...targets], LOCALES),
      );
    }
  });

  it("leaves its input untouched", () => {
    const [sources, targets] = drawDocuments(77).map((side) => Object.freeze(side)) as [string[], string[]];
    expect(() => alignParagraphs(sources, targets, LOCALES)).not.toThrow();
  });

  it("finds the same links when source and target change places", () => {
    let [same, all] = [0, 0];
    for (let seed = 700; seed < 800; seed++) {
      const [sources, targets] = drawDocuments(seed);
      const there = new Set(written(alignParagraphs(sources, targets, LOCALES)).split(" "));
      const back = alignParagraphs(targets, sources, { sourceLocale: "en", targetLocale: "de" });
      for (const bead of written(back).split(" ")) {
        all += 1;
        if (there.has(bead.split(">").reverse().join(">"))) same += 1;
      }
    }
    expect(same / all).toBeGreaterThan(0.95);
  });

  it("aligns nearly all of any translation of distinct paragraphs, some missing on either side", () => {
    let [right, all] = [0, 0];
    for (let seed = 900; seed < 1200; seed++) {
      const next = random(seed);
      const order = PAIRS.map((_, k) => k).filter(() => next() < 0.6);
      const { sources, targets, expected } = drawTranslation(order.length, 0.1, next, (k) => order[k] ?? 0);
      right += shareFound(expected, aligned(sources, targets)) * expected.length;
      all += expected.length;
    }
    expect(right / all).toBeGreaterThan(0.95);
  });
});
