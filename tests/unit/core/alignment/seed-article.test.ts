import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { judgeBitext } from "@/lib/core/alignment/verdict";
import { sharedPath } from "@/tests/support/shared-data";

const folder = sharedPath("seed");
const absent = folder === null ? " (skipped: the folder with research data is not beside the checkout)" : "";

interface Gold {
  readonly beads: ReadonlyArray<readonly [readonly number[], readonly number[]]>;
}

describe.skipIf(folder === null)(`alignParagraphs on the first article${absent}`, () => {
  const read = (name: string) => readFileSync(`${folder}/${name}`, "utf8");
  const paragraphs = (name: string) =>
    read(name)
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter(Boolean);
  const source = folder === null ? [] : paragraphs("article.source.de.txt");
  const target = folder === null ? [] : paragraphs("article.mt.en.txt");
  const gold = folder === null ? [] : (JSON.parse(read("gold-alignment.json")) as Gold).beads;
  const goldKeys = gold.map(([s, t]) => `${s.join(",")}:${t.join(",")}`);
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, k) => from + k + 1).join(",");
  const keysOf = (beads: ReturnType<typeof alignParagraphs>) =>
    beads.map((b) => `${numbers(b.sourceFrom, b.sourceTo)}:${numbers(b.targetFrom, b.targetTo)}`);

  it("puts every paragraph into its gold bead", () => {
    expect(goldKeys.length).toBe(27);
    expect(keysOf(alignParagraphs(source, target, { sourceLocale: "de", targetLocale: "en" }))).toEqual(
      goldKeys,
    );
  });

  it("does so without being told the languages", () => {
    expect(keysOf(alignParagraphs(source, target))).toEqual(goldKeys);
  });

  it("calls the two files related", () => {
    const beads = alignParagraphs(source, target, { sourceLocale: "de", targetLocale: "en" });
    const verdict = judgeBitext(source, target, beads);
    expect(verdict.related).toBe(true);
    expect(verdict.linkedShare).toBeGreaterThan(0.8);
  });
});
