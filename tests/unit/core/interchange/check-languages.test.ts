import { describe, expect, it } from "vitest";
import { checkLanguages } from "@/lib/core/interchange/check-languages";

const side = (chosen: string, locale: string | null, confidence = 0.95) => ({
  chosen,
  guess: locale === null ? null : { locale, confidence },
});

describe("checkLanguages", () => {
  it("accepts sides that are in the chosen languages, and variants of them", () => {
    expect(checkLanguages({ source: side("de-CH", "de"), target: side("en-GB", "en") }).ok).toBe(true);
    expect(checkLanguages({ source: side("de-AT", "de"), target: side("de-DE", "de") }).ok).toBe(true);
  });

  it("finds the target in the language of the source", () => {
    const found = checkLanguages({ source: side("de", "de"), target: side("en", "de") });
    expect(found).toEqual({ ok: false, error: { code: "same-language", side: "target" } });
  });

  it("finds the source in the language of the target", () => {
    const found = checkLanguages({ source: side("de", "en"), target: side("en", "en") });
    expect(found).toEqual({ ok: false, error: { code: "same-language", side: "source" } });
  });

  it("finds sides in languages that nobody chose", () => {
    const wrong = checkLanguages({ source: side("de", "de"), target: side("en", "fr") });
    expect(wrong).toEqual({ ok: false, error: { code: "wrong-language", side: "target" } });
    const swapped = checkLanguages({ source: side("de", "en"), target: side("en", "de") });
    expect(swapped).toEqual({ ok: false, error: { code: "wrong-language", side: "both" } });
  });

  it("does not contradict a person with an unclear guess or none", () => {
    expect(checkLanguages({ source: side("de", "de"), target: side("en", "de", 0.6) }).ok).toBe(true);
    expect(checkLanguages({ source: side("de", null), target: side("en", null) }).ok).toBe(true);
  });

  it.each([
    ["nb", "no"],
    ["hr", "sr"],
    ["id", "ms"],
    ["gsw", "de"],
  ])("takes %s for %s without complaint", (chosen, guess) => {
    expect(checkLanguages({ source: side("en", "en"), target: side(chosen, guess) }).ok).toBe(true);
  });
});
