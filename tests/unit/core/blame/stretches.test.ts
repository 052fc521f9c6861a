import { expect, it } from "vitest";
import { type BlamedRevision, blame } from "@/lib/core/blame/blame";
import { stretches } from "@/lib/core/blame/stretches";
import { textPairs } from "../diff/random-texts";

const revision = (
  text: string,
  origin: BlamedRevision["origin"],
  approverId: string | null,
): BlamedRevision => ({
  text,
  origin,
  approverId,
});

it("joins to the text byte for byte on 1,000 seeded pairs, and no two neighbours say the same", () => {
  for (const { seed, base, next } of textPairs(1_000)) {
    const tokens = blame([revision(base, "mt", null), revision(next, "human", seed % 2 ? "editor" : null)]);
    const joined = stretches(tokens);
    expect(joined.map(({ text }) => text).join(""), `seed ${seed}`).toBe(next);
    for (const [index, { revision: by, approved }] of joined.entries()) {
      const before = joined[index - 1];
      expect(
        before !== undefined && before.revision === by && before.approved === approved,
        `seed ${seed}`,
      ).toBe(false);
    }
  }
});

it("keeps words apart that one person brought and others approved at another time", () => {
  const [machine, first, second] = [
    revision("a b", "mt", null),
    revision("a b c", "human", "editor"),
    revision("a b c d", "human", null),
  ];
  const said = stretches(blame([machine, first, second])).map(({ text, approved }) => [
    text,
    approved === null,
  ]);
  expect(said).toEqual([
    ["a b ", false],
    ["c ", false],
    ["d", true],
  ]);
});
