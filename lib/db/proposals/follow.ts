/** Open proposals that come along when the current text of their segment moves. */
import type { MadeText } from "@/lib/core/proposal/lift-text";
import type { ProjectId, ProposalId, RevisionId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** The current text of a segment, held until the transaction ends. */
export interface CurrentText {
  readonly revisionId: RevisionId;
  readonly targetText: string;
  readonly targetLocale: string;
  readonly projectId: ProjectId;
}

/** Holds a segment and reads what is current. Null if there is no such segment, or a repair has retired it. */
export async function lockCurrentText(tx: Queryable, id: SegmentId): Promise<CurrentText | null> {
  await tx.query(`SELECT FROM "Segment" WHERE "id" = $1 FOR NO KEY UPDATE`, [id]);
  const { rows } = await tx.query<CurrentText>(
    `SELECT r."id" AS "revisionId", r."targetText", t."targetLocale", d."projectId"
     FROM "Segment" s JOIN "Revision" r ON r."id" = s."currentRevisionId"
     JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" d ON d."id" = t."documentId"
     WHERE s."id" = $1 AND s."retiredAt" IS NULL`,
    [id],
  );
  return rows[0] ?? null;
}

/** An open proposal on a text that is not current any more. */
export interface Follower {
  readonly id: ProposalId;
  readonly version: number;
  readonly targetText: string;
  readonly textHash: string;
  readonly baseRevisionId: RevisionId;
  readonly baseText: string;
  /** The row that the text belongs to: another one if a repair has put the proposal onto this row. */
  readonly baseSegmentId: SegmentId;
}

/**
 * The open proposals of a segment that were written on another text than this one, of its own or of a row that it came
 * out of, held, oldest first.
 */
export async function lockFollowers(
  tx: Queryable,
  segmentId: SegmentId,
  current: RevisionId,
): Promise<readonly Follower[]> {
  const { rows } = await tx.query<Follower>(
    `SELECT p."id", p."version", p."targetText", p."textHash", p."baseRevisionId", b."targetText" AS "baseText",
            b."segmentId" AS "baseSegmentId"
     FROM "Proposal" p JOIN "Revision" b ON b."id" = p."baseRevisionId"
     WHERE p."segmentId" = $1 AND p."state" = 'open' AND p."baseRevisionId" <> $2
     ORDER BY p."createdAt", p."id" FOR NO KEY UPDATE OF p`,
    [segmentId, current],
  );
  return rows;
}

/** What repairs made on the way to this row, its own first text among them; none if no repair made it. */
export async function listMadeTexts(db: Queryable, segmentId: SegmentId): Promise<readonly MadeText[]> {
  type Piece = { fromRevisionId: RevisionId; text: string; from: number; to: number };
  const { rows } = await db.query<Omit<MadeText, "pieces"> & { pieces: readonly Piece[] }>(
    `SELECT r."id" AS "revisionId", r."segmentId", r."targetText" AS "text", jsonb_agg(jsonb_build_object(
              'fromRevisionId', f."id", 'text', f."targetText", 'from', q."fromOffset", 'to', q."toOffset")
              ORDER BY q."position") AS "pieces"
     FROM "Revision" r JOIN "RevisionPart" q ON q."revisionId" = r."id" JOIN "Revision" f ON f."id" = q."fromRevisionId"
     WHERE r."segmentId" = ANY(segment_line($1)) AND r."number" = 1 GROUP BY r."id"`,
    [segmentId],
  );
  return rows.map(({ pieces, ...made }) => ({
    ...made,
    pieces: pieces.map(({ fromRevisionId, text, from, to }) => ({
      fromRevisionId,
      text: text.slice(from, to),
      isWhole: from === 0 && to === text.length,
    })),
  }));
}

/** The next version of a held proposal, on the current text. The version before is kept (`ProposalVersion`). */
export async function rebaseProposal(
  tx: Queryable,
  id: ProposalId,
  next: {
    readonly baseRevisionId: RevisionId;
    readonly targetText: string;
    readonly textHash: string;
    /** Who moved the text. */
    readonly by: UserId;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `UPDATE "Proposal" SET "baseRevisionId" = $2, "targetText" = $3, "textHash" = $4, "version" = "version" + 1,
            "versionCause" = 'rebased', "versionById" = $5, "updatedAt" = $6
     WHERE "id" = $1`,
    [id, next.baseRevisionId, next.targetText, next.textHash, next.by, next.at],
  );
}

/** Closes a held proposal of which the current text has everything. No decision: it follows from the texts. */
export async function closeContained(tx: Queryable, id: ProposalId, by: UserId, at: Date): Promise<void> {
  await tx.query(
    `UPDATE "Proposal" SET "state" = 'contained', "decidedById" = $2, "decidedAt" = $3, "updatedAt" = $3
     WHERE "id" = $1`,
    [id, by, at],
  );
}
