import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { learnLexicon } from "@/lib/core/alignment/learned-lexicon";
import { written } from "./bilingual-texts";

/** Sentences of words that no list knows and that share no letters. */
const SOURCE = ["Gronfel mulipatz dorwing.", "Dorwing keltusch brafel.", "Keltusch brafel gronfel mulipatz."];
const TARGET = ["Zyxo havenit quolm.", "Quolm jastiv perrun.", "Jastiv perrun zyxo havenit."];
const KNOWN = [
  { source: "Gronfel dorwing", target: "Zyxo quolm" },
  { source: "Gronfel keltusch", target: "Zyxo jastiv" },
  { source: "Mulipatz keltusch", target: "Havenit jastiv" },
  { source: "Mulipatz brafel", target: "Havenit perrun" },
  { source: "Brafel dorwing", target: "Perrun quolm" },
];

describe("texts known to translate each other", () => {
  const LOCALES = { sourceLocale: "de", targetLocale: "en" } as const;

  it("let the aligner find what it could not see", () => {
    const sources = [SOURCE[1], SOURCE[0], "Ettwin lossbar hummelig.", SOURCE[2]] as string[];
    const targets = [TARGET[1], "Ubbley frogmill canter.", TARGET[0], TARGET[2]] as string[];
    const expected = "0>0 >1 1>2 2> 3>3";
    expect(written(alignParagraphs(sources, targets, LOCALES))).not.toBe(expected);
    expect(written(alignParagraphs(sources, targets, { ...LOCALES, known: KNOWN }))).toBe(expected);
  });

  it("change nothing where they say nothing", () => {
    const pair = [["Der Bahnhof brannte 1943 ab."], ["The station burned down in 1943."]] as const;
    expect(alignParagraphs(...pair, { ...LOCALES, known: [] })).toEqual(alignParagraphs(...pair, LOCALES));
  });
});

describe("learnLexicon", () => {
  const pair = ({ source, target }: (typeof KNOWN)[number]) => ({
    source: source.toLowerCase().split(" "),
    target: target.toLowerCase().split(" "),
    weight: 1,
  });

  it("pairs the words that always go together", () => {
    const lexicon = learnLexicon(KNOWN.map(pair));
    expect([...(lexicon.get("gronfel")?.keys() ?? [])]).toEqual(["zyxo"]);
    expect([...(lexicon.get("brafel")?.keys() ?? [])]).toEqual(["perrun"]);
  });

  it("believes nothing that stands in one text only, and learns nothing from nothing", () => {
    expect(learnLexicon(KNOWN.slice(0, 1).map(pair)).size).toBe(0);
    expect(learnLexicon([]).size).toBe(0);
  });
});
