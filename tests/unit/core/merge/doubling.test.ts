import { describe, expect, it } from "vitest";
import { countUnits, isDoubled, repeatsItself } from "@/lib/core/merge/doubling";

const others = (count: number): string => Array.from({ length: count }, (_, at) => `other${at}`).join(" ");

/** The words, so many others, and the words again: each side has them once. */
const isTwice = (words: string, between: number): boolean =>
  isDoubled(
    `${words} ${others(between)} ${words}`,
    `${words} ${others(between)}`,
    `${others(between)} ${words}`,
  );

describe("isDoubled", () => {
  it.each([
    ["one two", 1],
    ["one two three four", 2],
    ["one two three four five", 15],
  ])("tells that %j comes again after %i other words, and no farther away", (words, farthest) => {
    expect(isTwice(words, farthest)).toBe(true);
    expect(isTwice(words, farthest + 1)).toBe(false);
  });

  it("takes nothing for doubled that one of the sides says twice itself", () => {
    const twice = "one two, one two";
    expect(isDoubled(twice, twice, "one two")).toBe(false);
    expect(isDoubled(`${twice}, one two`, twice, "one two"), "once more than that side").toBe(true);
  });

  it("lets signs without a word come again", () => {
    expect(isDoubled("Wait . . . here", "Wait . here", "Wait here")).toBe(false);
  });
});

it("knows a text that says five words and signs twice, however far apart", () => {
  const phrase = "one two three four five";
  expect(repeatsItself(`${phrase} ${others(80)} ${phrase}`)).toBe(true);
  expect(repeatsItself(`one two three four ${others(80)} one two three four`)).toBe(false);
});

it("counts words and signs, not the space between them", () => {
  expect(countUnits("One, two  three.")).toBe(5);
});
