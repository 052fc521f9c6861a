import { describe, expect, it } from "vitest";
import { hasteOf, type TimedApproval, WORDS_PER_MINUTE } from "@/lib/core/review/reading-speed";

const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(" ");

/** An approval of as many words on either side as are read in a minute. */
const approvedAfter = (
  seconds: number | null,
  name = "Johanna",
  personId = `id of ${name}`,
): TimedApproval => ({
  personId,
  name,
  seconds,
  texts: [words(WORDS_PER_MINUTE / 2), words(WORDS_PER_MINUTE / 2)],
});

describe("hasteOf", () => {
  it("names who approved three texts faster than at twice the speed of reading", () => {
    const approvals = [
      approvedAfter(29),
      approvedAfter(5),
      approvedAfter(0),
      approvedAfter(31),
      approvedAfter(600),
    ];
    expect(hasteOf(approvals)).toEqual([{ personId: "id of Johanna", name: "Johanna", hasty: 3, all: 5 }]);
  });

  it("says nothing of less, of a first decision, and of those who took their time", () => {
    expect(hasteOf([approvedAfter(1), approvedAfter(1), approvedAfter(null), approvedAfter(31)])).toEqual([]);
    expect(hasteOf([])).toEqual([]);
  });

  it("keeps people apart, the hastiest first", () => {
    const approvals = ["a", "b", "b", "a", "b", "a", "b"].map((name) => approvedAfter(2, name));
    expect(hasteOf(approvals).map(({ name, hasty }) => [name, hasty])).toEqual([
      ["b", 4],
      ["a", 3],
    ]);
  });

  it("keeps people of one name apart", () => {
    const two = ["1", "2", "1", "2"].map((id) => approvedAfter(2, "Anna", id));
    expect(hasteOf(two)).toEqual([]);
    expect(hasteOf([...two, approvedAfter(2, "Anna", "1")])).toEqual([
      { personId: "1", name: "Anna", hasty: 3, all: 3 },
    ]);
  });

  it("asks no time for a text without words", () => {
    expect(hasteOf(Array.from({ length: 5 }, () => ({ ...approvedAfter(0), texts: ["", "…"] })))).toEqual([]);
  });
});
