import { describe, expect, it } from "vitest";
import { doubleStretches, findAnchors } from "@/lib/core/diff/anchors";
import { random } from "@/tests/support/random";

const whole = (base: Int32Array, next: Int32Array) => ({
  baseFrom: 0,
  baseTo: base.length,
  nextFrom: 0,
  nextTo: next.length,
});

const anchorsOf = (base: readonly number[], next: readonly number[], length: 1 | 2) => {
  const ids = { base: Int32Array.from(base), next: Int32Array.from(next) };
  const stretches = length === 1 ? ids : doubleStretches(ids, 1);
  return findAnchors(stretches, whole(ids.base, ids.next), length).map((link) => [link.base, link.next]);
};

describe("findAnchors", () => {
  it("takes what occurs once on either side and leaves what occurs again", () => {
    expect(anchorsOf([1, 7, 1, 8], [1, 7, 8], 1)).toEqual([
      [1, 1],
      [3, 2],
    ]);
    expect(anchorsOf([7, 8], [7, 8, 7], 1)).toEqual([[1, 1]]);
  });

  it("takes the longest list that rises when passages were moved", () => {
    expect(anchorsOf([1, 2, 3, 4, 5], [4, 5, 1, 2, 3], 1)).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
  });

  it("compares stretches by their content", () => {
    expect(anchorsOf([1, 2, 1, 3], [1, 3, 9, 1, 2], 2)).toHaveLength(1);
    expect(anchorsOf([1, 2, 9], [9, 2, 1], 2)).toEqual([]);
  });

  it("gives rising links of equal, unique stretches in 2,000 seeded pairs", () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const next = random(seed);
      const draw = () => Int32Array.from({ length: Math.floor(next() * 30) }, () => Math.floor(next() * 6));
      const ids = { base: draw(), next: draw() };
      const key = (list: Int32Array, at: number): string => list.slice(at, at + 4).join();
      const count = (list: Int32Array, wanted: string): number =>
        Array.from({ length: Math.max(0, list.length - 3) }, (_, at) => key(list, at)).filter(
          (it) => it === wanted,
        ).length;
      const stretches = doubleStretches(doubleStretches(ids, 1), 2);
      let last = { base: -1, next: -1 };
      for (const link of findAnchors(stretches, whole(ids.base, ids.next), 4)) {
        expect(link.base > last.base && link.next > last.next, `seed ${seed}`).toBe(true);
        const content = key(ids.base, link.base);
        expect(key(ids.next, link.next), `seed ${seed}`).toBe(content);
        expect([count(ids.base, content), count(ids.next, content)], `seed ${seed}`).toEqual([1, 1]);
        last = link;
      }
    }
  });
});
