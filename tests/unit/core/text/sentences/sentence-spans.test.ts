import { describe, expect, it } from "vitest";
import { sentenceSpans, sentencesOf } from "@/lib/core/text/sentences/sentence-spans";
import { random } from "@/tests/support/random";

const trimmed = (text: string, locale?: string) =>
  sentencesOf(text, locale).map((sentence) => sentence.trim());

describe("sentencesOf", () => {
  it.each([
    ["de", "Es regnet. Wir bleiben hier! Kommst du mit?", 3],
    ["de", "Am 10. Januar traf Dr. Ebert den Minister z. B. in Bonn.", 1],
    ["de", "Das gilt u.a. für Kiel, Lübeck usw. und kostet ca. 3 Mio. Euro.", 1],
    ["de", "„Das ist neu.“ So begann sie. „Und gut?“", 3],
    ["de", "Er kam um 16.45 Uhr. Die Tür war zu.", 2],
    ["de", "Sie wohnt in der Hauptstr. 5 in Kiel. Er auch.", 2],
    ["de", "Was nun … Niemand wusste es.", 2],
    ["en", "Mr. Hale met Gen. Brook on Jan. 10 at 4 p.m. in Leeds.", 1],
    ["en", "It rained. He said (twice.) Nobody listened.", 3],
    ["en", "She left at 9. He stayed.", 2],
    ["en", "“Is it new?” “It is.” They laughed.", 3],
    ["fr", "M. Dupont arrive. Il est tard, p. ex. pour le train.", 2],
    ["ru", "Это было в 1999 г. в Москве. Потом он уехал.", 2],
    ["zh", "今天下雨。我们不去。", 2],
  ])("cuts %s text where a reader would: %s", (locale, text, count) => {
    expect(trimmed(text, locale)).toHaveLength(count);
  });

  it("cuts behind a quotation and before the next", () => {
    expect(trimmed("Er rief: „Halt!“ Dann lief er.", "de")).toEqual(["Er rief: „Halt!“", "Dann lief er."]);
  });

  it("sees through inline code markers", () => {
    expect(trimmed("<1>Es regnet.</1> <2>Wir bleiben.</2>", "de")).toEqual([
      "<1>Es regnet.</1>",
      "<2>Wir bleiben.</2>",
    ]);
  });

  it("has no sentence in an empty text", () => {
    expect(sentenceSpans("")).toEqual([]);
  });

  it("covers any text without gap or overlap, and joined gives it again", () => {
    const pieces = [
      "Haus",
      ". ",
      "! ",
      "? “",
      " ",
      "„",
      "Dr. ",
      "10. ",
      "z.B. ",
      "e",
      "É",
      "\n",
      "👩‍👧. ",
      "<1>",
      "</1>",
      "…",
      ")",
      ".",
    ];
    for (let seed = 1; seed <= 400; seed++) {
      const next = random(seed);
      const text = Array.from(
        { length: Math.floor(next() * 30) },
        () => pieces[Math.floor(next() * pieces.length)],
      ).join("");
      expect(sentencesOf(text, seed % 2 ? "de" : undefined).join("")).toBe(text);
      for (const { from, to } of sentenceSpans(text, "en")) expect(to).toBeGreaterThan(from);
    }
  });

  it("stays linear on a megabyte of full stops", () => {
    expect(sentencesOf(".".repeat(1_000_000), "de")).toHaveLength(1);
    expect(sentencesOf("A. ".repeat(330_000), "de").join("")).toHaveLength(990_000);
  });
});
