import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeEpub } from "@/lib/core/interchange/epub/write-epub";
import { editionOf } from "@/lib/core/publication/edition";
import type { PublicationSnapshot } from "@/lib/core/publication/snapshot";
import { APPROVED, paragraph, segment, snapshot } from "../publication/segments";
import { WORDS } from "./edition-words";
import { hostileSnapshot } from "./hostile-texts";

/** As a program, and as Debian's package has it on systems that do not run archives of Java by themselves. */
const WAYS = [["epubcheck"], ["java", "-jar", "/usr/share/java/epubcheck.jar"]];
const way = WAYS.find(([command = "", ...first]) =>
  String(spawnSync(command, [...first, "--version"]).stdout).includes("EPUBCheck"),
);
const title = `epubcheck${way ? "" : " (skipped: epubcheck is not installed)"}`;

const item = (text: string, level: number, ordinal?: number) => ({
  ...paragraph(text, "list-item", level),
  ...(ordinal !== undefined && { ordinal }),
});

/** Headings, lists in lists, quotations, code, two paragraphs for one, one that is missing; half of it checked. */
const EVERYTHING = snapshot(
  [
    segment([[1, "Salz & <Zeit>", "heading", 1]], [paragraph("ملح", "heading", 1)], APPROVED),
    segment([[2, "Erstens", "heading", 3]], [paragraph("أولا", "heading", 3)], APPROVED),
    segment(
      [
        [3, "Drei."],
        [4, "Vier."],
      ],
      ["ثلاثة وأربعة."],
    ),
    segment(
      [[5, "x"]],
      [
        item("أ", 1, 3),
        item("ب", 2, 1),
        item("ج", 2),
        item("د", 1, 4),
        { ...item("ه", 1, 9), numberStyle: "upper-roman" },
        { ...item("و", 1, 8), numberStyle: "upper-roman" },
      ],
      APPROVED,
    ),
    segment([[6, "Sechs.", "quote", 0]], [paragraph("ستة.", "quote")]),
    segment(
      [[7, "if (a < b)\n  go();", "preformatted", 0]],
      [paragraph("if (a < b)\n  go();", "preformatted")],
    ),
    segment([[8, "Acht."]], []),
  ],
  { targetLocale: "ar", targetTitle: "ملح" },
);

/** Pages of hostile texts of every kind, as one article. */
function hostile(): PublicationSnapshot {
  const [first, ...rest] = fc.sample(hostileSnapshot("he"), { numRuns: 40, seed: 20261127 });
  if (!first) throw new Error("no sample");
  const segments = [first, ...rest].flatMap((one) => one.segments);
  let number = 0;
  return {
    ...first,
    segments: segments.map((one, index) => ({
      ...one,
      anchor: `x-${index}`,
      sources: one.sources.map((source) => ({ ...source, number: ++number })),
    })),
  };
}

function bookOf(one: PublicationSnapshot, locale: string, beside?: string): Uint8Array {
  const edition = editionOf({ snapshot: one, locale }, beside ? { snapshot: one, locale: beside } : null);
  const pages = edition.sides.map((side) => `https://example.org/articles/salz/${side.locale}?a=1&b=2`);
  return writeEpub({ edition, words: WORDS, address: "https://example.org/book.epub", pages });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "gegenlesen-epubcheck-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What it says of a book, a fault or a doubt a line; usage hints are left out. */
async function check(name: string, book: Uint8Array): Promise<readonly string[]> {
  const file = path.join(folder, `${name}.epub`);
  writeFileSync(file, book);
  const [command = "", ...first] = way ?? [];
  const output = await new Promise<string>((resolve) => {
    execFile(
      command,
      [...first, file],
      { env: { ...process.env, LANG: "C.UTF-8" } },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
  expect(output).toContain("Messages:");
  return output.split("\n").filter((line) => /^(?:FATAL|ERROR|WARNING)/.test(line));
}

describe.skipIf(!way)(title, () => {
  it.each([
    ["of everything in two languages, one from right to left", () => bookOf(EVERYTHING, "ar", "de")],
    ["of hostile texts", () => bookOf(hostile(), "he")],
  ] as const)(
    "finds no fault in a book %s",
    async (name, book) => {
      expect(await check(name, book())).toEqual([]);
    },
    60_000,
  );
});
