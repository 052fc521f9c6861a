import { expect, it } from "vitest";
import { readPageAddress } from "@/lib/pages/page-address";

const said = (target: string) => {
  const address = readPageAddress(target);
  return address && `${address.isKept ? "kept" : "once"} ${address.kind} ${address.tag}`;
};

const path = (target: string) => readPageAddress(target)?.path;

it.each([
  ["/en", "kept page *"],
  ["/de/articles/nachtzug/en", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/parallel", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/parallel?with=zh-Hant", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/versions/3", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/changes?before=4", "kept page nachtzug"],
  ["/api/articles/nachtzug/en/book.epub", "kept document nachtzug"],
  ["/sitemap.xml", "kept document *"],
  ["/sitemap.xml?part=12", "kept document *"],
  ["/feeds/de-CH", "kept document *"],
  ["/feeds/de-CH/17", "kept document *"],
  ["/robots.txt", "kept document *"],
])("keeps %s", (target, wanted) => {
  expect(said(target)).toBe(wanted);
});

it.each([
  ["/en?page=2", "once page *"],
  ["/en/search?q=zug", "once page *"],
  ["/en/preview/abc.def", "once page *"],
  ["/sitemap.xml?part=x", "once document *"],
  ["/sitemap.xml?part=1&part=2", "once document *"],
  ["/de/reports/abc-def", "once page *"],
  ["/de/articles/nachtzug/en/parallel?with=en&with=de", "once page nachtzug"],
  ["/de/articles/nachtzug/en/parallel?with=", "once page nachtzug"],
  ["/de/articles/nachtzug/en/changes?before=0", "once page nachtzug"],
])("makes %s for each request", (target, wanted) => {
  expect(said(target)).toBe(wanted);
});

it("keeps one page for whatever a shared link carries besides", () => {
  expect(path("/de/articles/nachtzug/en?utm_source=x&fbclid=1")).toBe("/de/articles/nachtzug/en");
  expect(path("/de/articles/nachtzug/en/changes?page=7")).toBe("/de/articles/nachtzug/en/changes");
  expect(path("/de/articles/nachtzug/en/parallel?x=1&with=fr")).toBe(
    "/de/articles/nachtzug/en/parallel?with=fr",
  );
  expect(path("/en?gclid=1")).toBe("/en");
  expect(said("/en?gclid=1")).toBe("kept page *");
  expect(path("/en?gclid=1&year=2026")).toBe("/en?year=2026");
  expect(path("/feeds/en?")).toBe("/feeds/en");
  expect(path("/feeds/en/2?part=3")).toBe("/feeds/en/2");
  expect(path("/sitemap.xml?utm_source=x&part=3")).toBe("/sitemap.xml?part=3");
});

it("keeps one document for every spelling of a language", () => {
  expect(path("/api/articles/nachtzug/EN/De/book.epub?1")).toBe("/api/articles/nachtzug/en/de/book.epub");
  expect(path("/api/articles/en-at/zh-hANT/text.md")).toBe("/api/articles/en-at/zh-Hant/text.md");
  expect(path("/feeds/DE-at")).toBe("/feeds/de-AT");
  expect(path("/feeds/DE-at/12")).toBe("/feeds/de-AT/12");
});

it.each([
  "/",
  "/fr",
  "/en/",
  "//en",
  "/en/documents",
  "/de/articles/nachtzug/en/report",
  "/api/articles/nachtzug/en/record",
  "/en/articles/nachtzug",
  "/en/articles/nachtzug/en/",
  "/en/articles/Nachtzug/en",
  "/en/articles/nacht%7aug/en",
  "/en/articles/../en",
  "/en/articles/nachtzug/en/../../x/en",
  "/en/articles/nachtzug/en/a/b/c/d/e",
  `/en/articles/${"a".repeat(101)}/en`,
  "http://elsewhere.example/en",
  "/api/health",
  "",
])("leaves %s to the framework", (target) => {
  expect(readPageAddress(target)).toBeNull();
});
