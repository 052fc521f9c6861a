import { randomBytes, randomInt } from "node:crypto";
import { fileReport } from "@/lib/services/reports/file-report";
import { createDocument, publishDocument, serverDatabase } from "./support/documents";
import { corpus, isStorable, OWN, watch } from "./support/hostile";
import { expect, test } from "./support/test";

test.describe.configure({ timeout: 180_000 });

/** As much as a report may say. */
const MOST_LETTERS = 1_900;

/** Texts put together until a report is full; those that no report could hold are left out. */
function filled(texts: readonly string[]): readonly string[] {
  const reports: string[] = [];
  for (const text of texts.filter((each) => each.length < MOST_LETTERS)) {
    const last = reports.at(-1);
    if (last !== undefined && last.length + text.length < MOST_LETTERS)
      reports.push(`${reports.pop()}\n${text}`);
    else reports.push(text);
  }
  return reports;
}

/** Sends reports from addresses of their own, so that nobody else's limit is touched. Gives the private address of each. */
async function report(slug: string, said: readonly { anchor: string; remark: string; wording: string }[]) {
  const db = serverDatabase();
  try {
    const tokens: string[] = [];
    for (const { anchor, remark, wording } of said) {
      const networkAddress = `198.18.${randomInt(256)}.${randomInt(256)}`;
      const input = {
        slug,
        locale: "en",
        anchor,
        passage: "",
        reason: null,
        remark,
        wording,
        networkAddress,
        receiptToken: randomBytes(18).toString("base64url"),
        mail: null,
      };
      const passage = wording === "" ? "" : "Passage";
      const done = await fileReport({ actor: null, db, now: () => new Date() }, { ...input, passage });
      if (done.ok) tokens.push(done.value.token);
    }
    return tokens;
  } finally {
    await db.close();
  }
}

test("nothing that stands in a reader's report runs, wherever it is shown", async ({ page, openAs }) => {
  const title = "Hostile <img src=x onerror=hostile('title')> reports";
  const document = await publishDocument(
    await createDocument(
      title,
      OWN.map((_, at) => [`Absatz ${at + 1}`, `Passage ${at + 1} of the text.`] as const),
    ),
  );
  const tokens = await report(document.slug, [
    ...OWN.map((text, at) => ({ anchor: `p-${at + 1}`, remark: `${text} said`, wording: text })),
    ...filled(corpus().filter(isStorable)).map((remark) => ({ anchor: "p-1", remark, wording: "" })),
    { anchor: "p-2", remark: OWN[2] ?? "", wording: "" },
  ]);
  expect(tokens.length).toBeGreaterThan(OWN.length);

  const ran = await watch(page);
  for (const token of tokens.slice(0, OWN.length + 3)) {
    await page.goto(`/en/reports/${token}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto(`/en/reports/${tokens[0]}`);
  await expect(page.getByText(`${OWN[0]} said`)).toBeVisible();
  for (const passage of OWN) {
    await page.goto(
      `/en/articles/${document.slug}/en/report?paragraph=p-1&passage=${encodeURIComponent(passage)}`,
    );
    await expect(page.getByLabel("Which words?")).toHaveValue(passage);
  }

  const editor = await openAs("editor");
  const ranAtWork = await watch(editor);
  await editor.goto("/en/queue");
  const card = editor.locator("[data-proposal-card]", { hasText: `${OWN[1]} said` });
  await expect(card).toBeVisible();
  await expect(card.locator("img, script, iframe")).toHaveCount(0);
  await editor.goto("/en/queue/reports");
  await expect(
    editor
      .getByRole("listitem")
      .filter({ hasText: OWN[2] ?? "" })
      .first(),
  ).toBeVisible();
  await editor.goto(document.review);
  await expect(editor.getByText("Passage 1 of the text.").first()).toBeVisible();
  expect([...ran, ...ranAtWork]).toEqual([]);
});
