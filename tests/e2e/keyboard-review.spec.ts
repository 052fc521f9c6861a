import type { Page } from "@playwright/test";
import { currentRow, propose } from "./open-proposals";
import { createAccount, createTestProject } from "./support/accounts";
import { heard, listen, press, write } from "./support/by-keys";
import { createDocument } from "./support/documents";
import { account } from "./support/people";
import { expect, expectAccessible, test } from "./support/test";

const TITLE = "By keys alone";

/** What stands in a row, and what is proposed for it; two proposals for the row in which two people disagree. */
const ROWS: readonly (readonly [source: string, target: string, ...proposals: string[]])[] = [
  ["Der Turm ist alt.", "The tower is young.", "The tower is old."],
  [
    "Der Nachtzug fährt um Mitternacht vom alten Kai.",
    "The day train leaves at noon from the old platform.",
    "The night train leaves at midnight from the old quay.",
  ],
  [
    "Der Wirt brachte warmes Brot und kühlen Wein.",
    "The host brought hot bread and cold wine today.",
    "The landlord brought warm bread and cold wine today.",
  ],
  ["Die Brücke ist gesperrt.", "The bridge is locked.", "The bridge is shut."],
  ["Er stand am Fluss.", "He was at the river.", "He stood by the river."],
  ["Sie schwieg lange.", "She was silent long.", "She kept mum for ages."],
  ["Der Schaffner pfiff.", "The conductor piped.", "The conductor whistled."],
  ["Der Hafen war leer.", "The port was void.", "The port was empty."],
  ["Niemand kam.", "No one came there.", "Nobody came."],
  ["Zehn Kilometer.", "Ten kilometres.", "Ten\u00a0kilometres."],
  ["Es war kalt.", "It  was cold.", "It was cold."],
  ["Er lachte laut.", "He laughed noisy.", "He laughed loudly."],
  [
    "Das kleine Boot lag am hinteren Steg.",
    "The tiny boat was at the front jetty.",
    "The small boat lay at the back jetty.",
  ],
  ["Sie ging heim.", "She went to home.", "She went home."],
  [
    "Das Haus am See ist verkauft.",
    "The house on the lake is bought.",
    "The house by the lake is sold.",
    "The house beside the lake is bought.",
  ],
  ["Man hörte Glocken.", "One heard clocks.", "Bells could be heard."],
  ["Es regnete.", "It was rain.", "It rained."],
  ["Der Zug hielt.", "The train holds.", "The train stopped."],
  ["Alle stiegen aus.", "All climbed out.", "Everybody got off."],
];

async function open(page: Page): Promise<Awaited<ReturnType<typeof createDocument>>> {
  const editor = await createAccount("Kim Tastatur");
  const projectId = await createTestProject(`${TITLE} ${editor.email}`, {
    [editor.email]: "editor",
    [account("translator").email]: "translator",
    [account("translator2").email]: "translator",
  });
  const document = await createDocument(
    TITLE,
    ROWS.map(([source, target]) => [source, target] as const),
    { projectId },
  );
  for (const [index, [, , ...proposals]] of ROWS.entries()) {
    for (const [nth, text] of proposals.entries()) {
      await propose(nth === 0 ? "translator" : "translator2", document, index, text);
    }
  }
  await listen(page);
  await page.goto("/en/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).focus();
  await write(page, editor.email);
  await press(page, "Tab");
  await write(page, editor.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await write(page, "Queue");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/en/queue");
  return document;
}

const card = (page: Page, row: number, of = "") =>
  page
    .getByRole("region", { name: new RegExp(`^Proposal .*${TITLE}, paragraph ${row}$`) })
    .filter({ hasText: of });

const bothSchemes = async (page: Page): Promise<void> => {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
};

test("reviews 20 proposals without a mouse: the focus is never lost, and each change is said once", async ({
  openAs,
}) => {
  test.setTimeout(480_000);
  const page = await openAs(null);
  const document = await open(page);
  const at = async (row: number) => expect(card(page, row).first()).toBeFocused();
  await expect(page.getByText("20 open proposals, the oldest first")).toBeVisible();

  await test.step("moves, and accepts", async () => {
    await expect(async () => {
      await page.keyboard.press("j");
      await expect(page.locator("[data-proposal-card]:focus")).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    while (!(await card(page, 1).evaluate((it) => it === it.ownerDocument.activeElement)))
      await press(page, "k");
    await press(page, "j", "j", "k");
    await at(2);
    await press(page, "k", "a");
    await at(2);
  });

  await test.step("goes from change to change, says each once, and accepts one", async () => {
    const before = (await heard(page)).length;
    for (const [key, name] of [
      ["h", "Change 1 of 3: deleted “day”, inserted “night”"],
      ["h", "Change 2 of 3: deleted “noon”, inserted “midnight”"],
      ["h", "Change 3 of 3: deleted “platform”, inserted “quay”"],
      ["Shift+H", "Change 2 of 3: deleted “noon”, inserted “midnight”"],
    ] as const) {
      await press(page, key);
      await expect(page.locator(":focus")).toHaveAccessibleName(name);
    }
    expect((await heard(page)).slice(before), "the focus says it, nothing besides").toEqual([]);
    await press(page, "Space");
    await expect.poll(async () => (await heard(page)).at(-1)).toBe("1 of 3 changes chosen");
    await bothSchemes(page);
    await press(page, "a");
    await expect(card(page, 2)).toContainText("Rest of a proposal");
    await at(2);
    await press(page, "a");
    await at(3);
  });

  await test.step("returns one change and declines what is left of it by a digit", async () => {
    await press(page, "h");
    await expect(page.locator(":focus")).toHaveAccessibleName(/host.*landlord/);
    await press(page, "Shift+Space", "a");
    await expect(card(page, 3)).toContainText("Rest of a proposal");
    await at(3);
    await press(page, "r");
    await bothSchemes(page);
    await press(page, "9", "Control+Enter");
    await at(4);
  });

  await test.step("writes other words, which outlive a reload and wait for a second editor", async () => {
    await press(page, "e", "Control+a");
    await write(page, "The bridge is closed.");
    await bothSchemes(page);
    await press(page, "Escape");
    await at(4);
    await page.reload();
    await expect(card(page, 4).getByRole("button", { name: "Continue writing" })).toBeVisible();
    await expect(async () => {
      await press(page, "j");
      await expect(card(page, 4)).toBeFocused({ timeout: 500 });
    }).toPass();
    await press(page, "e");
    await expect(page.locator(":focus")).toContainText("The bridge is closed.");
    await press(page, "Control+Enter");
    await expect(card(page, 4)).toContainText("waiting for a second editor");
    await at(5);
  });

  await test.step("asks for changes, takes it back, and asks again", async () => {
    await press(page, "c");
    await write(page, "Please keep “at”.");
    await bothSchemes(page);
    await press(page, "Control+Enter");
    await at(6);
    await press(page, "Control+z");
    await at(5);
    await press(page, "c");
    await write(page, "Please keep “at the river”.");
    await press(page, "Control+Enter");
    await at(6);
  });

  await test.step("declines with words, takes it back, and declines for another reason", async () => {
    await press(page, "r", "6");
    await write(page, "too chatty");
    await press(page, "Control+Enter");
    await at(7);
    await press(page, "u");
    await at(6);
    await press(page, "r", "1", "Control+Enter");
    await at(7);
  });

  await test.step("comments on the proposal, on a change, on words of the source, and names somebody", async () => {
    await press(page, "n");
    await write(page, "Good find.");
    await bothSchemes(page);
    await press(page, "Control+Enter");
    await expect(card(page, 7)).toContainText("1 comment");
    await press(page, "Escape", "a");
    await at(8);
    await press(page, "h", "Alt+n");
    await expect(card(page, 8)).toContainText("About “empty” in the proposal");
    await write(page, "Or “deserted”?");
    await press(page, "Control+Enter");
    await expect(card(page, 8).getByRole("region", { name: "Thread 1" })).toContainText("About “empty”");
    await press(page, "Escape", "a");
    await at(9);
    await press(page, "Alt+n");
    const words = card(page, 9).getByRole("textbox", { name: "Words that you mean" });
    await expect(words).toBeFocused();
    await expect(words).toHaveValue("Nobody came.");
    await press(page, "Shift+Tab", "End", "Tab", "Home", "Control+Shift+ArrowRight", "Enter");
    await expect(card(page, 9)).toContainText(/About “Niemand ?” in the source/);
    await write(page, "Really no one, @Ann");
    await expect(page.getByRole("listbox", { name: "People to name" })).toBeVisible();
    await bothSchemes(page);
    await press(page, "Enter", "Control+Enter");
    // what stands in the field is text of the card as well: it has been sent when the thread has it
    const thread = card(page, 9).getByRole("region", { name: "Thread 1" });
    await expect(thread).toContainText(`@${account("translator").displayName}`);
    await expect(card(page, 9).getByRole("button", { name: "About the whole proposal instead" })).toHaveCount(
      0,
    );
    // Back over the two fields for words, to the thread above.
    await press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab");
    await expect(page.locator(":focus")).toHaveText("Resolve");
    await press(page, "Enter");
    await expect(card(page, 9)).toContainText("Resolved by Kim Tastatur");
    await press(page, "Escape", "a");
    await at(10);
  });

  await test.step("confirms what cannot be seen", async () => {
    for (const row of [10, 11]) {
      await press(page, "a");
      await expect(
        page.getByRole("checkbox", { name: "I have seen that only invisible characters change" }).first(),
      ).toBeFocused();
      await press(page, "Space", "a");
      await at(row + 1);
    }
  });

  await test.step("takes back an acceptance, whole and in part", async () => {
    await press(page, "a");
    await at(13);
    await press(page, "Control+z");
    await at(12);
    await press(page, "a");
    await at(13);
    await press(page, "h", "Space", "a");
    await expect(card(page, 13)).toContainText("Rest of a proposal");
    await bothSchemes(page);
    await press(page, "Control+z");
    await expect(card(page, 13)).not.toContainText("Rest of a proposal");
    await at(13);
    await press(page, "a");
    await at(14);
    await press(page, "e", "Control+Enter");
    await at(15);
  });

  await test.step("brings two texts together", async () => {
    await press(page, "a");
    await expect(card(page, 15)).toHaveCount(1);
    await expect(card(page, 15)).toContainText("Needs attention");
    await at(15);
    await press(page, "e");
    await expect(page.locator(":focus")).toHaveAttribute("type", "radio");
    await press(page, "Space", "ArrowDown");
    await bothSchemes(page);
    await press(page, "Control+Enter");
    await expect(card(page, 15)).toContainText("waiting for a second editor");
    await at(16);
  });

  await test.step("accepts the rest one after the other, and is told that it is done", async () => {
    for (const row of [17, 18, 19]) {
      await press(page, "Control+Enter");
      await at(row);
    }
    await press(page, "Control+Enter");
    await expect(page.getByText("Everything on this page is decided")).toBeVisible();
    await expect
      .poll(async () => (await heard(page)).at(-1))
      .toBe("Accepted. That was the last proposal on this page.");
    await bothSchemes(page);
  });

  const stands: Awaited<ReturnType<typeof currentRow>>[] = [];
  for (const index of ROWS.keys()) stands.push(await currentRow(document, index, "translator"));
  const proposed = ROWS.map(([, , text]) => text);
  const expected = proposed.with(2, "The host brought warm bread and cold wine today.");
  for (const untouched of [3, 4, 5]) expected[untouched] = ROWS[untouched]?.[1];
  expect(stands.map(({ targetText }) => targetText)).toEqual(expected);
  expect(stands.flatMap(({ approved }, index) => (approved ? [] : [index]))).toEqual([3, 4, 5]);
});
