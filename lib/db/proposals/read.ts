import type { InlineCode } from "@/lib/core/document/paragraph";
import type { DecidableProposal } from "@/lib/core/proposal/lifecycle";
import type {
  DocumentId,
  ProjectId,
  ProposalId,
  RevisionId,
  SegmentId,
  TranslationId,
  UserId,
} from "@/lib/core/shared/ids";
import {
  APPROVAL_COLUMNS,
  CONTRIBUTORS,
  type OpenProposalRow,
  TEXT_WRITERS,
  VERSION_COLUMNS,
} from "../bitext/segment";
import type { Queryable } from "../client";
import { COMMENT_COUNT } from "../threads/read";
import { shownName } from "../users";

/** What a decision needs to know, with the texts to show when it cannot be taken; null if there is none. */
export async function findDecidable(
  db: Queryable,
  id: ProposalId,
): Promise<(DecidableProposal & { readonly targetText: string; readonly currentText: string }) | null> {
  const { rows } = await db.query<DecidableProposal & { targetText: string; currentText: string }>(
    `SELECT p."state", p."version", p."textHash", p."baseRevisionId", s."currentRevisionId", p."targetText",
            p."changesRequestedAt" IS NOT NULL AS "changesRequested",
            r."targetText" AS "currentText", s."retiredAt" IS NOT NULL AS "isRetired", ${CONTRIBUTORS} AS "contributorIds"
     FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Revision" r ON r."id" = s."currentRevisionId" WHERE p."id" = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Where a proposal stands. */
export interface ProposalPlace {
  readonly segmentId: SegmentId;
  readonly translationId: TranslationId;
  readonly documentId: DocumentId;
  readonly projectId: ProjectId;
  readonly title: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** 1-based row of the translation; null if a repair has retired it: an open proposal is in the tray then. */
  readonly rowNumber: number | null;
  readonly sourceText: string;
  readonly currentText: string;
  readonly currentRevisionId: RevisionId;
  /** The inline codes that occur in the texts of either side; not those of the whole document. */
  readonly sourceCodes: readonly InlineCode[];
  readonly targetCodes: readonly InlineCode[];
}

/** Waits for somebody to decide: open, on a row, and not back with its author. */
export const IN_QUEUE = `p."state" = 'open' AND s."position" IS NOT NULL AND p."changesRequestedAt" IS NULL`;

export type QueueItemRow = OpenProposalRow & ProposalPlace;

/** Of a table of codes those with a marker in the text. */
const usedCodes = (codes: string, text: string) => `
  coalesce((SELECT jsonb_agg(c) FROM jsonb_array_elements(${codes}) c
            WHERE strpos(${text}, '<' || (c->>'id') || '>') > 0
               OR strpos(${text}, '<' || (c->>'id') || '/>') > 0), '[]')`;

/** Where a proposal `p` stands: the columns of ProposalPlace, over PLACE_JOINS. */
export const PLACE_COLUMNS = `
  s."id" AS "segmentId", t."id" AS "translationId", d."id" AS "documentId", d."projectId", d."title",
  d."sourceLocale", t."targetLocale", s."position" + 1 AS "rowNumber", r."targetText" AS "currentText", s."currentRevisionId",
  src."text" AS "sourceText", ${usedCodes('d."codes"', 'src."text"')} AS "sourceCodes",
  ${usedCodes('t."codes"', '(p."targetText" || b."targetText" || r."targetText")')} AS "targetCodes"`;

export const PLACE_JOINS = `
  JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Revision" r ON r."id" = s."currentRevisionId"
  JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
  JOIN "Revision" b ON b."id" = p."baseRevisionId" JOIN "User" u ON u."id" = p."authorId"
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(q."text", E'\\n\\n' ORDER BY q."position"), '') AS "text"
    FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = s."id") src`;

/** Open proposals on rows (not in the tray) of these projects that wait for a decision, oldest first, from `offset` on. */
export async function listQueue(
  db: Queryable,
  projectIds: readonly ProjectId[],
  window: { readonly offset: number; readonly limit: number },
  filter: QueueFilter = { documentId: null, authorId: null, targetLocale: null },
): Promise<readonly QueueItemRow[]> {
  const { rows } = await db.query<Omit<QueueItemRow, "createdAt"> & { createdAt: Date }>(
    `SELECT p."id", p."version", p."targetText", p."textHash", p."baseRevisionId", b."targetText" AS "baseText",
            p."baseRevisionId" <> s."currentRevisionId" AS "conflicted", p."comment", p."reason", NULL AS "request",
            ${COMMENT_COUNT} AS "comments",
            ${shownName("u")} AS "authorName", p."authorId", p."createdAt", ${CONTRIBUTORS} AS "contributorIds", ${TEXT_WRITERS},
            ${APPROVAL_COLUMNS}, ${VERSION_COLUMNS}, ${PLACE_COLUMNS}
     FROM "Proposal" p ${PLACE_JOINS}
     WHERE ${IN_QUEUE} AND d."projectId" = ANY($1::uuid[]) AND ($4::uuid IS NULL OR d."id" = $4)
       AND ($5::uuid IS NULL OR p."authorId" = $5) AND ($6::text IS NULL OR t."targetLocale" = $6)
     ORDER BY p."createdAt", p."id" OFFSET $2 LIMIT $3`,
    [projectIds, window.offset, window.limit, filter.documentId, filter.authorId, filter.targetLocale],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Which proposals of the queue; null for all. */
export interface QueueFilter {
  readonly documentId: DocumentId | null;
  readonly authorId: UserId | null;
  readonly targetLocale: string | null;
}

/** What there is to choose from in the queue of these projects. */
export interface QueueFacets {
  readonly documents: readonly { readonly id: DocumentId; readonly title: string }[];
  readonly authors: readonly { readonly id: UserId; readonly name: string }[];
  readonly locales: readonly string[];
}

/** Documents, authors and languages of the proposals that wait in these projects. */
export async function listQueueFacets(db: Queryable, projectIds: readonly ProjectId[]): Promise<QueueFacets> {
  const { rows } = await db.query<QueueFacets>(
    `WITH waiting AS (
       SELECT DISTINCT d."id", d."title", p."authorId", ${shownName("u")} AS "name", t."targetLocale"
       FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
       JOIN "Document" d ON d."id" = t."documentId" JOIN "User" u ON u."id" = p."authorId"
       WHERE ${IN_QUEUE} AND d."projectId" = ANY($1::uuid[]))
     SELECT coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', "id", 'title', "title")) FROM waiting), '[]') AS "documents",
            coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('id', "authorId", 'name', "name")) FROM waiting), '[]') AS "authors",
            coalesce((SELECT jsonb_agg(DISTINCT "targetLocale") FROM waiting), '[]') AS "locales"`,
    [projectIds],
  );
  return rows[0] ?? { documents: [], authors: [], locales: [] };
}

/** Number of open proposals on rows in these projects that wait for a decision. */
export async function countOpen(db: Queryable, projectIds: readonly ProjectId[]): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId"
     JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
     WHERE ${IN_QUEUE} AND d."projectId" = ANY($1::uuid[])`,
    [projectIds],
  );
  return rows[0]?.count ?? 0;
}

/** Who wrote a proposal; null if there is none. */
export async function findProposalAuthor(db: Queryable, id: ProposalId): Promise<UserId | null> {
  const { rows } = await db.query<{ authorId: UserId }>(`SELECT "authorId" FROM "Proposal" WHERE "id" = $1`, [
    id,
  ]);
  return rows[0]?.authorId ?? null;
}
