import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Bead } from "@/lib/core/alignment/bead";
import type { InlineCode, Paragraph } from "@/lib/core/document/paragraph";
import type { HandRepair } from "@/lib/core/repair/operation";
import type { Row } from "@/lib/core/review/bitext";
import type { ProjectId, TranslationId, UserId } from "@/lib/core/shared/ids";
import { type Database, inTransaction } from "@/lib/db/client";
import { findDocument } from "@/lib/db/documents/read";
import { repairAlignment } from "@/lib/services/alignment/repair-alignment";
import type { ServiceContext } from "@/lib/services/context";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { approveSegment } from "@/lib/services/segments/approve-segment";
import { readRows } from "@/lib/services/translations/read-bitext";
import { saveBitext } from "@/lib/services/translations/save-bitext";
import { correctAndPublish } from "./support/correct-article";
import { serverDatabase } from "./support/documents";
import { account } from "./support/people";

const CODES: readonly InlineCode[] = [
  { id: 1, kind: "bold" },
  { id: 2, kind: "link", href: "https://example.org/teig" },
];

const of = (text: string, kind: Paragraph["kind"] = "paragraph", level = 0): Paragraph => ({
  kind,
  level,
  text,
});

/** An item of a list that begins with 3. */
const third = (text: string): Paragraph => ({ ...of(text, "list-item", 1), ordinal: 3 });

const LAST = 20;
const numbered = (text: (number: number) => string): Paragraph[] =>
  Array.from({ length: LAST - 7 }, (_, at) => of(text(at + 8)));

const German = (title: string): Paragraph[] => [
  of(title, "heading", 1),
  of("Ein Teig braucht <1>Zeit</1>, und <2>Zeit</2> kann man nicht kaufen. Man kann sie sich nur nehmen."),
  of("Was man braucht", "heading", 3),
  third("Mehl"),
  of("frisch gemahlen", "list-item", 2),
  of("Wer wartet, wird satt.", "quote"),
  of("tag 1: 50 g", "preformatted"),
  ...numbered(
    (number) =>
      `Absatz ${number}. ${"Der Teig geht, der Ofen wird warm, und niemand schaut hinein. ".repeat(3)}`,
  ),
];

/** Much longer in places, and with paragraphs 8 and 9 in one: nothing stands where it stands in the original. */
const English = (title: string): Paragraph[] => [
  of(`${title} in English`, "heading", 1),
  of("A dough needs <1>time</1>, and <2>time</2> is not for sale. "),
  of("What you need", "heading", 3),
  third("Flour"),
  of("freshly ground", "list-item", 2),
  of("Those who wait will eat.", "quote"),
  of("day 1: 50 g", "preformatted"),
  ...numbered(
    (number) =>
      `Paragraph ${number}. ${"The dough rises while nobody looks. ".repeat(number % 3 === 0 ? 14 : 4)}`,
  ).slice(1),
];

const Arabic = (): Paragraph[] => [
  of("عجين", "heading", 1),
  of("يحتاج العجين إلى <1>الوقت</1>، و<2>الوقت</2> لا يُشترى."),
  of("ما تحتاج إليه", "heading", 3),
  third("دقيق"),
  of("مطحون حديثًا", "list-item", 2),
  of("من ينتظر يشبع.", "quote"),
  of("day 1: 50 g", "preformatted"),
  ...numbered(
    (number) => `الفقرة ${number}. ${"يرتفع العجين ولا ينظر إليه أحد. ".repeat(number % 2 === 0 ? 9 : 3)}`,
  ),
];

const bead = (sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number): Bead => ({
  sourceFrom,
  sourceTo,
  targetFrom,
  targetTo,
  confidence: 1,
});

const oneToOne = Array.from({ length: LAST }, (_, at) => bead(at, at + 1, at, at + 1));
const withEightAndNineJoined = [
  ...oneToOne.slice(0, 7),
  bead(7, 9, 7, 8),
  ...oneToOne.slice(9).map(({ sourceFrom: at }) => bead(at, at + 1, at - 1, at)),
];

export interface ReaderArticle {
  readonly slug: string;
  readonly title: string;
  /**
   * Joins the rows of paragraphs 12 and 13 of the English text, moves its text by one row from
   * 17 on, splits the row of 8 and 9, and publishes it again.
   */
  repair(): Promise<void>;
  /** Takes all languages away from readers. */
  withdraw(): Promise<void>;
  /** Corrects a paragraph of the English and publishes it again, with the editor's note. */
  correct(number: number, text: string, note: string): Promise<void>;
}

/**
 * An article of a test's own in German, English and Arabic, published. Of the translations that are
 * `checked`, half is approved; of others nothing, and search engines are asked not to list them.
 */
export async function publishArticle(
  checked: readonly ("en" | "ar")[] = ["en", "ar"],
): Promise<ReaderArticle> {
  const title = `Teig ${randomBytes(4).toString("hex")}`;
  const db = serverDatabase();
  try {
    const { documentId, translationId: english } = await save(
      db,
      title,
      "en",
      English(title),
      withEightAndNineJoined,
    );
    const { translationId: arabic } = await save(db, title, "ar", Arabic(), oneToOne, documentId);
    const document = await findDocument(db.pool, documentId);
    if (checked.includes("en")) await approveEverySecond(db, english);
    if (checked.includes("ar")) await approveEverySecond(db, arabic);
    for (const translationId of [english, arabic])
      await must(publishTranslation(await editor(db), { translationId }));
    const { slug } = await db.prisma.document.findUniqueOrThrow({ where: { id: documentId } });
    if (!document) throw new Error("the article was not stored");
    return {
      slug,
      title,
      repair: () => repairAndPublish(english).then(told),
      withdraw: () => withdrawAll([english, arabic]).then(told),
      correct: async (number, text, note) => {
        await correctAndPublish(english, number, text, note);
        await told();
      },
    };
  } finally {
    await db.close();
  }
}

async function save(
  db: Database,
  title: string,
  targetLocale: string,
  target: readonly Paragraph[],
  beads: readonly Bead[],
  documentId?: Awaited<ReturnType<typeof saveBitext>>["documentId"],
) {
  const project = await db.prisma.project.findFirstOrThrow();
  const importer = await db.prisma.user.findUniqueOrThrow({ where: { email: account("admin").email } });
  const document = documentId ? await findDocument(db.pool, documentId) : null;
  return inTransaction(db, (tx) =>
    saveBitext(
      tx,
      {
        projectId: project.id as ProjectId,
        settings: { title, sourceLocale: "de", targetLocale, mtEngine: "Probe MT" },
        source: { paragraphs: German(title), codes: CODES },
        target: { paragraphs: target, codes: CODES },
        beads,
        existing: documentId && document ? { documentId, paragraphIds: document.paragraphIds } : null,
      },
      importer.id as UserId,
      new Date(),
    ),
  );
}

async function editor(db: Database): Promise<ServiceContext> {
  const { id } = await db.prisma.user.findUniqueOrThrow({ where: { email: account("editor").email } });
  return { actor: { kind: "user", userId: id as UserId, isAdmin: false }, db, now: () => new Date() };
}

async function approveEverySecond(db: Database, translationId: TranslationId): Promise<void> {
  const ctx = await editor(db);
  const rows = await must(readRows(ctx, translationId, 0, 100));
  for (const row of rows.filter(({ position }) => position % 2 === 0)) {
    await must(
      approveSegment(ctx, { segmentId: row.id, revisionId: row.revisionId, textHash: row.textHash }),
    );
  }
}

async function repairAndPublish(translationId: TranslationId): Promise<void> {
  const db = serverDatabase();
  try {
    const ctx = await editor(db);
    const change = async (position: number, operationOn: (row: Row) => HandRepair) => {
      const { alignmentVersion } = await db.prisma.translation.findUniqueOrThrow({
        where: { id: translationId },
      });
      const [row] = await must(readRows(ctx, translationId, position, position + 1));
      if (!row) throw new Error(`there is no row ${position}`);
      const operation = operationOn(row);
      await must(repairAlignment(ctx, { translationId, version: alignmentVersion, operation }));
    };
    await change(10, ({ id }) => ({ kind: "join", segmentId: id, with: "next" }));
    await change(14, ({ id }) => ({ kind: "shift", segmentId: id, side: "target", direction: "down" }));
    await change(7, ({ id, targetText }) => ({
      kind: "split",
      segmentId: id,
      sources: 1,
      offset: targetText.indexOf("The dough rises", 60),
    }));
    await must(publishTranslation(ctx, { translationId }));
  } finally {
    await db.close();
  }
}

/** Until the server has heard of what this process changed in its database. Five seconds are promised; it takes a few ms. */
const told = (): Promise<void> => sleep(500);

async function withdrawAll(translations: readonly TranslationId[]): Promise<void> {
  const db = serverDatabase();
  try {
    for (const translationId of translations)
      await must(withdrawPublication(await editor(db), { translationId }));
  } finally {
    await db.close();
  }
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Error(`not done: ${JSON.stringify(result.error)}`);
  return result.value;
}
