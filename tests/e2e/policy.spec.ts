import type { Page } from "@playwright/test";
import { createTestProject } from "./support/accounts";
import { createDocument } from "./support/documents";
import { account } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

const formOf = (page: Page) => page.getByRole("form", { name: "Policy" });
const approved = (page: Page) =>
  formOf(page).getByRole("textbox", { name: "Approved paragraphs, in percent" });
const save = (page: Page) => formOf(page).getByRole("button", { name: "Save policy" }).click();
const saved = (page: Page) => page.getByRole("status").filter({ hasText: "The policy has been saved." });

test("a changed policy is saved, and a publication has to keep to it", async ({ openAs }) => {
  const projectId = await createTestProject(`Policy ${Date.now()}`, {
    [account("admin").email]: "admin",
    [account("editor").email]: "editor",
  });
  const document = await createDocument("By the rules", [["Der Turm ist alt.", "The tower is young."]], {
    projectId,
    importer: "admin",
  });
  const page = await openAs("admin");
  await page.goto(`/en/admin/projects/${projectId}`);
  await expect(approved(page)).toHaveValue("0");
  await approved(page).fill("100");
  await formOf(page).getByRole("switch", { name: "No publication while proposals are open" }).press("Space");
  await save(page);
  await expect(saved(page)).toBeAttached();
  await page.reload();
  await expect(approved(page)).toHaveValue("100");
  await expect(
    formOf(page).getByRole("switch", { name: "No publication while proposals are open" }),
  ).toBeChecked();
  await expectAccessible(page);

  const editor = await openAs("editor");
  await editor.goto(document.review);
  await editor.getByRole("button", { name: "Publish", exact: true }).click();
  await editor.getByRole("button", { name: "Yes, publish" }).click();
  await expect(
    editor.getByRole("alert").filter({ hasText: "1 approved paragraph is missing" }),
  ).toBeVisible();
  await approved(page).fill("0");
  await save(page);
  await expect(saved(page)).toBeAttached();
  await editor.getByRole("button", { name: "Publish", exact: true }).click();
  await editor.getByRole("button", { name: "Yes, publish" }).click();
  await expect(editor.getByText("Published. Readers see the current texts.")).toBeVisible();
});

test("a policy that somebody else changed meanwhile is not overwritten, and what was chosen stays", async ({
  openAs,
}) => {
  const projectId = await createTestProject(`Policy meanwhile ${Date.now()}`, {
    [account("admin").email]: "admin",
  });
  const [first, second] = [await openAs("admin"), await openAs("admin")];
  for (const page of [first, second]) await page.goto(`/en/admin/projects/${projectId}`);
  await approved(first).fill("40");
  await approved(second).fill("70");
  await save(first);
  await expect(saved(first)).toBeAttached();

  await save(second);
  await expect(formOf(second).getByRole("alert")).toContainText("Somebody else has changed the policy");
  await expect(approved(second)).toHaveValue("70");
  await expectAccessible(second);
  await second.reload();
  await expect(approved(second)).toHaveValue("40");
});
