import { listNumber, type ParagraphForm } from "@/lib/core/document/paragraph";
import { formsOfTarget } from "@/lib/core/publication/snapshot";
import { type Row, type RowEntry, rowMark, type SourceParagraph } from "@/lib/core/review/bitext";
import type { RevisionId, SegmentId, TranslationId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/**
 * One small entry per row, in document order; `viewerId` decides what counts as mine. Each row looks up what is its own:
 * joined with all open proposals or drafts at once, which nobody has counted yet, 20,000 rows took as many times as long
 * as there were proposals.
 * @param from,to only of these rows, 0-based and half-open.
 */
export async function listRowEntries(
  db: Queryable,
  translationId: TranslationId,
  viewerId: UserId,
  from?: number,
  to?: number,
): Promise<readonly RowEntry[]> {
  type EntryRow = {
    id: SegmentId;
    approved: boolean;
    open: number;
    conflicts: number;
    mine: boolean;
    sourceLength: number;
    targetLength: number;
    confidence: number;
    pinned: boolean;
    hasSource: boolean;
  };
  const { rows } = await db.query<EntryRow>(
    `SELECT s."id", s."confidence", s."pinned", s."state" IN ('reviewed', 'final') AS "approved",
            open."open", open."conflicts",
            open."mine" OR EXISTS (SELECT FROM "Draft" dr WHERE dr."segmentId" = s."id" AND dr."userId" = $2) AS "mine",
            coalesce(source."length", 0) AS "sourceLength", length(r."targetText") AS "targetLength",
            source."length" IS NOT NULL AS "hasSource"
     FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     CROSS JOIN LATERAL (
       SELECT sum(length(q."text"))::int AS "length"
       FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = s."id"
     ) source
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS "open",
              count(*) FILTER (WHERE p."baseRevisionId" <> s."currentRevisionId")::int AS "conflicts",
              coalesce(bool_or(p."authorId" = $2), false) AS "mine"
       FROM "Proposal" p WHERE p."segmentId" = s."id" AND p."state" = 'open'
     ) open
     WHERE s."translationId" = $1 AND s."position" IS NOT NULL
       AND ($3::int IS NULL OR s."position" >= $3) AND ($4::int IS NULL OR s."position" < $4) ORDER BY s."position"`,
    [translationId, viewerId, from ?? null, to ?? null],
  );
  return rows.map(({ hasSource, ...entry }) => ({ ...entry, mark: rowMark({ ...entry, hasSource }) }));
}

const ROW_COLUMNS = `
  s."id", s."position", s."confidence", s."pinned", s."state" IN ('reviewed', 'final') AS "approved",
  r."id" AS "revisionId", r."number" AS "revisionNumber", r."origin", r."targetText", r."textHash",
  coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('number', q."number", 'kind', q."kind",
                               'level', q."level", 'ordinal', q."ordinal", 'numberStyle', q."numberStyle",
                               'text', q."text")) ORDER BY q."position")
            FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
            WHERE l."segmentId" = s."id"), '[]') AS "sources",
  (SELECT jsonb_strip_nulls(jsonb_build_object('kind', tp."kind", 'level', tp."level", 'ordinal', tp."ordinal",
                                       'numberStyle', tp."numberStyle"))
   FROM "SegmentTarget" l JOIN "TargetParagraph" tp ON tp."id" = l."targetParagraphId"
   WHERE l."segmentId" = s."id" ORDER BY l."position" LIMIT 1) AS "form"`;

type RowRow = Omit<Row, "form"> & { sources: SourceParagraph[]; form: ParagraphForm | null };

/** Rows `from` (0-based) up to and not including `to`, in document order. */
export async function listRows(
  db: Queryable,
  translationId: TranslationId,
  from: number,
  to: number,
): Promise<readonly Row[]> {
  const { rows } = await db.query<RowRow>(
    `SELECT ${ROW_COLUMNS} FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     WHERE s."translationId" = $1 AND s."position" >= $2 AND s."position" < $3 ORDER BY s."position"`,
    [translationId, from, to],
  );
  return rows.map(toRow);
}

/** Those of the named rows that belong to the translation, in document order. */
export async function listRowsById(
  db: Queryable,
  translationId: TranslationId,
  ids: readonly SegmentId[],
): Promise<readonly Row[]> {
  const { rows } = await db.query<RowRow>(
    `SELECT ${ROW_COLUMNS} FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     WHERE s."translationId" = $1 AND s."id" = ANY ($2::uuid[]) AND s."position" IS NOT NULL
     ORDER BY s."position"`,
    [translationId, ids],
  );
  return rows.map(toRow);
}

/** One row; null if there is none, or if a repair has retired it. */
export async function findRow(db: Queryable, segmentId: SegmentId): Promise<Row | null> {
  const { rows } = await db.query<RowRow>(
    `SELECT ${ROW_COLUMNS} FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId" 
     WHERE s."id" = $1 AND s."position" IS NOT NULL`,
    [segmentId],
  );
  return rows[0] ? toRow(rows[0]) : null;
}

export interface CurrentText {
  readonly revisionId: RevisionId;
  readonly targetText: string;
  readonly textHash: string;
  readonly isApproved: boolean;
  readonly isRetired: boolean;
}

/** The segment's current revision and its text, of a retired one, too; null if there is none. */
export async function findCurrentText(db: Queryable, segmentId: SegmentId): Promise<CurrentText | null> {
  const { rows } = await db.query<CurrentText>(
    `SELECT r."id" AS "revisionId", r."targetText", r."textHash", s."state" IN ('reviewed', 'final') AS "isApproved",
            s."retiredAt" IS NOT NULL AS "isRetired" FROM "Segment" s
     JOIN "Revision" r ON r."id" = s."currentRevisionId" WHERE s."id" = $1`,
    [segmentId],
  );
  return rows[0] ?? null;
}

function toRow({ form, ...row }: RowRow): Row {
  const [source] = row.sources;
  const [own] = formsOfTarget(form ? [form] : [], source ? [source] : []);
  const { kind, level, ordinal, numberStyle } = own ?? { kind: "paragraph" as const, level: 0 };
  return { ...row, form: { kind, level, ...listNumber(ordinal, numberStyle) } };
}
