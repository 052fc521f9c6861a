import { describe, expect, it } from "vitest";
import { isSlug, slugOf } from "@/lib/core/document/slug";
import { random } from "@/tests/support/random";

describe("an address from a title", () => {
  it.each([
    ["Der Zug, der über Nacht wiederkam", "der-zug-der-ueber-nacht-wiederkam"],
    ["Größe & Maß: 3,5 % mehr", "groesse-mass-3-5-mehr"],
    ["Łódź, Århus und Œuvre", "lodz-arhus-und-oeuvre"],
    ["Ein <1>fetter</1> Titel", "ein-fetter-titel"],
    ["  ---  ", "article"],
    ["Война и мир", "article"],
  ])("%s is %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("cuts at a word, and a single long word somewhere", () => {
    const slug = slugOf("Die lange Geschichte von der kleinen Mühle am Rande des großen Meeres bei Ebbe");
    expect(slug).toBe("die-lange-geschichte-von-der-kleinen-muehle-am-rande-des");
    expect(slugOf("a".repeat(200))).toHaveLength(60);
  });

  it("is a part of an address for whatever a title holds", () => {
    const draw = random(11);
    for (let round = 0; round < 2_000; round++) {
      const title = Array.from({ length: Math.floor(draw() * 90) }, () =>
        String.fromCodePoint(draw() < 0.7 ? 32 + Math.floor(draw() * 95) : Math.floor(draw() * 0x2fff) + 1),
      ).join("");
      expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slugOf(title).length).toBeLessThanOrEqual(60);
    }
  });
});

it("knows what can be an address, and takes every address it makes for one", () => {
  for (const title of ["Nachtzug", "磨坊", "Ä".repeat(500), "a b-c"])
    expect(isSlug(slugOf(title))).toBe(true);
  for (const text of ["", "a\0b", "A", "ä", "a b", "..", "x".repeat(101)]) expect(isSlug(text)).toBe(false);
});
