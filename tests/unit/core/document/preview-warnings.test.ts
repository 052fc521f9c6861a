import { describe, expect, it } from "vitest";
import type { ImportFindings, SideFindings } from "@/lib/core/document/import-preview";
import { previewWarnings } from "@/lib/core/document/preview-warnings";

const side = (locale: string | null, confidence = 0.95): SideFindings => ({
  format: "text",
  encoding: null,
  guess: locale ? { locale, confidence } : null,
  warnings: [],
});

const found = (source: SideFindings, target: SideFindings, related = true): ImportFindings => ({
  source,
  target,
  related,
});

const chosen = { sourceLocale: "de", targetLocale: "en" };

describe("warnings before a preview becomes a document", () => {
  it("are none for a pair that fits, a regional choice and a text too short to tell", () => {
    expect(previewWarnings(found(side("de"), side("en")), chosen)).toEqual([]);
    expect(
      previewWarnings(found(side("de"), side("en")), { sourceLocale: "de-CH", targetLocale: "en-GB" }),
    ).toEqual([]);
    expect(previewWarnings(found(side(null), side("fr", 0.5)), chosen)).toEqual([]);
  });

  it("say that both sides are in one language, also when nothing was chosen or both were guessed", () => {
    const both = [{ code: "sameLanguage", language: "de" }];
    expect(previewWarnings(found(side("de"), side("de")), chosen)).toEqual(both);
    expect(
      previewWarnings(found(side("de"), side("de")), { sourceLocale: "de", targetLocale: "de" }),
    ).toEqual(both);
    expect(previewWarnings(found(side("de"), side("de")), { sourceLocale: "", targetLocale: "" })).toEqual(
      both,
    );
  });

  it("say so of short texts as well, unless a person chose two languages", () => {
    const short = found(side("de", 0.5), side("de", 0.4));
    expect(previewWarnings(short, { sourceLocale: "de", targetLocale: "de" })).toEqual([
      { code: "sameLanguage", language: "de" },
    ]);
    expect(previewWarnings(short, chosen)).toEqual([]);
  });

  it("name the side that is not what was chosen", () => {
    expect(previewWarnings(found(side("fr"), side("en")), chosen)).toEqual([
      { code: "wrongSource", language: "fr", chosen: "de" },
    ]);
    expect(previewWarnings(found(side("de"), side("fr")), chosen)).toEqual([
      { code: "wrongTarget", language: "fr", chosen: "en" },
    ]);
    expect(previewWarnings(found(side("en"), side("de")), chosen)).toEqual([{ code: "wrongBoth" }]);
  });

  it("do not contradict a language that is still to be chosen", () => {
    expect(previewWarnings(found(side("de"), side("en")), { sourceLocale: "de", targetLocale: "" })).toEqual(
      [],
    );
  });

  it("say beside it that the texts do not belong together", () => {
    expect(previewWarnings(found(side("de"), side("fr"), false), chosen).map(({ code }) => code)).toEqual([
      "wrongTarget",
      "unrelated",
    ]);
  });
});
