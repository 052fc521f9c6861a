import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { alignParagraphs } from "@/lib/core/alignment/align";
import { bitexts, linksOf, readText, SAMPLE_DIR, sample } from "./read-sample";

describe("the sample project", () => {
  it("has at least three articles, one of them in two target languages", () => {
    expect(sample.articles.length).toBeGreaterThanOrEqual(3);
    const locales = sample.articles.map((article) => article.translations.map(({ locale }) => locale));
    expect(locales.every((list) => list.includes("en"))).toBe(true);
    expect(locales).toContainEqual(["en", "fr"]);
  });

  it("has a published, a half-reviewed and an untouched translation", () => {
    const states = new Set(bitexts.map(({ translation }) => translation.state));
    expect(states).toEqual(new Set(["published", "half-reviewed", "untouched"]));
  });

  it("has an account for each role, two translators and two editors, and names them once", () => {
    const roles = sample.accounts.map(({ role }) => role).sort();
    expect(roles).toEqual(["admin", "editor", "editor", "reader", "translator", "translator"]);
    for (const field of ["id", "email", "displayName"] as const) {
      expect(new Set(sample.accounts.map((account) => account[field])).size).toBe(sample.accounts.length);
    }
    expect(sample.accounts.every(({ email }) => email.endsWith("@example.org"))).toBe(true);
  });
});

describe.each(bitexts)("$name", (bitext) => {
  const { sources, targets, translation } = bitext;

  it("has 12 to 40 source paragraphs, with headings, a list or a quotation, and a link", () => {
    expect(sources.length).toBeGreaterThanOrEqual(12);
    expect(sources.length).toBeLessThanOrEqual(40);
    expect(bitext.sourceKinds[0]).toBe("heading 1");
    expect(bitext.sourceKinds).toContain("heading 2");
    expect(bitext.sourceKinds).toContain("list-item 1");
    expect(linksOf(`${bitext.slug}/source.de.md`).length).toBeGreaterThan(0);
  });

  it("keeps every link of the source", () => {
    expect(linksOf(translation.file)).toEqual(linksOf(`${bitext.slug}/source.de.md`));
  });

  it("has gold beads that hold every paragraph of both sides once, in order", () => {
    const indices = (count: number) => Array.from({ length: count }, (_, at) => at);
    expect(translation.beads.flatMap(([source]) => source)).toEqual(indices(sources.length));
    expect(translation.beads.flatMap(([, target]) => target)).toEqual(indices(targets.length));
    expect(translation.beads.every(([source, target]) => source.length + target.length > 0)).toBe(true);
  });

  it("has merged, split and one-sided beads, and pairs paragraphs of one kind", () => {
    const shapes = translation.beads.map(([source, target]) => `${source.length}-${target.length}`);
    for (const shape of ["2-1", "1-2", "0-1"]) expect(shapes).toContain(shape);
    for (const [source, target] of translation.beads.filter(([, list]) => list.length > 0)) {
      const kinds = [
        ...source.map((at) => bitext.sourceKinds[at]),
        ...target.map((at) => bitext.targetKinds[at]),
      ];
      expect(new Set(kinds).size, `${source} ${target}`).toBe(1);
    }
  });

  it("is aligned as the gold beads say, but for one row at most", () => {
    const beads = alignParagraphs(sources, targets, { sourceLocale: "de", targetLocale: translation.locale });
    const found = new Set(
      beads.map((bead) => `${span(bead.sourceFrom, bead.sourceTo)}|${span(bead.targetFrom, bead.targetTo)}`),
    );
    const wrong = translation.beads.filter(([source, target]) => !found.has(`${source}|${target}`));
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(1);
  });
});

const span = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

describe("the characters of the sample", () => {
  const usual = /[^\n\x20-\x7e\u00a0\u202fÀ-ÿœŒ–“”‘’„‚…«»·]/gu;
  const files = sample.articles.flatMap(({ slug }) =>
    readdirSync(path.join(SAMPLE_DIR, slug))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${slug}/${name}`),
  );

  it.each(files)("%s has no unusual character but the recorded ones", (file) => {
    const found = [...readText(file).matchAll(usual)].map(([character]) => codePoint(character));
    const recorded = bitexts
      .filter(({ translation }) => translation.file === file)
      .flatMap(({ findings }) => findings.flatMap((finding) => finding.codePoint ?? []));
    expect(found).toEqual(recorded);
  });

  it("are NFC, without a tab, a trailing space or a doubled space, in every file", () => {
    for (const file of files) {
      const text = readText(file);
      expect(text.normalize("NFC"), file).toBe(text);
      expect(text, file).not.toMatch(/\t| {2}| $|\n{3}/m);
    }
  });
});

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
