import { expect, it } from "vitest";
import { sheetNames } from "@/lib/pages/page-sheet";
import { stripPage } from "@/lib/pages/strip-page";

const sheet = (name: string, more = "") =>
  `<link rel="stylesheet" href="/_next/static/chunks/${name}.css"${more}>`;
const strip = (head: string) =>
  stripPage(`<!DOCTYPE html><html><head>${head}</head><body></body></html>`).html;
const linksOf = (html: string) => html.match(/<link[^>]*>/g) ?? [];

it("makes one file of the sheets of the build, in their order, each of them once", () => {
  const html = strip(
    `${sheet("b_1", ' data-precedence="next"')}<meta name="x">${sheet("a~2")}${sheet("b_1")}`,
  );
  expect(linksOf(html)).toEqual(['<link rel="stylesheet" href="/styles/b_1+a~2.css">']);
  expect(sheetNames("/styles/b_1+a~2.css")).toEqual(["b_1", "a~2"]);
});

it("leaves alone what is a single file, for some media only, or none of the build", () => {
  expect(linksOf(strip(sheet("a")))).toEqual([sheet("a")]);
  const print = sheet("p", ' media="print"');
  const foreign = '<link rel="stylesheet" href="/elsewhere/x.css">';
  expect(linksOf(strip(`${sheet("a")}${print}${foreign}${sheet("b")}`))).toEqual([
    '<link rel="stylesheet" href="/styles/a+b.css">',
    print,
    foreign,
  ]);
});

it.each([
  "/styles/../a.css",
  "/styles/a%2Fb.css",
  "/styles/a+../../secret.css",
  "/styles/a+a.css",
  "/styles/.css",
  `/styles/${Array.from({ length: 33 }, (_, index) => `c${index}`).join("+")}.css`,
  "/styles/a.css?x",
  "/elsewhere/a+b.css",
])("takes no names from %s", (target) => {
  expect(sheetNames(target)).toBeNull();
});
