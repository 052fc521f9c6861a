import { afterEach, beforeEach, expect, it } from "vitest";
import { type NumberStyle, numberLabel } from "@/lib/core/document/number-style";
import { listNumber, type Paragraph } from "@/lib/core/document/paragraph";
import { undoVersion } from "@/lib/services/imports/undo-version";
import { publishTranslation } from "@/lib/services/publications/publish-translation";
import { readArticle } from "@/lib/services/publications/read-articles";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { rowAt, type Scenario, scenario } from "@/tests/support/scenario";
import { documentIdOf, renew } from "@/tests/support/versions";

const WORDS = [
  ["Den Ofen heizen.", "Heat the oven."],
  ["Den Teig kneten.", "Knead the dough."],
  ["Das Brot backen.", "Bake the bread."],
] as const;
const GERMAN = WORDS.map(([source]) => source);

/** Items of a numbered list that begins with `start`. */
const items = (texts: readonly string[], start: number, numberStyle?: NumberStyle): Paragraph[] =>
  texts.map((text, at) => ({ kind: "list-item", level: 1, ...listNumber(start + at, numberStyle), text }));

let the: Scenario;
beforeEach(async () => {
  the = await scenario(WORDS);
  await renew(
    the,
    items(GERMAN, 4),
    items(
      WORDS.map(([, target]) => target),
      4,
    ),
  );
});
afterEach(() => the.close());

/** What readers get: number and text of every item, in both languages. */
async function published(): Promise<readonly [source: string[], target: string[]]> {
  const done = await publishTranslation(the.as("editor"), { translationId: the.translationId });
  if (!done.ok) throw new Error(done.error.code);
  const { rows } = await the.db.pool.query<{ slug: string }>(
    `SELECT "slug" FROM "Document" WHERE "id" = $1`,
    [await documentIdOf(the)],
  );
  const article = await readArticle(the.as("translator"), { slug: rows[0]?.slug ?? "", locale: "en" });
  const segments = article.ok ? article.value.snapshot.segments : [];
  const shown = (paragraphs: readonly Paragraph[]) =>
    paragraphs.map(
      ({ ordinal, numberStyle, text }) => `${numberLabel(ordinal ?? 0, numberStyle)} ${text.slice(0, 8)}`,
    );
  return [shown(segments.flatMap(({ sources }) => sources)), shown(segments.flatMap(({ target }) => target))];
}

it("publishes the numbers of a list with both languages", async () => {
  expect(await published()).toEqual([
    ["4 Den Ofen", "5 Den Teig", "6 Das Brot"],
    ["4 Heat the", "5 Knead th", "6 Bake the"],
  ]);
});

it("lets items move on by one when another is put before them, approved ones too, and back again", async () => {
  const row = await rowAt(the, 1);
  const { id: segmentId, revisionId, textHash } = row;
  const approved = await approveSegment(the.as("editor2"), { segmentId, revisionId, textHash });
  expect(approved).toMatchObject({ ok: true });

  const { outcome } = await renew(the, items(["Alles lesen.", ...GERMAN], 4), null);
  expect(outcome).toMatchObject({ changed: true, rows: { same: 3, new: 1, typography: 0 } });
  expect(await rowAt(the, 2)).toMatchObject({ id: segmentId, approved: true, form: { ordinal: 6 } });
  expect((await published())[1]).toEqual(["5 Heat the", "6 Knead th", "7 Bake the"]);

  const undone = await undoVersion(the.as("editor"), { documentId: await documentIdOf(the) });
  expect(undone.ok).toBe(true);
  expect(await published()).toEqual([
    ["4 Den Ofen", "5 Den Teig", "6 Das Brot"],
    ["4 Heat the", "5 Knead th", "6 Bake the"],
  ]);
});

it("takes a version for a new one in which nothing but a number has changed", async () => {
  expect((await renew(the, items(GERMAN, 4), null)).outcome.changed).toBe(false);
  expect((await renew(the, items(GERMAN, 1), null)).outcome.changed).toBe(true);
  expect((await published())[1]).toEqual(["1 Heat the", "2 Knead th", "3 Bake the"]);

  const undone = await undoVersion(the.as("editor"), { documentId: await documentIdOf(the) });
  expect(undone).toMatchObject({ ok: true });
  expect((await published())[1]).toEqual(["4 Heat the", "5 Knead th", "6 Bake the"]);
});

it("keeps letters and numerals through import, a version in which nothing else changes, and its undoing", async () => {
  await renew(the, items(GERMAN, 3, "lower-roman"), null);
  expect(await published()).toEqual([
    ["iii Den Ofen", "iv Den Teig", "v Das Brot"],
    ["iii Heat the", "iv Knead th", "v Bake the"],
  ]);
  const { outcome } = await renew(the, items(GERMAN, 3, "upper-alpha"), null);
  expect(outcome).toMatchObject({ changed: true, rows: { same: 3 } });
  expect((await published())[1]).toEqual(["C Heat the", "D Knead th", "E Bake the"]);
  expect((await rowAt(the, 0)).form).toEqual({
    kind: "list-item",
    level: 1,
    ordinal: 3,
    numberStyle: "upper-alpha",
  });

  const added = await renew(the, items(["Alles lesen.", ...GERMAN], 3, "lower-roman"), null);
  expect(added.outcome).toMatchObject({ rows: { same: 3, new: 1 } });
  expect((await published())[0].map((line) => line.split(" ")[0])).toEqual(["iii", "iv", "v", "vi"]);
  expect(await undoVersion(the.as("editor"), { documentId: await documentIdOf(the) })).toMatchObject({
    ok: true,
  });
  expect((await published())[0]).toEqual(["C Den Ofen", "D Den Teig", "E Das Brot"]);
});
