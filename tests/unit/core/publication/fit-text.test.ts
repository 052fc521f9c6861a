import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitText, type TextBox } from "@/lib/core/publication/fit-text";

const BOX: TextBox = { width: 300, height: 100, sizes: [40, 20, 10], leading: 1.25 };
/** Half a size for each UTF-16 unit. */
const measure = (text: string, size: number): number => text.length * size * 0.5;

const word = fc.string({
  unit: fc.constantFrom("a", "é", "漢", "ל", "-", "’", "e\u0301", "."),
  minLength: 1,
  maxLength: 90,
});

describe("fitText", () => {
  it("keeps every line within the box and loses nothing but spaces and what the ellipsis stands for", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
        const text = words.join(" ");
        const { size, lines } = fitText(text, "en", BOX, measure);
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(BOX.width);
        expect(lines.length * size * BOX.leading).toBeLessThanOrEqual(BOX.height);
        const said = lines.join("").replace(/\s/g, "");
        const wanted = text.replace(/\s/g, "");
        if (said.endsWith("…")) expect(wanted.startsWith(said.slice(0, -1))).toBe(true);
        else expect(said).toBe(wanted);
      }),
      { seed: 20261126 },
    );
  });

  it("takes the largest size in which all of it fits", () => {
    expect(fitText("Salt and time", "en", BOX, measure)).toEqual({ size: 40, lines: ["Salt and time"] });
    expect(fitText("Salt and time, and more", "en", BOX, measure)).toEqual({
      size: 40,
      lines: ["Salt and time,", "and more"],
    });
    expect(fitText("Salt and time, and more of it than you think", "en", BOX, measure).size).toBe(20);
    expect(fitText("word ".repeat(200), "en", BOX, measure)).toMatchObject({ size: 10 });
    expect(fitText("word ".repeat(200), "en", BOX, measure).lines.at(-1)).toMatch(/word…$|…$/);
  });

  it("breaks between words also where a language writes none of its spaces, and never before a sign that ends a clause", () => {
    const { lines } = fitText(
      "沉默之后才有声音，而声音之后又是沉默。",
      "zh",
      { ...BOX, sizes: [40] },
      measure,
    );
    expect(lines).toEqual(["沉默之后才有声音，而声音之后", "又是沉默。"]);
    const long = fitText(`${"沉".repeat(14)}，默`, "zh", { ...BOX, sizes: [40] }, measure);
    expect(long.lines.some((line) => line.startsWith("，"))).toBe(false);
  });
});
