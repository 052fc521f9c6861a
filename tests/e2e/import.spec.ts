import type { Page } from "@playwright/test";
import { serverDatabase } from "./support/documents";
import { expect, expectAccessible, test } from "./support/test";

const SOURCE = `Die Mühle am Fluss

Seit 1874 dreht sich das Rad an der Mühle, und seit 1874 streiten sich die Müller um das Wasser.

Im Winter steht es still. Dann friert der Fluss für 12 Wochen zu.`;

const TARGET = `The mill on the river

Since 1874 the wheel at the mill has been turning, and since 1874 the millers have argued about the water.

In winter it stands still. Then the river freezes over for 12 weeks.`;

const side = (page: Page, name: "Source text" | "Machine translation") =>
  page.getByRole("group", { name, exact: true });

const paste = async (page: Page, source: string, target: string) => {
  await side(page, "Source text").getByRole("textbox", { name: "Paste the text here" }).fill(source);
  await side(page, "Machine translation").getByRole("textbox", { name: "Paste the text here" }).fill(target);
};

/** As a person does it. `fill` takes minutes for a long text: it has the browser insert each line break by itself. */
const pasteFromClipboard = async (page: Page, name: "Source text" | "Machine translation", text: string) => {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await side(page, name).getByRole("textbox", { name: "Paste the text here" }).focus();
  await page.keyboard.press("ControlOrMeta+v");
};

const start = (page: Page) => page.getByRole("button", { name: "Read and align" });

/** Imports two pasted texts up to the preview. */
const toPreview = async (page: Page, title: string, source = SOURCE, target = TARGET) => {
  await page.goto("/en/import");
  await paste(page, source, target);
  await page.getByRole("textbox", { name: "Title" }).fill(title);
  await start(page).click();
  await page.waitForURL(/\/en\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "Check before saving" })).toBeVisible();
};

const rows = (page: Page) => page.getByRole("list", { name: "Rows" }).getByRole("listitem");
const activeRow = (page: Page) => page.getByRole("button", { name: /^Row \d+ of/, expanded: true });

async function inDatabase<T>(
  ask: (db: ReturnType<typeof serverDatabase>["prisma"]) => Promise<T>,
): Promise<T> {
  const db = serverDatabase();
  try {
    return await ask(db.prisma);
  } finally {
    await db.close();
  }
}

test("goes from two pasted texts to the workbench by keyboard alone", async ({ openAs }) => {
  const page = await openAs("translator");
  await page.goto("/en/import");
  const sourceField = side(page, "Source text").getByRole("textbox", { name: "Paste the text here" });
  await sourceField.focus();
  await page.keyboard.insertText(SOURCE);
  const targetField = side(page, "Machine translation").getByRole("textbox", { name: "Paste the text here" });
  for (
    let step = 0;
    step < 8 && !(await targetField.evaluate((one) => one === document.activeElement));
    step++
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.insertText(TARGET);
  for (
    let step = 0;
    step < 8 && !(await start(page).evaluate((one) => one === document.activeElement));
    step++
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/import\/[0-9a-f-]{36}$/);
  await expect(rows(page)).toHaveCount(3);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Die Mühle am Fluss");
  await expect(page.getByText("The text seems to be German.")).toBeVisible();
  await expect(page.getByText("The text seems to be English.")).toBeVisible();

  await page.keyboard.press("j");
  await expect(activeRow(page)).toBeFocused();
  await page.keyboard.press("m");
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("Control+Shift+z");
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("s");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(3);
  await page.keyboard.press("x");
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole("status").filter({ hasText: "Taken apart" })).toHaveCount(1);
  await expect(page.getByText("Changes saved")).toBeVisible();

  await page.reload();
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByText("no counterpart", { exact: true })).toHaveCount(2);
  await page.getByRole("button", { name: "Save as document" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/review\/[0-9a-f-]{36}/);
});

test("takes two files, and lets rows be put right with the mouse", async ({ openAs }) => {
  const page = await openAs("translator");
  await page.goto("/en/import");
  const choose = async (name: "Source text" | "Machine translation", file: string, text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await side(page, name).getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({ name: file, mimeType: "text/markdown", buffer: Buffer.from(text) });
    await expect(side(page, name)).toContainText(file);
  };
  await choose("Source text", "quelle.md", `# Von **zwei** Seiten\n\n${SOURCE}`);
  await choose("Machine translation", "ziel.md", `# From **two** sides\n\n${TARGET}`);
  await start(page).click();
  await page.waitForURL(/\/en\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Von zwei Seiten");
  await expect(rows(page).first().locator("strong").first()).toHaveText("zwei");
  await rows(page).nth(2).getByText("Seit 1874").click();
  await page.getByRole("button", { name: "Join with previous" }).click();
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Split …" }).click();
  await expectAccessible(page);
  const form = page.getByRole("form", { name: "Where does the second row begin?" });
  await form.getByRole("group", { name: "Source" }).getByText("Cut after paragraph 2").click();
  await form
    .getByRole("group", { name: "Translation" })
    .getByText("Everything goes to the second row")
    .click();
  await form.getByRole("button", { name: "Split" }).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(1)).toContainText("no counterpart");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows(page)).toHaveCount(3);
});

test("says beside its side what is wrong, and keeps what was typed", async ({ openAs }) => {
  const page = await openAs("translator");
  await page.goto("/en/import");
  await paste(page, SOURCE, "");
  await page.getByRole("textbox", { name: "Title" }).fill("Bad files");
  await start(page).click();
  await expect(side(page, "Machine translation")).toContainText("There is no text in it.");
  const field = side(page, "Machine translation").getByRole("textbox", { name: "Paste the text here" });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/There is no text in it/);
  const bad: readonly (readonly [string, Buffer, RegExp])[] = [
    ["scan.pdf", Buffer.from("%PDF-1.7\n%âã"), /This is a PDF file/],
    ["kaputt.docx", Buffer.from("PK\u0003\u0004 nothing of use"), /damaged/],
    ["nul.txt", Buffer.from("Ein Text, sonst ganz harmlos,\u0000 mit NUL."), /NUL character/],
    ["leer.txt", Buffer.alloc(0), /There is no text in it/],
    ["gross.txt", Buffer.alloc(20_000_001, "a"), /too large: 20 MB, and at most 20 MB/],
  ];
  for (const [name, buffer, words] of bad) {
    const chooser = page.waitForEvent("filechooser");
    await side(page, "Machine translation").getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
    await start(page).click();
    await expect(side(page, "Machine translation")).toContainText(words);
    await expect(side(page, "Source text")).not.toContainText(words);
    await expectAccessible(page);
    await side(page, "Machine translation")
      .getByRole("button", { name: `Remove ${name}` })
      .click();
  }
  await expect(side(page, "Source text").getByRole("textbox", { name: "Paste the text here" })).toHaveValue(
    SOURCE,
  );
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Bad files");
  const stored = await inDatabase((db) => db.import.findMany({ select: { settings: true } }));
  expect(JSON.stringify(stored)).not.toContain("Bad files");
});

test("shows how far it is, and leaves nothing behind when it is cancelled", async ({ openAs }) => {
  const page = await openAs("translator2", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto("/en/import");
  // nothing that anchors: no number, no name, the same few words everywhere
  const long = (words: readonly string[]) =>
    Array.from(
      { length: 9_000 },
      (_, i) => `${words.map((_word, k) => words[(i * 7 + k * i + k) % words.length]).join(" ")}.`,
    ).join("\n\n");
  await pasteFromClipboard(
    page,
    "Source text",
    long("Der alte Müller ging am Morgen mit seinem Hund zum Fluss".split(" ")),
  );
  await pasteFromClipboard(
    page,
    "Machine translation",
    long("The old miller went to the river in the morning with his dog".split(" ")),
  );
  await page.getByRole("textbox", { name: "Title" }).fill("Cancelled import");
  await start(page).click();
  await expect(page.getByRole("progressbar", { name: "Progress of the import" })).toBeVisible();
  const cancel = page.getByRole("button", { name: "Cancel" });
  await expect(cancel).toBeFocused();
  await expect(page.getByText(/Aligning paragraphs: [1-9][\d,]+ of 18,000/)).toBeVisible({
    timeout: 45_000,
  });
  await cancel.click();
  await expect(start(page)).toBeEnabled();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Cancelled import");
  await page.waitForTimeout(1_000);
  const stored = await inDatabase((db) => db.import.findMany({ select: { settings: true } }));
  expect(JSON.stringify(stored)).not.toContain("Cancelled import");
});

test("warns of the wrong file on one side", async ({ openAs }) => {
  const page = await openAs("translator");
  const other = `Der Bäcker in der Altstadt hat heute geschlossen, weil sein Ofen kaputt ist und niemand ihn reparieren will.

Die Kinder spielen auf dem Platz vor dem Rathaus und warten auf den Bus, der um halb vier kommen soll.`;
  await toPreview(page, "Wrong file", SOURCE, other);
  await expect(page.getByText("Both sides seem to be German.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save as document" }).click();
  await expect(page.getByText("Source and translation have the same language.")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Yes, discard" }).click();
  await page.waitForURL(/\/en\/import$/);
  await expect(page.getByRole("link", { name: "Wrong file" })).toHaveCount(0);
});

test("shows where a paragraph went that stands elsewhere in the translation, and leads there by key", async ({
  openAs,
}) => {
  const page = await openAs("translator");
  const moved = [
    "Die Stadtbibliothek in Rendsburg öffnet ab Montag wieder um 9 Uhr.",
    "The Rendsburg public library will open at 9 o'clock again from Monday.",
  ] as const;
  const source = [
    ...SOURCE.split("\n\n").toSpliced(1, 0, moved[0]),
    "Am 3. Mai 1912 ist Müller Petersen gestorben.",
  ];
  const target = [...TARGET.split("\n\n"), "On 3 May 1912 the miller Petersen died.", moved[1]];
  await toPreview(page, "Moved paragraph", source.join("\n\n"), target.join("\n\n"));
  const hint = page.getByText("The translation of this paragraph seems to stand in row 6.");
  await expect(hint).toBeVisible();
  await expectAccessible(page);
  for (let step = 0; step < 6; step++) await page.keyboard.press("k");
  await page.keyboard.press("j");
  await page.keyboard.press("g");
  await expect(activeRow(page)).toHaveAccessibleName(/^Row 6 of 6/);
  await page.keyboard.press("g");
  await expect(activeRow(page)).toHaveAccessibleName(/^Row 2 of 6/);
  await page.getByRole("button", { name: "Show counterpart" }).click();
  await expect(activeRow(page)).toHaveAccessibleName(/^Row 6 of 6/);
});

test("keeps a preview for later, and tells a second window that it is late", async ({ openAs }) => {
  const page = await openAs("translator");
  await toPreview(page, "Two windows");
  const second = await page.context().newPage();
  await second.goto("/en/import");
  await second.getByRole("link", { name: "Two windows" }).first().click();
  await expect(rows(second)).toHaveCount(3);
  await second.keyboard.press("m");
  await expect(second.getByText("Changes saved")).toBeVisible();
  await expect(rows(second)).toHaveCount(2);
  await page.bringToFront();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("alert").filter({ hasText: "changed elsewhere" })).toBeVisible();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(rows(page)).toHaveCount(2);
});

test("adds a further language to a document, whose source stays", async ({ openAs }) => {
  const page = await openAs("translator");
  await toPreview(page, "Mühle in Sprachen");
  await page.getByRole("button", { name: "Save as document" }).click();
  await page.waitForURL(/\/en\/review\//);
  await page.goto("/en/documents");
  await page.getByRole("link", { name: "Add a language to “Mühle in Sprachen”" }).first().click();
  await expect(page.getByText("The source stays as it is: 3 paragraphs in German.")).toBeVisible();
  await expectAccessible(page);
  await side(page, "Machine translation")
    .getByRole("textbox", { name: "Paste the text here" })
    .fill(
      `Le moulin au bord du fleuve

Depuis 1874, la roue du moulin tourne, et depuis 1874 les meuniers se disputent l’eau.

En hiver, elle s’arrête. Le fleuve gèle alors pendant 12 semaines.`,
    );
  await start(page).click();
  await page.waitForURL(/\/en\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByText("A further language of")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Translation" })).toHaveValue("French (fr)");
  await page.getByRole("button", { name: "Save as a further language" }).click();
  await page.waitForURL(/\/en\/review\//);
  await page.goto("/en/documents");
  const list = page.getByRole("list", { name: "Translations of “Mühle in Sprachen”" }).first();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list).toContainText("French");
});

for (const locale of ["en", "de"] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible and fits, in ${locale} at ${width} px`, async ({ openAs }) => {
      const page = await openAs("translator2", { viewport: { width, height: 860 } });
      await toPreview(page, `Fits ${locale} ${width}`);
      const preview = page.url().replace("/en/", `/${locale}/`);
      for (const address of [preview, `/${locale}/import`]) {
        await page.goto(address);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}

test("is closed to readers and to visitors", async ({ openAs, request }) => {
  const reader = await openAs("reader");
  await reader.goto("/en/import");
  await expect(reader.getByText("You may not import anywhere yet")).toBeVisible();
  const visitor = await openAs(null);
  await visitor.goto("/en/import");
  await expect(visitor).toHaveURL(/\/en\/sign-in\?callbackUrl=/);
  const origin = new URL(visitor.url()).origin;
  expect((await request.post("/api/imports", { multipart: { source: "a" } })).status()).toBe(403);
  expect(
    (await request.post("/api/imports", { multipart: { source: "a" }, headers: { origin } })).status(),
  ).toBe(401);
});
