/** Approvals of the sample that a second editor looks at. */
import type { InlineCode } from "@/lib/core/document/paragraph";
import type { SecondLookOutcome, SecondLookTally } from "@/lib/core/review/second-look";
import type {
  DecisionId,
  ProjectId,
  RevisionId,
  SegmentId,
  TranslationId,
  UserId,
} from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

/** Decision `d` of the sample stands as it was taken: in force, its text current, and nobody has looked yet. */
const WAITS = `d."revisionId" = s."currentRevisionId" AND s."retiredAt" IS NULL AND s."state" IN ('reviewed', 'final')
  AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
  AND NOT EXISTS (SELECT FROM "SecondLook" l WHERE l."decisionId" = d."id")`;

/** Everybody who had a part in decision `d` of translation `t`. */
const INVOLVED = `ARRAY(
  SELECT d."actorId"::text UNION SELECT t."importedById"::text
  UNION SELECT w."userId"::text FROM unapproved_writers(d."revisionId") w
  UNION SELECT c."userId"::text FROM "ProposalContributor" c WHERE c."proposalId" = d."proposalId"
  UNION SELECT a."actorId"::text FROM "Approval" a WHERE a."segmentId" = d."segmentId" AND a."textHash" = d."textHash"
    AND a."proposalId" IS NOT DISTINCT FROM d."proposalId")`;

const JOINS = `FROM "SecondLookDue" x JOIN "Decision" d ON d."id" = x."decisionId" JOIN "Segment" s ON s."id" = d."segmentId"
  JOIN "Translation" t ON t."id" = s."translationId" JOIN "Document" o ON o."id" = t."documentId"`;

/** An approved text with what it replaced. Whose approval it is is not told: the look is one at the text. */
export interface DueLook {
  readonly decisionId: DecisionId;
  readonly segmentId: SegmentId;
  readonly revisionId: RevisionId;
  readonly textHash: string;
  readonly translationId: TranslationId;
  readonly title: string;
  /** 1-based. */
  readonly rowNumber: number;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  readonly sourceText: string;
  /** The text before; the same where a text was approved as it stood. */
  readonly beforeText: string;
  readonly targetText: string;
  readonly sourceCodes: readonly InlineCode[];
  readonly targetCodes: readonly InlineCode[];
}

/** Approvals of these projects that wait for somebody who had no part in them, as this person; oldest first. */
export async function listDueLooks(
  db: Queryable,
  projectIds: readonly ProjectId[],
  viewerId: UserId,
  limit: number,
): Promise<readonly DueLook[]> {
  const { rows } = await db.query<DueLook>(
    `SELECT d."id" AS "decisionId", d."segmentId", r."id" AS "revisionId", r."textHash", t."id" AS "translationId",
            o."title", s."position" + 1 AS "rowNumber", o."sourceLocale", t."targetLocale", r."targetText",
            CASE WHEN d."kind" = 'approve' THEN r."targetText" ELSE coalesce(b."targetText", '') END AS "beforeText",
            coalesce((SELECT string_agg(q."text", E'\\n\\n' ORDER BY q."position") FROM "SegmentSource" l
                      JOIN "Paragraph" q ON q."id" = l."paragraphId" WHERE l."segmentId" = s."id"), '') AS "sourceText",
            o."codes" AS "sourceCodes", t."codes" AS "targetCodes"
     ${JOINS} JOIN "Revision" r ON r."id" = d."revisionId" LEFT JOIN "Revision" b ON b."id" = r."parentId"
     WHERE o."projectId" = ANY($1::uuid[]) AND ${WAITS} AND NOT $2 = ANY(${INVOLVED})
     ORDER BY d."createdAt", d."id" LIMIT $3`,
    [projectIds, viewerId, limit],
  );
  return rows;
}

/** What the second looks of these projects came to. */
export async function tallySecondLooks(
  db: Queryable,
  projectIds: readonly ProjectId[],
): Promise<SecondLookTally> {
  const { rows } = await db.query<SecondLookTally>(
    `SELECT count(*) FILTER (WHERE ${WAITS})::int AS "waiting", count(k."decisionId")::int AS "looked",
            count(*) FILTER (WHERE k."outcome" = 'confirmed')::int AS "confirmed"
     ${JOINS} LEFT JOIN "SecondLook" k ON k."decisionId" = d."id" WHERE o."projectId" = ANY($1::uuid[])`,
    [projectIds],
  );
  return rows[0] ?? { waiting: 0, looked: 0, confirmed: 0 };
}

/** An objection that has reopened a row which nobody has approved or changed since. */
export interface OpenObjection {
  readonly decisionId: DecisionId;
  readonly translationId: TranslationId;
  readonly title: string;
  readonly rowNumber: number;
  readonly targetLocale: string;
  readonly name: string;
  readonly note: string;
}

/** Objections of these projects whose rows are still open, the newest first. */
export async function listObjections(
  db: Queryable,
  projectIds: readonly ProjectId[],
  limit: number,
): Promise<readonly OpenObjection[]> {
  const { rows } = await db.query<OpenObjection>(
    `SELECT d."id" AS "decisionId", t."id" AS "translationId", o."title", s."position" + 1 AS "rowNumber",
            t."targetLocale", u."displayName" AS "name", k."note"
     ${JOINS} JOIN "SecondLook" k ON k."decisionId" = d."id" JOIN "User" u ON u."id" = k."actorId"
     WHERE o."projectId" = ANY($1::uuid[]) AND k."outcome" = 'reopened' AND s."position" IS NOT NULL
       AND s."currentRevisionId" = d."revisionId" AND s."state" NOT IN ('reviewed', 'final')
     ORDER BY k."createdAt" DESC, d."id" LIMIT $2`,
    [projectIds, limit],
  );
  return rows;
}

/** A decision that is looked at, held with its segment until the transaction ends. */
export interface HeldLook {
  readonly segmentId: SegmentId;
  readonly projectId: ProjectId;
  readonly isSampled: boolean;
  readonly isLooked: boolean;
  /** It is in force, and its text is current and approved. */
  readonly stands: boolean;
  readonly revisionId: RevisionId;
  readonly textHash: string;
  readonly involvedIds: readonly UserId[];
}

/** What a second look at this decision needs to know; null if there is no such approval. Hold its segment before. */
export async function findHeldLook(tx: Queryable, decisionId: DecisionId): Promise<HeldLook | null> {
  const { rows } = await tx.query<HeldLook>(
    `SELECT d."segmentId", o."projectId", x."decisionId" IS NOT NULL AS "isSampled",
            EXISTS (SELECT FROM "SecondLook" l WHERE l."decisionId" = d."id") AS "isLooked", ${WAITS} AS "stands",
            r."id" AS "revisionId", r."textHash", ${INVOLVED} AS "involvedIds"
     FROM "Decision" d JOIN "Segment" s ON s."id" = d."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
     JOIN "Document" o ON o."id" = t."documentId" JOIN "Revision" r ON r."id" = d."revisionId"
     LEFT JOIN "SecondLookDue" x ON x."decisionId" = d."id"
     WHERE d."id" = $1 AND d."kind" IN ('accept', 'accept-part', 'approve')`,
    [decisionId],
  );
  return rows[0] ?? null;
}

/** Records a second look; an objection takes the approval of the row's text. @throws GL002 for one's own approval. */
export async function appendSecondLook(
  tx: Queryable,
  look: {
    readonly decisionId: DecisionId;
    readonly outcome: SecondLookOutcome;
    readonly note: string;
    readonly actorId: UserId;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `WITH look AS (
       INSERT INTO "SecondLook" ("decisionId", "outcome", "note", "actorId", "createdAt")
       VALUES ($1, $2::text::"SecondLookOutcome", $3, $4, $5) RETURNING "decisionId", "outcome"
     )
     UPDATE "Segment" s SET "state" = 'initial', "updatedAt" = $5
     FROM look JOIN "Decision" d ON d."id" = look."decisionId"
     WHERE s."id" = d."segmentId" AND look."outcome" = 'reopened'`,
    [look.decisionId, look.outcome, look.note, look.actorId, look.at],
  );
}
