import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { findMoved } from "@/lib/core/alignment/moved";
import { source, target } from "./bilingual-texts";

const LOCALES = { sourceLocale: "de", targetLocale: "en" } as const;
const all = Array.from({ length: 14 }, (_, index) => index);
const moved = (sources: readonly string[], targets: readonly string[]) =>
  findMoved(sources, targets, alignParagraphs(sources, targets, LOCALES), LOCALES);

describe("findMoved", () => {
  it("finds nothing in a translation that keeps the order", () => {
    expect(moved(all.map(source), all.map(target))).toEqual([]);
  });

  it("finds a paragraph that went to the end, and one that came to the front", () => {
    const order = [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 3];
    expect(moved(all.map(source), order.map(target))).toMatchObject([{ source: 3, target: 13 }]);
    const front = [10, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13];
    expect(moved(all.map(source), front.map(target))).toMatchObject([{ source: 10, target: 0 }]);
  });

  it("is sure of it, and says nothing of a paragraph that is missing and one that is new", () => {
    const order = [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 3];
    expect(moved(all.map(source), order.map(target))[0]?.confidence).toBeGreaterThan(0.9);
    const other = "A jellyfish of the deep sea glows in two colours and frightens fish.";
    const targets = [...all.filter((index) => index !== 3).map(target), other];
    expect(moved(all.map(source), targets)).toEqual([]);
  });
});
