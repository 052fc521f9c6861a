import { describe, expect, it } from "vitest";
import { matchParagraphs, type ParagraphMatch } from "@/lib/core/reimport/match-paragraphs";
import { random } from "@/tests/support/random";

const WORDS =
  "Mühle Fluss Winter Rad Müller Wasser Brücke Turm Glocke Markt Bahnhof Gleis Zug Nacht Laterne Kiste Linse Fischer Insel Sturm Segel Hafen Kran Dampf Kohle Kessel Schiene Weiche Signal Wärter".split(
    " ",
  );

/** A paragraph of 8 to 25 words that hardly another one resembles. */
const paragraph = (next: () => number): string =>
  `${Array.from({ length: 8 + Math.floor(next() * 18) }, () => `${WORDS[Math.floor(next() * WORDS.length)]}${Math.floor(next() * 40)}`).join(" ")}.`;

const written = (matches: readonly ParagraphMatch[]): readonly string[] =>
  matches.map((match) => {
    if (match.kind === "new") return `+${match.after}`;
    if (match.kind === "gone") return `-${match.before}`;
    return `${match.before}>${match.after} ${match.grade}${match.moved ? " moved" : ""}`;
  });

const OLD = [
  "Die Mühle am Fluss",
  "Seit 1874 dreht sich das Rad an der Mühle, und seit 1874 streiten sich die Müller um das Wasser.",
  "Im Winter steht es still. Dann friert der Fluss für 12 Wochen zu, und die Kinder laufen Schlittschuh.",
  "Niemand weiß, wem das Wehr gehört. Die Gemeinde sagt: dem Land. Das Land sagt: der Gemeinde.",
  "Am Ende hilft nur reden.",
];

describe("matchParagraphs", () => {
  it("grades one typo and one changed number, and finds what is new and what is gone", () => {
    const next = [
      OLD[0] as string,
      "Bei Hochwasser läuft alles anders, und die Feuerwehr kommt.",
      (OLD[1] as string).replace("streiten", "streitten"),
      (OLD[2] as string).replace("12", "14"),
      OLD[4] as string,
    ];
    expect(written(matchParagraphs(OLD, next))).toEqual([
      "0>0 same",
      "+1",
      "1>2 spelling",
      "2>3 changed",
      "-3",
      "4>4 same",
    ]);
  });

  it("finds a paragraph that moved, whether or not it changed on the way", () => {
    const [title, first, second, third, last] = OLD as [string, string, string, string, string];
    const next = [title, third, first, second.replace("still", "ganz still"), last];
    expect(written(matchParagraphs(OLD, next))).toEqual([
      "0>0 same",
      "3>1 same moved",
      "1>2 same",
      "2>3 changed",
      "4>4 same",
    ]);
  });

  it("takes a text that has nothing in common for another text", () => {
    const next = ["Ein Rezept", "Man nehme drei Eier, etwas Mehl und viel Geduld."];
    expect(written(matchParagraphs(OLD, next))).toEqual(["+0", "+1", "-0", "-1", "-2", "-3", "-4"]);
  });

  it("puts every paragraph of both versions into exactly one match, whatever was done to the text", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const next = random(seed);
      const old = Array.from({ length: 1 + Math.floor(next() * 30) }, () => paragraph(next));
      const changed = old.flatMap((text) => {
        const dice = next();
        if (dice < 0.1) return [];
        if (dice < 0.2) return [text, paragraph(next)];
        if (dice < 0.35) return [text.replace(/\w+ /u, "anders ")];
        return [text];
      });
      if (next() < 0.3) changed.reverse();
      const matches = matchParagraphs(old, changed);
      const afters = matches.flatMap((match) => (match.kind === "gone" ? [] : [match.after]));
      const befores = matches.flatMap((match) => (match.kind === "new" ? [] : [match.before]));
      expect(afters, `seed ${seed}`).toEqual(changed.map((_, index) => index));
      expect(
        befores.toSorted((a, b) => a - b),
        `seed ${seed}`,
      ).toEqual(old.map((_, index) => index));
    }
  });

  it("finds every paragraph again after one word in each, also in 3,000 of them", () => {
    const next = random(7);
    const old = Array.from({ length: 3_000 }, () => paragraph(next));
    const changed = old.map((text) => text.replace(/^\S+/u, "Heute"));
    const matches = matchParagraphs(old, changed);
    expect(matches.every((match) => match.kind === "kept" && match.before === match.after)).toBe(true);
  });

  it("matches two equal versions one to one, also with repeated paragraphs", () => {
    const old = ["* * *", "Ein Satz.", "* * *", "* * *", ""];
    expect(written(matchParagraphs(old, old))).toEqual(old.map((_, index) => `${index}>${index} same`));
    expect(matchParagraphs([], [])).toEqual([]);
    expect(written(matchParagraphs([], ["x"]))).toEqual(["+0"]);
    expect(written(matchParagraphs(["x"], []))).toEqual(["-0"]);
  });
});
