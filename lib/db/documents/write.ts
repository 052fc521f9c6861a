import { randomUUID } from "node:crypto";
import type { InlineCode, Paragraph } from "@/lib/core/document/paragraph";
import type {
  DocumentId,
  ParagraphId,
  ProjectId,
  SegmentId,
  TranslationId,
  UserId,
} from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/**
 * Stores a document with its source paragraphs, numbered from 1. The slug gets a number
 * behind it ("-2") if it is taken, also if another transaction takes it at this moment.
 * Gives the paragraph ids in document order.
 */
export async function appendDocument(
  tx: Queryable,
  document: {
    readonly projectId: ProjectId;
    readonly slug: string;
    readonly title: string;
    readonly sourceLocale: string;
    readonly codes: readonly InlineCode[];
    readonly paragraphs: readonly Paragraph[];
    readonly at: Date;
  },
): Promise<{
  readonly id: DocumentId;
  readonly slug: string;
  readonly paragraphIds: readonly ParagraphId[];
}> {
  const stored = await insertDocument(tx, document);
  const paragraphIds = document.paragraphs.map(() => randomUUID() as string as ParagraphId);
  await tx.query(
    `INSERT INTO "Paragraph" ("id", "documentId", "number", "position", "kind", "level", "ordinal", "numberStyle", "text")
     SELECT p."id", $1, p."n", p."n" - 1, p."kind"::"ParagraphKind", p."level", p."ordinal", p."numberStyle"::"NumberStyle", p."text"
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[])
          WITH ORDINALITY AS p("id", "kind", "level", "ordinal", "numberStyle", "text", "n")`,
    [
      stored.id,
      paragraphIds,
      document.paragraphs.map((p) => p.kind),
      document.paragraphs.map((p) => p.level),
      document.paragraphs.map((p) => p.ordinal ?? null),
      document.paragraphs.map((p) => p.numberStyle ?? null),
      document.paragraphs.map((p) => p.text),
    ],
  );
  return { ...stored, paragraphIds };
}

type StoredDocument = { readonly id: DocumentId; readonly slug: string };

async function insertDocument(
  tx: Queryable,
  document: Parameters<typeof appendDocument>[1],
): Promise<StoredDocument> {
  for (;;) {
    const { rows } = await tx.query<StoredDocument>(
      `INSERT INTO "Document" ("projectId", "slug", "title", "sourceLocale", "codes", "createdAt")
       SELECT $1, free."slug", $3, $4, $5, $6 FROM (
         SELECT CASE WHEN n = 1 THEN $2 ELSE $2 || '-' || n END AS "slug", n
         FROM generate_series(1, 1 + (SELECT count(*) FROM "Document" WHERE starts_with("slug", $2))) n
       ) free
       WHERE NOT EXISTS (SELECT FROM "Document" taken WHERE taken."slug" = free."slug")
       ORDER BY free.n LIMIT 1
       ON CONFLICT ("slug") DO NOTHING RETURNING "id", "slug"`,
      [
        document.projectId,
        document.slug,
        document.title,
        document.sourceLocale,
        JSON.stringify(document.codes),
        document.at,
      ],
    );
    if (rows[0]) return rows[0];
    // Another transaction took the address and has committed by now: look for the next one.
  }
}

/** A segment to be stored: which paragraphs it holds and the machine's text of it. */
export interface NewSegment {
  readonly sourceIds: readonly ParagraphId[];
  readonly targets: readonly Paragraph[];
  readonly targetText: string;
  readonly textHash: string;
  readonly confidence: number;
}

/**
 * Stores a translation: its machine paragraphs, its segments in order, and revision 1 of each
 * with the machine's text. @throws unique violation (23505) if the document has this locale.
 */
export async function appendTranslation(
  tx: Queryable,
  translation: {
    readonly documentId: DocumentId;
    readonly targetLocale: string;
    readonly mtEngine: string | null;
    readonly codes: readonly InlineCode[];
    readonly importedById: UserId;
    readonly segments: readonly NewSegment[];
    readonly at: Date;
  },
): Promise<TranslationId> {
  const { rows } = await tx.query<{ id: TranslationId }>(
    `INSERT INTO "Translation" ("documentId", "targetLocale", "mtEngine", "codes", "importedById", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6) RETURNING "id"`,
    [
      translation.documentId,
      translation.targetLocale,
      translation.mtEngine,
      JSON.stringify(translation.codes),
      translation.importedById,
      translation.at,
    ],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error("a stored translation has no id");
  const segments = translation.segments.map((segment) => ({
    ...segment,
    id: randomUUID() as string as SegmentId,
  }));
  await insertSegments(tx, id, segments, translation.at);
  await insertParagraphLinks(tx, id, segments);
  return id;
}

type StoredSegment = NewSegment & { readonly id: SegmentId };

async function insertSegments(
  tx: Queryable,
  translationId: TranslationId,
  segments: readonly StoredSegment[],
  at: Date,
): Promise<void> {
  const ids = segments.map((s) => s.id);
  await tx.query(
    `INSERT INTO "Segment" ("id", "translationId", "position", "confidence", "updatedAt")
     SELECT s."id", $1, s."n" - 1, s."confidence", $4
     FROM unnest($2::uuid[], $3::float8[]) WITH ORDINALITY AS s("id", "confidence", "n")`,
    [translationId, ids, segments.map((s) => s.confidence), at],
  );
  await tx.query(
    `INSERT INTO "Revision" ("segmentId", "number", "targetText", "textHash", "origin", "createdAt")
     SELECT r."id", 1, r."text", r."hash", 'mt', $4
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS r("id", "text", "hash")`,
    [ids, segments.map((s) => s.targetText), segments.map((s) => s.textHash), at],
  );
  await tx.query(
    `UPDATE "Segment" s SET "currentRevisionId" = r."id" FROM "Revision" r
     WHERE r."segmentId" = s."id" AND s."translationId" = $1`,
    [translationId],
  );
}

async function insertParagraphLinks(
  tx: Queryable,
  translationId: TranslationId,
  segments: readonly StoredSegment[],
): Promise<void> {
  const targets = segments.flatMap((s) =>
    s.targets.map((paragraph, place) => ({ ...paragraph, id: randomUUID(), segmentId: s.id, place })),
  );
  await tx.query(
    `INSERT INTO "TargetParagraph" ("id", "translationId", "position", "kind", "level", "ordinal", "numberStyle", "text")
     SELECT t."id", $1, t."n" - 1, t."kind"::"ParagraphKind", t."level", t."ordinal", t."numberStyle"::"NumberStyle", t."text"
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[])
          WITH ORDINALITY AS t("id", "kind", "level", "ordinal", "numberStyle", "text", "n")`,
    [
      translationId,
      targets.map((t) => t.id),
      targets.map((t) => t.kind),
      targets.map((t) => t.level),
      targets.map((t) => t.ordinal ?? null),
      targets.map((t) => t.numberStyle ?? null),
      targets.map((t) => t.text),
    ],
  );
  await tx.query(
    `INSERT INTO "SegmentTarget" ("segmentId", "position", "targetParagraphId")
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::uuid[])`,
    [targets.map((t) => t.segmentId), targets.map((t) => t.place), targets.map((t) => t.id)],
  );
  const links = segments.flatMap((s) => s.sourceIds.map((paragraphId) => ({ paragraphId, segmentId: s.id })));
  await tx.query(
    `INSERT INTO "SegmentSource" ("translationId", "paragraphId", "segmentId")
     SELECT $1, l."paragraphId", l."segmentId" FROM unnest($2::uuid[], $3::uuid[]) AS l("paragraphId", "segmentId")`,
    [translationId, links.map((l) => l.paragraphId), links.map((l) => l.segmentId)],
  );
}
