import { createHash, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { agreement, isSampled } from "@/lib/core/review/second-look";
import type { DecisionId } from "@/lib/core/shared/ids";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const SEED = "6f1d1c1e-0d1b-4b9e-8f5e-3a3f8d1f9a11";
/** Always the same ids, spread as random ones are. */
const ids = Array.from({ length: 10_000 }, (_, index) => sha256(`id ${index}`) as DecisionId);

/** Four standard deviations of a binomial share: a fair choice is outside once in 16,000. */
const bounds = (share: number) => 4 * Math.sqrt(ids.length * (share / 100) * (1 - share / 100));

it.each([1, 5, 20, 50])("picks %i of a hundred, over 10,000 approvals", (share) => {
  const picked = ids.filter((id) => isSampled(SEED, id, share, sha256)).length;
  expect(Math.abs(picked - (ids.length * share) / 100)).toBeLessThan(bounds(share));
});

it("picks none at 0 and all at 100", () => {
  expect(ids.some((id) => isSampled(SEED, id, 0, sha256))).toBe(false);
  expect(ids.every((id) => isSampled(SEED, id, 100, sha256))).toBe(true);
});

it("picks none at 0 whatever the hash, also the smallest", () => {
  expect(isSampled(SEED, ids[0] as DecisionId, 0, () => "0".repeat(64))).toBe(false);
  expect(isSampled(SEED, ids[0] as DecisionId, 1, () => "0".repeat(64))).toBe(true);
});

it("picks the same for the same seed, and others for another", () => {
  const picked = (seed: string) => ids.filter((id) => isSampled(seed, id, 5, sha256));
  expect(picked(SEED)).toEqual(picked(SEED));
  const both = picked(randomUUID()).filter((id) => isSampled(SEED, id, 5, sha256));
  expect(both.length).toBeLessThan(80); // 25 by chance
});

it("keeps what it picked when the share grows", () => {
  for (const id of ids.slice(0, 2_000))
    if (isSampled(SEED, id, 5, sha256)) expect(isSampled(SEED, id, 6, sha256)).toBe(true);
});

it("says how many of the looks agreed, and nothing before the first", () => {
  expect(agreement({ waiting: 3, looked: 0, confirmed: 0 })).toBeNull();
  expect(agreement({ waiting: 3, looked: 8, confirmed: 6 })).toBe(0.75);
});
