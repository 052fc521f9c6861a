import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sheetKeeper } from "@/lib/pages/sheet-keeper";

let root: string;
const write = (name: string, css: string) => writeFileSync(path.join(root, ".next/static/chunks", name), css);

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "gegenlesen-sheets-"));
  mkdirSync(path.join(root, ".next/static/chunks"), { recursive: true });
  write("paper.css", "body{color:black}");
  write("ink.css", "@font-face{src:url(../media/letters.woff2)}");
  write("large.css", `/*${"x".repeat(200_000)}*/`);
});
afterAll(() => rmSync(root, { recursive: true }));

it("puts the files together in every encoding, and what they refer to is still found", async () => {
  const page = await sheetKeeper(root)("/styles/paper+ink.css");
  const css = "body{color:black}\n@font-face{src:url(/_next/static/media/letters.woff2)}";
  expect(page?.variants.identity.body.toString()).toBe(css);
  expect(gunzipSync(page?.variants.gzip.body ?? "").toString()).toBe(css);
  expect(brotliDecompressSync(page?.variants.br.body ?? "").toString()).toBe(css);
});

it("may be kept for ever, since the names change with the content", async () => {
  const headers = (await sheetKeeper(root)("/styles/paper+ink.css"))?.variants.br.headers ?? [];
  expect(headers[headers.indexOf("cache-control") + 1]).toBe("public, max-age=31536000, immutable");
  expect(headers[headers.indexOf("content-type") + 1]).toBe("text/css; charset=utf-8");
  expect(headers[headers.indexOf("x-content-type-options") + 1]).toBe("nosniff");
});

it("has nothing for names that the build does not have, nor for more than a page needs", async () => {
  const sheets = sheetKeeper(root);
  expect(await sheets("/styles/paper+missing.css")).toBeNull();
  expect(await sheets("/styles/paper+large.css")).toBeNull();
});

it("finds a file that was not there before: a null is not remembered", async () => {
  const sheets = sheetKeeper(root);
  expect(await sheets("/styles/paper+late.css")).toBeNull();
  write("late.css", "p{margin:0}");
  expect(await sheets("/styles/paper+late.css")).not.toBeNull();
});

it("keeps what was asked for last, however many addresses somebody makes up", async () => {
  const sheets = sheetKeeper(root);
  const first = sheets("/styles/paper+ink.css");
  expect(sheets("/styles/paper+ink.css")).toBe(first);
  for (let index = 0; index < 40; index++) write(`n${index}.css`, "p{}");
  for (let index = 0; index < 40; index++) await sheets(`/styles/paper+n${index}.css`);
  expect(sheets("/styles/paper+ink.css")).not.toBe(first);
});
