import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { random } from "@/tests/support/random";
import { expectCover } from "./laws";

const LOCALES = { sourceLocale: "de", targetLocale: "en" } as const;
const next = random(11);
const letters = "abcdefghiklmnoprstuwz";
const word = () =>
  Array.from({ length: 2 + Math.floor(next() * 9) }, () => letters[Math.floor(next() * 21)]).join("");
const words = (count: number) => Array.from({ length: count }, word).join(" ");
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

/** Each ends within this, also on a busy machine: none may hang. */
const LIMIT = 150_000;

describe("alignParagraphs on hostile input", () => {
  const megabytes: ReadonlyArray<readonly [string, string]> = [
    ["a megabyte without a full stop", "x ".repeat(500_000)],
    ["a megabyte in one word", "x".repeat(1_000_000)],
    ["a megabyte of full stops", ".".repeat(1_000_000)],
    ["a megabyte of sentences without words", ". ".repeat(500_000)],
    ["a megabyte of hyphens", "a-".repeat(500_000)],
    ["a megabyte of apostrophes", "a'".repeat(500_000)],
    ["a megabyte of one number", "1.".repeat(500_000)],
    ["a megabyte of code markers", "<1>".repeat(333_000)],
    ["a megabyte of half a marker", "</".repeat(500_000)],
    ["a megabyte of distinct words", words(150_000)],
    [
      "a megabyte of words that begin alike",
      Array.from({ length: 100_000 }, (_, k) => `abcd${k.toString(36)}`).join(" "),
    ],
    ["a megabyte of sentences", Array.from({ length: 15_000 }, () => `A${words(9)}.`).join(" ")],
    ["a megabyte of combining marks", `e${"\u0301".repeat(1_000_000)}`],
  ];

  it.each(megabytes)(
    "ends in bounded time: %s",
    (_, text) => {
      expectCover(alignParagraphs([text], [text, "short"], LOCALES), 1, 2);
    },
    LIMIT,
  );

  it(
    "links a long paragraph with itself",
    () => {
      const text = Array.from({ length: 15_000 }, () => `A${words(9)}.`).join(" ");
      expect(alignParagraphs([text], [text], LOCALES)).toHaveLength(1);
    },
    LIMIT,
  );

  it(
    "ends for 20,000 paragraphs that are nearly empty",
    () => {
      expectCover(alignParagraphs(times(20_000, ""), times(20_000, " "), LOCALES), 20_000, 20_000);
      expectCover(alignParagraphs(times(20_000, "-"), times(50, "1"), LOCALES), 20_000, 50);
    },
    LIMIT,
  );

  it(
    "pairs a paragraph that is repeated 5,000 times one by one",
    () => {
      const beads = alignParagraphs(
        times(5000, "Das steht immer wieder da, in Berlin wie in Rom."),
        times(5000, "This is written again and again, in Berlin as in Rome."),
        LOCALES,
      );
      expectCover(beads, 5000, 5000);
      expect(
        beads.filter((b) => b.sourceTo - b.sourceFrom === 1 && b.targetTo - b.targetFrom === 1),
      ).toHaveLength(5000);
    },
    LIMIT,
  );

  it(
    "ends for long documents that share nothing",
    () => {
      const unrelated = () => Array.from({ length: 3000 }, () => words(20));
      expectCover(alignParagraphs(unrelated(), unrelated(), LOCALES), 3000, 3000);
    },
    LIMIT,
  );
});
