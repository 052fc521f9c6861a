import { expect, it } from "vitest";
import { readPageAddress } from "@/lib/pages/page-address";

const said = (target: string) => {
  const address = readPageAddress(target);
  return address && `${address.isKept ? "kept" : "once"} ${address.kind} ${address.tag}`;
};

it.each([
  ["/en", "kept page *"],
  ["/de/articles/nachtzug/en", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/parallel", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/parallel?with=zh-Hant", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/versions/3", "kept page nachtzug"],
  ["/de/articles/nachtzug/en/changes?before=4", "kept page nachtzug"],
  ["/api/articles/nachtzug/en/article.epub", "kept document nachtzug"],
  ["/sitemap.xml", "kept document *"],
  ["/feeds/de-CH", "kept document *"],
  ["/robots.txt", "kept document *"],
])("keeps %s", (target, wanted) => {
  expect(said(target)).toBe(wanted);
});

it.each([
  ["/en?page=2", "once page *"],
  ["/en/search?q=zug", "once page *"],
  ["/en/preview/abc.def", "once page *"],
  ["/de/reports/abc-def", "once page *"],
  ["/de/articles/nachtzug/en?utm_source=x", "once page nachtzug"],
  ["/de/articles/nachtzug/en/parallel?with=en&with=de", "once page nachtzug"],
  ["/de/articles/nachtzug/en/parallel?with=", "once page nachtzug"],
  ["/de/articles/nachtzug/en/changes?before=0", "once page nachtzug"],
  ["/feeds/en?", "once document *"],
])("makes %s for each request", (target, wanted) => {
  expect(said(target)).toBe(wanted);
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
