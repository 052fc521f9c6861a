import { describe, expect, it } from "vitest";
import { chooseReadingLanguage, chosenReadingLanguage } from "@/lib/i18n/reading-language";

const choose = (
  wishes: { cookie?: string; accept?: string; ui?: string },
  languages = ["de", "en", "pt-BR"],
) =>
  chooseReadingLanguage(languages, {
    cookie: wishes.cookie,
    acceptLanguage: wishes.accept ?? null,
    ui: wishes.ui ?? "fr",
  });

describe("chooseReadingLanguage", () => {
  it("takes the language that was chosen last before everything else", () => {
    expect(choose({ cookie: "pt-BR", accept: "en", ui: "de" })).toBe("pt-BR");
  });

  it("takes the strongest wish of the browser that the article can meet", () => {
    expect(choose({ accept: "fr;q=0.9, en;q=0.5, pt-PT;q=0.8", ui: "de" })).toBe("pt-BR");
  });

  it.each([
    ["zh-Hant-TW,zh-Hant;q=0.9", "zh-Hant"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-CN,zh;q=0.9", "zh-Hans"],
    ["pt-PT", "pt-PT"],
    ["pt", "pt-BR"],
    ["pt-AO", "pt-BR"],
    ["sr-Latn", "sr-Latn"],
    ["sr-RS", "sr"],
  ])("tells the scripts and regions of one language apart: %s reads %s", (accept, wanted) => {
    expect(choose({ accept }, ["de", "zh-Hans", "zh-Hant", "pt-BR", "pt-PT", "sr", "sr-Latn"])).toBe(wanted);
  });

  it("takes the language of the interface when the browser asks for none of them", () => {
    expect(choose({ accept: "ja", ui: "en" })).toBe("en");
  });

  it("takes the source when nothing fits, and nothing where there is nothing", () => {
    expect(choose({ cookie: "xx'; drop", accept: ";;q=x" })).toBe("de");
    expect(choose({ accept: "en" }, [])).toBeNull();
  });
});

describe("chosenReadingLanguage", () => {
  const at = (path: string, referer: string | null) =>
    chosenReadingLanguage(new URL(`http://here.example${path}`), referer);

  it("remembers a switch of the language on one article", () => {
    expect(at("/en/articles/salz/en", "http://here.example/en/articles/salz/de")).toBe("en");
    expect(at("/en/articles/salz/en", "http://here.example/en/articles/salz/de/parallel?with=en")).toBe("en");
  });

  it.each([
    ["mere reading", "/en/articles/salz/en", null],
    ["another article", "/en/articles/brot/en", "http://here.example/en/articles/salz/de"],
    ["the same language", "/de/articles/salz/en", "http://here.example/en/articles/salz/en"],
    ["a link from elsewhere", "/en/articles/salz/en", "http://there.example/en/articles/salz/de"],
    ["what is no language", "/en/articles/salz/%0d%0a", "http://here.example/en/articles/salz/de"],
  ])("takes %s for no choice", (_, path, referer) => {
    expect(at(path, referer)).toBeNull();
  });
});
