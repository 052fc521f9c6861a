import type { ProposalId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { ServiceContext } from "@/lib/services/context";
import { createProposal } from "@/lib/services/proposals/create-proposal";
import { acceptProposal } from "@/lib/services/proposals/decide-proposal";
import { textHash } from "@/lib/services/text-hash";
import { readRows } from "@/lib/services/translations/read-bitext";
import { createDocument, firstSegment, serverDatabase, type TestDocument } from "./support/documents";
import { account, type Person } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

const TEXTS = ["The roof is made of clear glass.", "The ceiling is made of clear glass."];

/** Each text proposed by a translator and accepted by an editor, one after the other. */
async function accepted({ translationId }: TestDocument): Promise<void> {
  const db = serverDatabase();
  const as = async (person: Person): Promise<ServiceContext> => {
    const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email: account(person).email } });
    return { actor: { kind: "user", userId: id as UserId, isAdmin: false }, db, now: () => new Date() };
  };
  try {
    for (const [index, targetText] of TEXTS.entries()) {
      const rows = await readRows(await as("reader"), translationId, 0, 1);
      const row = rows.ok ? rows.value[0] : undefined;
      if (!row) throw new Error("no row");
      const made = await createProposal(await as(index === 0 ? "translator" : "translator2"), {
        segmentId: row.id as SegmentId,
        baseRevisionId: row.revisionId,
        targetText,
        comment: "Transparent, as the source says.",
        reason: "accuracy",
        idempotencyKey: crypto.randomUUID(),
      });
      if (!made.ok) throw new Error(made.error.code);
      const seen = { version: 1, textHash: textHash(targetText), baseRevisionId: row.revisionId };
      const done = await acceptProposal(await as("editor"), {
        proposalId: made.value.id as ProposalId,
        seen,
        note: "",
      });
      if (!done.ok) throw new Error(done.error.code);
    }
  } finally {
    await db.close();
  }
}

test("shows by key whose every word is, compares any two versions, and proposes an earlier one again", async ({
  openAs,
}) => {
  const document = await createDocument("Aus Glas", [
    ["Das Dach ist aus klarem Glas.", "The roof is made of glass."],
  ]);
  await accepted(document);
  const page = await openAs("translator");
  await page.goto(document.review);
  await expect(async () => {
    await page.locator("#row-1").focus();
    await page.keyboard.press("y");
    await expect(page).toHaveURL(/\/history\//, { timeout: 2000 });
  }).toPass();
  await expect(page.getByRole("heading", { name: "History of paragraph 1" })).toBeVisible();

  const legend = page.getByRole("list", { name: "The stretches of the text, in order" });
  const [anna, other] = [account("translator").displayName, account("translator2").displayName];
  await expect(legend.getByRole("listitem").filter({ hasText: "clear" })).toContainText(anna);
  await expect(legend.getByRole("listitem").filter({ hasText: "ceiling" })).toContainText(other);
  await expect(legend.getByRole("listitem").filter({ hasText: "is made of" })).toContainText(
    "machine translation",
  );
  await expect(legend.getByRole("listitem").first()).toContainText(
    `approved by ${account("editor").displayName}`,
  );
  await expectAccessible(page);

  await page.getByLabel("From").selectOption("2");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page).toHaveURL(/from=2&to=3/);
  await expect(page.getByRole("region", { name: "Compare two versions" }).locator("del")).toContainText(
    "roof",
  );

  const again = page.getByRole("button", { name: "Propose version 1 again" });
  // the comparison is a page of its own, which takes clicks once it is alive
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 2000 });
    await page.getByRole("button", { name: "Propose", exact: true }).click({ timeout: 2000 });
  }).toPass();
  await expect(page.getByText("Proposed. Somebody else decides on it.").first()).toBeVisible();
  await page.goto("/en/mine");
  await expect(page.getByRole("main")).toContainText("Aus Glas");
});

for (const [name, options] of [
  ["1440 px, light", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["390 px, dark", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
] as const) {
  test(`reads in German at ${name} without anything beside the page`, async ({ openAs }, { outputDir }) => {
    const document = await createDocument(`Aus Glas, ${name}`, [
      ["Das Dach ist aus klarem Glas.", "The roof is made of glass."],
    ]);
    await accepted(document);
    const page = await openAs("editor", options);
    await page.goto(
      `/de/review/${document.translationId}/history/${await firstSegment(document.translationId)}`,
    );
    await expect(page.getByRole("heading", { name: "Verlauf von Absatz 1" })).toBeVisible();
    const overhang = await page.evaluate(() => globalThis.document.documentElement.scrollWidth - innerWidth);
    expect(overhang).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.screenshot({ path: `${outputDir}/history.png`, fullPage: true });
  });
}
