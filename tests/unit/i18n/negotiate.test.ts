import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUiLocale, UI_LOCALES } from "@/lib/i18n/locales";
import { chooseLocale, localeOfPath, pathInLocale, switchedLocale } from "@/lib/i18n/negotiate";

describe("the language of an address", () => {
  it.each([
    ["/de", "de"],
    ["/en/documents", "en"],
    ["/", null],
    ["/documents", null],
    ["/deutsch", null],
    ["/DE", null],
    ["//de", null],
    ["/__proto__", null],
  ])("of %s is %s", (path, locale) => {
    expect(localeOfPath(path)).toBe(locale);
  });

  it("is exchanged without touching the rest", () => {
    expect(pathInLocale("/de/documents/7", "en")).toBe("/en/documents/7");
    expect(pathInLocale("/de", "en")).toBe("/en");
    expect(pathInLocale("/documents", "de")).toBe("/de/documents");
    expect(pathInLocale("/", "de")).toBe("/de");
    expect(pathInLocale("/de?q=/en/x#y", "en")).toBe("/en?q=/en/x#y");
    expect(pathInLocale("/de/read?page=2", "en")).toBe("/en/read?page=2");
  });

  it("never leaves the host, whatever the path", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...UI_LOCALES), (rest, locale) => {
        const path = pathInLocale(`/${rest}`, locale);
        expect(localeOfPath(path)).toBe(locale);
        expect(new URL(path, "http://here.example").host).toBe("here.example");
        expect(pathInLocale(path, locale)).toBe(path);
      }),
    );
  });
});

describe("the language of a bare address", () => {
  it("comes from the cookie before the browser", () => {
    expect(chooseLocale("en", "de")).toBe("en");
  });

  it("comes from the browser when the cookie is none of ours", () => {
    expect(chooseLocale("xx", "de-CH, en;q=0.5")).toBe("de");
    expect(chooseLocale("toString", "de")).toBe("de");
  });

  it.each([
    ["de", "de"],
    ["fr, de;q=0.3, en;q=0.7", "en"],
    ["en;q=0.1, de;q=0.9", "de"],
    ["de;q=0, en;q=0.1", "en"],
    ["DE-at", "de"],
    ["de;q=abc, en;q=0.2", "en"],
    ["de; q=0.2, en; q=0.4", "en"],
    ["fr", "en"],
    ["", "en"],
    [null, "en"],
  ])("is for Accept-Language %s: %s", (header, locale) => {
    expect(chooseLocale(undefined, header)).toBe(locale);
  });

  it("is always one of ours, whatever is sent", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (cookie, header) => isUiLocale(chooseLocale(cookie, header))),
    );
  });
});

describe("a switch of language", () => {
  const address = new URL("http://here.example/en/read/x");

  it("is a visit from the same host in another language", () => {
    expect(switchedLocale(address, "http://here.example/de/read/x")).toBe("en");
  });

  it.each([
    null,
    "",
    "not an address",
    "http://",
    "http://here.example/en/read/y",
    "http://here.example/",
    "http://elsewhere.example/de/read/x",
  ])("is not a visit from %s", (referer) => {
    expect(switchedLocale(address, referer)).toBeNull();
  });
});
