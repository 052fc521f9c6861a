import { describe, expect, it } from "vitest";
import type { UserId } from "@/lib/core/shared/ids";
import { tokenize } from "@/lib/core/text/tokens";
import { followAnchor, isAnchorOf } from "@/lib/core/threads/anchor";
import { completeMention, findMentions, matchMentions, mentionQuery } from "@/lib/core/threads/mentions";
import { random as seededRandom } from "@/tests/support/random";

const person = (displayName: string, userId = displayName) => ({ displayName, userId: userId as UserId });
const PEOPLE = [person("Anna"), person("Anna Berg"), person("Jörg"), person("Jo"), person("Jo", "jo2")];

describe("an anchor", () => {
  const WORDS = ["the", "bell", "rings", "at", "noon", ",", "Großvater", "sleeps", "🚂", "."];
  const random = seededRandom(20_261_126);
  const pick = () => WORDS[Math.floor(random() * WORDS.length)] ?? "";
  const sentence = () => Array.from({ length: 3 + Math.floor(random() * 12) }, pick).join(" ");
  const edited = (text: string) =>
    text
      .split(" ")
      .flatMap((word) => (random() < 0.15 ? [] : random() < 0.15 ? [pick(), word] : [word]))
      .join(" ");

  it("that is still there names the very characters that it named, in 2,000 edits", () => {
    let here = 0;
    for (let round = 0; round < 2_000; round++) {
      const then = sentence();
      const tokens = tokenize(then);
      const first = tokens[Math.floor(random() * tokens.length)];
      if (!first) continue;
      const anchor = { from: first.from, to: Math.min(then.length, first.to + Math.floor(random() * 12)) };
      const now = edited(then);
      const standing = followAnchor(anchor, then, now);
      if (standing.kind !== "here") continue;
      here++;
      expect(now.slice(standing.from, standing.to)).toBe(then.slice(anchor.from, anchor.to));
    }
    expect(here).toBeGreaterThan(500);
  });

  it("stays where it is in an equal text, and is gone with its words", () => {
    expect(followAnchor({ from: 4, to: 8 }, "The bell rings.", "The bell rings.")).toEqual({
      kind: "here",
      from: 4,
      to: 8,
    });
    expect(followAnchor({ from: 4, to: 8 }, "The bell rings.", "The clock rings.")).toEqual({
      kind: "earlier",
    });
  });

  it("keeps to its words when something is put in front of them, behind them or between them", () => {
    const then = "old tall tower";
    expect(followAnchor({ from: 4, to: 8 }, then, "old very tall tower")).toEqual({
      kind: "here",
      from: 9,
      to: 13,
    });
    expect(followAnchor({ from: 4, to: 8 }, then, "old tall white tower")).toEqual({
      kind: "here",
      from: 4,
      to: 8,
    });
    expect(followAnchor({ from: 0, to: 8 }, then, "old and tall tower")).toEqual({ kind: "earlier" });
  });

  it("is a passage of the text that cuts no character in two", () => {
    expect(isAnchorOf("a🚂b", { from: 1, to: 3 })).toBe(true);
    for (const [from, to] of [
      [1, 2],
      [2, 3],
      [0, 0],
      [-1, 2],
      [0, 5],
      [0.5, 2],
    ] as const)
      expect(isAnchorOf("a🚂b", { from, to })).toBe(false);
  });
});

describe("mentions", () => {
  it.each([
    ["@Anna, please", ["Anna"]],
    ["@Anna Berg, please", ["Anna Berg"]],
    ["(@Jörg)", ["Jörg"]],
    ["@Jo and @Jo", ["Jo", "jo2"]],
    ["mail me at x@Anna", []],
    ["@Annabell", []],
    ["@ Anna", []],
    ["no one", []],
  ])("%s names %j", (text, ids) => {
    expect(findMentions(text, PEOPLE)).toEqual(ids);
  });

  it("are looked for while they are typed, and completed", () => {
    expect(mentionQuery("Hi @an", 6)).toEqual({ at: 3, query: "an" });
    expect(mentionQuery("x@an", 4)).toBeNull();
    expect(matchMentions("ber", PEOPLE).map(({ displayName }) => displayName)).toEqual(["Anna Berg"]);
    expect(completeMention("Hi @an there", 6, "Anna")).toEqual({ text: "Hi @Anna there", caret: 9 });
  });
});
