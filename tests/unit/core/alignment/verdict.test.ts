import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { judgeBitext } from "@/lib/core/alignment/verdict";
import { PAIRS, source, target } from "./bilingual-texts";

const LOCALES = { sourceLocale: "de", targetLocale: "en" } as const;
const judge = (sources: readonly string[], targets: readonly string[]) =>
  judgeBitext(sources, targets, alignParagraphs(sources, targets, LOCALES));
const all = PAIRS.map((_, index) => index);

/** Another story altogether. */
const OTHER = [
  "Scientists have described a deep-sea jellyfish that glows in two colours.",
  "The animal was filmed at a depth of 2,700 metres off the coast of Chile.",
  "Its tentacles carry tiny bacteria that had not been seen before.",
  "According to the team, the glow may confuse fish that hunt by sight.",
  "Further dives are planned as soon as the submersible has been repaired.",
  "Until then, the recordings from last August have to be enough.",
  "A museum in Valparaíso shows them on a wall nine metres wide.",
  "Entry is free for schools that register in advance.",
];

describe("judgeBitext", () => {
  it("calls a translation related and counts most of its text as linked", () => {
    const verdict = judge(all.map(source), all.map(target));
    expect(verdict.related).toBe(true);
    expect(verdict.linkedShare).toBeGreaterThan(0.65);
  });

  it("calls half a translation related", () => {
    expect(judge(all.map(source), all.slice(10).map(target)).related).toBe(true);
  });

  it("calls another text unrelated", () => {
    const verdict = judge(all.slice(0, 8).map(source), OTHER);
    expect(verdict.related).toBe(false);
    expect(verdict.linkedShare).toBeLessThan(0.2);
  });

  it("calls a text and nothing unrelated, and nothing and nothing related", () => {
    expect(judge(all.map(source), [])).toEqual({ related: false, linkedShare: 0 });
    expect(judge([], [])).toEqual({ related: true, linkedShare: 1 });
  });
});
