import { readFileSync } from "node:fs";
import path from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { PICTURE_SIZE } from "@/app/_features/article/addresses";
import { COLOURS, drawArticlePicture, PICTURE } from "@/lib/pictures/article-picture";
import { canDraw } from "@/lib/pictures/fonts";

const TITLES = {
  short: ["Salt", "en"],
  long: [
    "Über die Unmöglichkeit, einen Donaudampfschifffahrtsgesellschaftskapitän zu finden, der schweigt ".repeat(
      4,
    ),
    "de",
  ],
  word: ["Wort".repeat(120), "de"],
  Hebrew: ["הרכבת שחזרה בלילה (2026) מברלין", "he"],
  Arabic: ["يحتاج العجين إلى الوقت، والوقت لا يُشترى في Berlin. ".repeat(6), "ar"],
  Chinese: ["沉默之后才有声音，而声音之后又是沉默。".repeat(12), "zh"],
  Korean: ["침묵 뒤에야 소리가 있다", "ko"],
  override: ["abc \u202edef\u202c \u2067ghi", "en"],
} as const;

const draw = (title: string, locale: string): Promise<Uint8Array> =>
  drawArticlePicture({
    title,
    locale,
    language: "English",
    caption: `${"A project with a name ".repeat(5)} · machine-translated, 53% of it checked by people`,
    captionLocale: "en",
  });

/** How many pixels of a part of the picture are not paper. */
async function inked(png: Uint8Array, x: number, y: number, width: number, height: number): Promise<number> {
  const canvas = createCanvas(PICTURE.width, PICTURE.height);
  const context = canvas.getContext("2d");
  context.drawImage(await loadImage(Buffer.from(png)), 0, 0);
  const { data } = context.getImageData(x, y, width, height);
  const paper = [0xfb, 0xfa, 0xf7];
  let count = 0;
  for (let at = 0; at < data.length; at += 4)
    if (paper.some((value, channel) => Math.abs((data[at + channel] ?? 0) - value) > 12)) count += 1;
  return count;
}

describe("the picture of an article", () => {
  it.each(Object.keys(TITLES) as (keyof typeof TITLES)[])(
    "holds the title in its place: %s",
    async (which) => {
      const [title, locale] = TITLES[which];
      const png = await draw(title, locale);
      const bytes = Buffer.from(png);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([PICTURE.width, PICTURE.height]);
      expect(await inked(png, 60, 150, 1080, 340)).toBeGreaterThan(500);
      // the edges, and the gaps above and below the title
      expect(await inked(png, 0, 12, 60, 618)).toBe(0);
      expect(await inked(png, 1140, 12, 60, 618)).toBe(0);
      expect(await inked(png, 0, 130, 1200, 20)).toBe(0);
      expect(await inked(png, 0, 494, 1200, 12)).toBe(0);
      expect(await inked(png, 0, 606, 1200, 24)).toBe(0);
    },
  );

  it("leaves a title out that no font here can show", async () => {
    expect(canDraw("ᚠᚢᚦ", "text")).toBe(false);
    expect(await inked(await draw("ᚠᚢᚦ ᚠᚢᚦ", "gmh"), 0, 150, 1200, 340)).toBe(0);
  });

  it("is drawn the same twice, in the colours of the pages and the size that they name", async () => {
    expect(PICTURE).toEqual(PICTURE_SIZE);
    expect(await draw("Salt", "en")).toEqual(await draw("Salt", "en"));
    const tokens = readFileSync(path.resolve("app/_ui/tokens.css"), "utf8");
    for (const [name, colour] of Object.entries(COLOURS))
      expect(tokens).toContain(`--${name}: light-dark(${colour},`);
  });
});
