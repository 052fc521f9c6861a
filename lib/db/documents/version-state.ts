/** A document as a new version of it finds it. */
import type { InlineCode } from "@/lib/core/document/paragraph";
import type { SourceState } from "@/lib/core/reimport/plan-source";
import type { TranslationState } from "@/lib/core/reimport/plan-version";
import type { RenewedVersion } from "@/lib/core/reimport/renewed-version";
import type { MachineParagraph, NumberedParagraph, VersionRow } from "@/lib/core/reimport/version";
import type { DocumentId, ParagraphId, SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { listRetiredRowsOf } from "../alignment/rows";
import type { Queryable } from "../client";
import { type Stored, withNumber } from "./list-number";

/** A translation of the document. */
export interface VersionTranslation {
  readonly id: TranslationId;
  readonly targetLocale: string;
  readonly mtEngine: string | null;
}

/** Holds a document until the transaction ends: no other version, and no further language, comes meanwhile. */
export async function lockDocument(tx: Queryable, id: DocumentId): Promise<void> {
  await tx.query(`SELECT FROM "Document" WHERE "id" = $1 FOR UPDATE`, [id]);
}

/**
 * Names the state of a document: its paragraphs in order, and the alignments of its translations. Texts
 * that people decide on meanwhile do not change it.
 */
export async function findVersionToken(db: Queryable, id: DocumentId): Promise<string> {
  const { rows } = await db.query<{ token: string }>(
    `SELECT encode(sha256(convert_to(concat_ws(' ',
       (SELECT string_agg("id"::text, ' ' ORDER BY "position") FROM "Paragraph"
        WHERE "documentId" = $1 AND "retiredAt" IS NULL),
       (SELECT string_agg("id"::text || ':' || "alignmentVersion", ' ' ORDER BY "id") FROM "Translation"
        WHERE "documentId" = $1)), 'UTF8')), 'hex') AS "token"`,
    [id],
  );
  return rows[0]?.token ?? "";
}

/** The translations of a document, in the order of their ids. */
export async function listVersionTranslations(
  db: Queryable,
  id: DocumentId,
): Promise<readonly VersionTranslation[]> {
  const { rows } = await db.query<VersionTranslation>(
    `SELECT "id", "targetLocale", "mtEngine" FROM "Translation" WHERE "documentId" = $1 ORDER BY "id"`,
    [id],
  );
  return rows;
}

/** The source side, with the paragraphs of former versions. @throws if there is no such document. */
export async function readSourceState(db: Queryable, id: DocumentId): Promise<SourceState> {
  const document = await db.query<{ codes: InlineCode[] }>(`SELECT "codes" FROM "Document" WHERE "id" = $1`, [
    id,
  ]);
  const paragraphs = await db.query<Stored<NumberedParagraph> & { isRetired: boolean }>(
    `SELECT "id", "number", "kind", "level", "ordinal", "numberStyle", "text", "retiredAt" IS NOT NULL AS "isRetired" FROM "Paragraph"
     WHERE "documentId" = $1 ORDER BY "retiredAt" DESC NULLS FIRST, "position"`,
    [id],
  );
  const found = document.rows[0];
  if (!found) throw new Error(`there is no document ${id}`);
  const of = (isRetired: boolean) =>
    paragraphs.rows
      .filter((row) => row.isRetired === isRetired)
      .map(({ isRetired: _, ...paragraph }) => withNumber<NumberedParagraph>(paragraph));
  return { codes: found.codes, paragraphs: of(false), retired: of(true) };
}

type StateRow = Omit<VersionRow, "pending"> & {
  pendingFrom: SegmentId | null;
  pendingGrade: "typography" | "spelling" | "changed" | null;
};

/**
 * The rows of a translation with its machine paragraphs, and the retired rows of the paragraphs that
 * come back. @throws if there is no such translation.
 */
export async function readTranslationState(
  db: Queryable,
  id: TranslationId,
  revived: readonly ParagraphId[],
): Promise<TranslationState> {
  const translation = await db.query<{ codes: InlineCode[] }>(
    `SELECT "codes" FROM "Translation" WHERE "id" = $1`,
    [id],
  );
  const found = translation.rows[0];
  if (!found) throw new Error(`there is no translation ${id}`);
  const rows = await db.query<StateRow>(
    `SELECT s."id", r."id" AS "revisionId", r."targetText", r."origin", s."pinned", s."confidence",
            s."state" IN ('reviewed', 'final') AS "approved",
            s."state" IN ('reviewed', 'final') OR r."origin" <> 'mt' OR r."number" > 1 AS "worked",
            c."fromSegmentId" AS "pendingFrom", c."grade" AS "pendingGrade",
            coalesce((SELECT jsonb_agg(jsonb_build_object('id', q."id", 'text', q."text") ORDER BY q."position")
                      FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
                      WHERE l."segmentId" = s."id"), '[]') AS "sources",
            ARRAY(SELECT l."targetParagraphId"::text FROM "SegmentTarget" l
                  WHERE l."segmentId" = s."id" ORDER BY l."position") AS "targets"
     FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     LEFT JOIN "CarriedSegment" c ON c."segmentId" = s."id" AND c."wasApproved" AND r."number" = 1
       AND s."state" NOT IN ('reviewed', 'final')
     WHERE s."translationId" = $1 AND s."position" IS NOT NULL ORDER BY s."position"`,
    [id],
  );
  const machine = await db.query<Stored<MachineParagraph>>(
    `SELECT "id", "kind", "level", "ordinal", "numberStyle", "text" FROM "TargetParagraph" WHERE "translationId" = $1 ORDER BY "position"`,
    [id],
  );
  const former = await listRetiredRowsOf(db, id, revived);
  return {
    codes: found.codes,
    rows: rows.rows.map(toVersionRow),
    machine: machine.rows.map(withNumber<MachineParagraph>),
    former,
  };
}

const toVersionRow = ({ pendingFrom, pendingGrade, ...row }: StateRow): VersionRow => ({
  ...row,
  pending: pendingFrom && pendingGrade ? { from: pendingFrom, grade: pendingGrade } : null,
});

/** Holds the rows of translations until the transaction ends: whoever decides or writes there waits, and looks again. */
export async function lockRows(tx: Queryable, ids: readonly TranslationId[]): Promise<void> {
  await tx.query(
    `SELECT FROM "Segment" WHERE "translationId" = ANY ($1::uuid[]) AND "position" IS NOT NULL
     ORDER BY "id" FOR UPDATE`,
    [ids],
  );
}

/** The last new version of a document as the event log keeps it; null if there was none, or if it was taken back. */
export async function findLastVersion(
  db: Queryable,
  id: DocumentId,
): Promise<{ readonly sequence: string; readonly renewed: RenewedVersion } | null> {
  const { rows } = await db.query<{ sequence: string; type: string; renewed: RenewedVersion }>(
    `SELECT "sequence"::text AS "sequence", "type", "payload" AS "renewed" FROM "Event" e
     WHERE "subjectType" = 'document' AND "subjectId" = $1 AND "type" IN ('document.renewed', 'document.restored')
     ORDER BY e."sequence" DESC LIMIT 1`,
    [id],
  );
  const last = rows[0];
  return last?.type === "document.renewed" ? { sequence: last.sequence, renewed: last.renewed } : null;
}
