/** Words that wait on rows: open proposals and drafts. */
import type { WaitingOnRows } from "@/lib/core/repair/change";
import type { WaitingWords, WordsMove } from "@/lib/core/repair/follow";
import type { ProposalId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";
import { shownName } from "../users";

/** What waits on these segments, in the order in which it was begun. A draft is named after its person. */
export async function listWaiting(db: Queryable, ids: readonly SegmentId[]): Promise<WaitingOnRows> {
  const proposals = await db.query<WaitingWords>(
    `SELECT p."id", p."segmentId", p."authorId" AS "personId", b."targetText" AS "baseText",
            p."origin" = 'translator' AS "isExclusive"
     FROM "Proposal" p JOIN "Revision" b ON b."id" = p."baseRevisionId"
     WHERE p."segmentId" = ANY ($1::uuid[]) AND p."state" = 'open' ORDER BY p."createdAt", p."id"`,
    [ids],
  );
  const drafts = await db.query<WaitingWords>(
    `SELECT d."userId" AS "id", d."segmentId", d."userId" AS "personId", b."targetText" AS "baseText",
            true AS "isExclusive"
     FROM "Draft" d JOIN "Revision" b ON b."id" = d."baseRevisionId"
     WHERE d."segmentId" = ANY ($1::uuid[]) ORDER BY d."updatedAt", d."segmentId"`,
    [ids],
  );
  return { proposals: proposals.rows, drafts: drafts.rows };
}

const columns = (moves: readonly WordsMove[]) => {
  const real = moves.filter(({ from, to }) => from !== to);
  return [real.map(({ id }) => id), real.map(({ from }) => from), real.map(({ to }) => to)];
};

/** Puts words onto other segments; not a character of them changes. */
export async function moveWaiting(
  tx: Queryable,
  moves: { readonly proposals: readonly WordsMove[]; readonly drafts: readonly WordsMove[] },
): Promise<void> {
  await tx.query(
    `UPDATE "Proposal" p SET "segmentId" = m."to"
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS m("id", "from", "to")
     WHERE p."id" = m."id" AND p."segmentId" = m."from" AND p."state" = 'open'`,
    columns(moves.proposals),
  );
  await tx.query(
    `UPDATE "Draft" d SET "segmentId" = m."to"
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS m("id", "from", "to")
     WHERE d."userId" = m."id" AND d."segmentId" = m."from"`,
    columns(moves.drafts),
  );
}

/** What a retired row has left behind, for the tray of a translation. */
export interface TrayRow {
  readonly kind: "proposal" | "draft";
  /** Of the proposal; null for a draft. */
  readonly proposalId: ProposalId | null;
  readonly version: number;
  readonly segmentId: SegmentId;
  readonly authorId: UserId;
  readonly authorName: string;
  readonly targetText: string;
  readonly baseText: string;
  readonly comment: string;
  readonly sourceText: string;
  readonly updatedAt: string;
}

/** Open proposals on retired rows of the translation, and the person's own drafts there, oldest first. */
export async function listTray(
  db: Queryable,
  translationId: string,
  viewerId: UserId,
): Promise<readonly TrayRow[]> {
  const { rows } = await db.query<Omit<TrayRow, "updatedAt"> & { updatedAt: Date }>(
    `WITH waiting AS (
       SELECT 'proposal' AS "kind", p."id" AS "proposalId", p."version", p."segmentId", p."authorId", p."targetText",
              p."baseRevisionId", p."comment", p."updatedAt", p."createdAt"
       FROM "Proposal" p WHERE p."state" = 'open'
       UNION ALL
       SELECT 'draft', NULL, d."version", d."segmentId", d."userId", d."targetText", d."baseRevisionId", d."comment",
              d."updatedAt", d."updatedAt"
       FROM "Draft" d WHERE d."userId" = $2
     )
     SELECT w."kind", w."proposalId", w."version", w."segmentId", w."authorId", ${shownName("u")} AS "authorName",
            w."targetText", b."targetText" AS "baseText", w."comment", w."updatedAt",
            (SELECT coalesce(string_agg(q."text", E'\\n\\n' ORDER BY q."position"), '')
             FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
             WHERE l."segmentId" = s."id") AS "sourceText"
     FROM waiting w JOIN "Segment" s ON s."id" = w."segmentId" JOIN "Revision" b ON b."id" = w."baseRevisionId"
     JOIN "User" u ON u."id" = w."authorId"
     WHERE s."translationId" = $1 AND s."position" IS NULL ORDER BY w."createdAt", w."segmentId", w."kind"`,
    [translationId, viewerId],
  );
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}
