import type { Page } from "@playwright/test";
import { alignmentVersion, said } from "./support/alignment-page";
import { createDocument, type TestDocument } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const NAMES = ["Anna", "Bertha", "Clara", "Dora", "Emma", "Frieda", "Greta", "Hanna", "Ida", "Julia"];

/** Rows whose translations slipped by one, from the third row on. */
function slipped(count: number): readonly (readonly [string, string])[] {
  const source = (i: number) =>
    `Im Jahr ${1000 + i} kam ${NAMES[i % 10]} zu ${NAMES[Math.floor(i / 10) % 10]} nach Wien und blieb ${i + 11} Wochen.`;
  const target = (i: number) =>
    `In ${1000 + i} ${NAMES[i % 10]} came to ${NAMES[Math.floor(i / 10) % 10]} in Vienna and stayed for ${i + 11} weeks.`;
  return Array.from({ length: count }, (_, i) => [
    source(i),
    i === 2 ? "Somebody had put this line in between." : target(i > 2 ? i - 1 : i),
  ]);
}

const bar = (page: Page) => page.getByRole("progressbar", { name: "Progress of the re-alignment" });

async function open(page: Page, { review }: TestDocument, row: number): Promise<void> {
  await page.goto(`${review}/align?row=${row}`);
  await page.locator("[data-live]").waitFor();
  await page.keyboard.press("k");
  await page.keyboard.press("j");
}

test("a long document is re-aligned while its rows are worked on, and what was done meanwhile stays", async ({
  openAs,
}, info) => {
  const document = await createDocument("Lange Chronik", slipped(1_500));
  const page = await openAs("editor");
  await open(page, document, 10);
  const before = await alignmentVersion(document);
  await page.keyboard.press("a");
  await expect(bar(page)).toBeVisible();
  await expect(page.getByText(/Re-aligning: [1-9][\d,]* of 3,000 paragraphs/)).toBeVisible();
  await page.screenshot({ path: info.outputPath("realigning.png") });
  await page.keyboard.press("p");
  await expect(said(page, "Pinned or unpinned.")).toHaveCount(1);
  expect(await alignmentVersion(document)).toBe(before + 1);
  await expectAccessible(page);
  await expect(bar(page)).toHaveCount(0, { timeout: 60_000 });
  await expect(
    page.getByRole("alert").filter({ hasText: "were changed while they were being aligned" }),
  ).toBeVisible();
  expect(await alignmentVersion(document)).toBe(before + 1);
});

test("a re-alignment is cancelled by key, and nothing is changed", async ({ openAs }) => {
  const document = await createDocument("Abgebrochene Chronik", slipped(3_000));
  const page = await openAs("editor");
  await open(page, document, 10);
  const before = await alignmentVersion(document);
  await page.keyboard.press("a");
  await expect(page.getByText(/Re-aligning: [1-9][\d,]* of 6,000 paragraphs/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(said(page, "Cancelled. Nothing was changed.")).toHaveCount(1);
  await expect(bar(page)).toHaveCount(0);
  await page.waitForTimeout(1_500);
  expect(await alignmentVersion(document)).toBe(before);
});

test("a slipped document is put right with one key, and slips back with another", async ({ openAs }) => {
  const document = await createDocument("Verrutschte Chronik", slipped(60));
  const page = await openAs("editor");
  await open(page, document, 10);
  const rows = page.getByRole("button", { name: /^Row \d+ of 61/ });
  await page.keyboard.press("a");
  await expect(said(page, /^Re-aligned\./)).toHaveCount(1);
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(said(page, "Undone: re-align.")).toHaveCount(1);
  await expect(rows).toHaveCount(0);
});
