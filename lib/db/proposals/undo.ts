import type { UndoableDecision, UndoState } from "@/lib/core/proposal/undo";
import type {
  BatchId,
  DecisionId,
  ProjectId,
  ProposalId,
  RevisionId,
  SegmentId,
  UserId,
} from "@/lib/core/shared/ids";
import { CONTRIBUTORS } from "../bitext/segment";
import type { Queryable } from "../client";

export interface FoundDecision {
  readonly decision: UndoableDecision;
  readonly state: UndoState;
  readonly segmentId: SegmentId;
  readonly proposalId: ProposalId | null;
  readonly projectId: ProjectId;
  /** The text that `decision.revisionId` took the place of; null if it is the first one. */
  readonly replacedId: RevisionId | null;
  /** Was the text approved that the decision replaced? */
  readonly wasApproved: boolean;
}

/**
 * Holds the segment of a decision, and its proposal, until the transaction ends: decisions hold the segment first,
 * too. Before them the translation against whoever publishes or re-aligns it, who hold that first: a publication that
 * has read the text is waited for, and then seen. False if there is no such decision.
 */
export async function lockDecision(tx: Queryable, id: DecisionId): Promise<boolean> {
  await tx.query(
    `SELECT FROM "Translation" t JOIN "Segment" s ON s."translationId" = t."id"
     JOIN "Decision" d ON d."segmentId" = s."id" WHERE d."id" = $1 FOR SHARE OF t`,
    [id],
  );
  const { rowCount } = await tx.query(
    `SELECT FROM "Segment" s JOIN "Decision" d ON d."segmentId" = s."id" WHERE d."id" = $1 FOR NO KEY UPDATE OF s`,
    [id],
  );
  await tx.query(
    `SELECT FROM "Proposal" p JOIN "Decision" d ON d."proposalId" = p."id" WHERE d."id" = $1 FOR UPDATE OF p`,
    [id],
  );
  return rowCount === 1;
}

const PROPOSAL_FACTS = `CASE WHEN p."id" IS NULL THEN NULL ELSE jsonb_build_object(
    'state', p."state", 'version', p."version", 'changesRequested', p."changesRequestedAt" IS NOT NULL,
    'contributorIds', to_jsonb(${CONTRIBUTORS}),
    'authorGoesOn', EXISTS (
      SELECT FROM "Proposal" o WHERE o."segmentId" = p."segmentId" AND o."authorId" = p."authorId" AND o."id" <> p."id"
        AND o."fromProposalId" IS DISTINCT FROM p."id" AND o."state" = 'open' AND o."origin" = 'translator' AND p."origin" = 'translator'),
    'rest', (SELECT jsonb_build_object('state', o."state", 'isAsLeft',
               o."textHash" = p."textHash" AND o."baseRevisionId" = s."currentRevisionId") FROM "Proposal" o
             WHERE o."fromProposalId" = p."id" AND o."state" <> 'rejoined')) END`;

const FACTS = `
  SELECT jsonb_build_object('id', d."id", 'kind', d."kind", 'actorId', d."actorId", 'revisionId', d."revisionId",
           'proposalVersion', d."proposalVersion",
           'isUndone', EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")) AS "decision",
         jsonb_build_object('currentRevisionId', s."currentRevisionId",
           'standsForIds', ARRAY(SELECT k."revisionId" FROM brought_back(s."currentRevisionId") k), 'isRetired', s."retiredAt" IS NOT NULL,
           'isPublished', EXISTS (SELECT FROM "Publication" b WHERE b."translationId" = t."id"
                                  AND b."createdAt" >= d."createdAt"),
           'hasOtherApproval', EXISTS (
             SELECT FROM "Decision" o WHERE o."revisionId" IN (d."revisionId", s."currentRevisionId") AND o."id" <> d."id"
               AND o."kind" IN ('accept', 'accept-part', 'approve')
               AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = o."id")),
           'proposal', ${PROPOSAL_FACTS}) AS "state",
         d."segmentId", d."proposalId", c."projectId", r."parentId" AS "replacedId",
         coalesce(d."wasApproved", EXISTS (SELECT FROM revision_approvals(r."parentId"))) AS "wasApproved"
  FROM "Decision" d JOIN "Segment" s ON s."id" = d."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
  JOIN "Document" c ON c."id" = t."documentId" JOIN "Revision" r ON r."id" = d."revisionId"
  LEFT JOIN "Proposal" p ON p."id" = d."proposalId"`;

/** A decision that can be undone, with what was built on it; null if there is none of this id. */
export async function findDecision(db: Queryable, id: DecisionId): Promise<FoundDecision | null> {
  const { rows } = await db.query<FoundDecision>(
    `${FACTS} WHERE d."id" = $1 AND d."kind" NOT IN ('withdraw', 'undo')`,
    [id],
  );
  return rows[0] ?? null;
}

/** Decisions on a segment that are in force and may be undone, newest first, at most 50. */
export async function listUndoable(db: Queryable, segmentId: SegmentId): Promise<readonly FoundDecision[]> {
  const { rows } = await db.query<FoundDecision>(
    `${FACTS} WHERE d."segmentId" = $1 AND d."kind" NOT IN ('withdraw', 'undo')
       AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
     ORDER BY d."createdAt" DESC, d."id" LIMIT 50`,
    [segmentId],
  );
  return rows;
}

/**
 * Brings an earlier text of a row back as its next revision: its words, its origin and whoever wrote it stay what they
 * were. The caller holds the segment, whose current revision `currentId` is.
 */
export async function bringBack(
  tx: Queryable,
  currentId: RevisionId,
  restored: { readonly sourceId: RevisionId; readonly approved: boolean; readonly at: Date },
): Promise<RevisionId> {
  const { rows } = await tx.query<{ id: RevisionId; targetText: string }>(
    `WITH revision AS (
       INSERT INTO "Revision" ("segmentId", "number", "parentId", "targetText", "textHash", "origin", "authorId",
                               "createdAt")
       SELECT b."segmentId", r."number" + 1, r."id", b."targetText", b."textHash", b."origin", b."authorId", $4
       FROM "Revision" r JOIN "Revision" b ON b."id" = $2 AND b."segmentId" = r."segmentId" WHERE r."id" = $1
       RETURNING "id", "segmentId", "targetText"
     ), current AS (
       UPDATE "Segment" s SET "currentRevisionId" = revision."id", "updatedAt" = $4,
              "state" = CASE WHEN $3 THEN 'reviewed' ELSE 'initial' END::"SegmentState"
       FROM revision WHERE s."id" = revision."segmentId"
     )
     SELECT "id", "targetText" FROM revision`,
    [currentId, restored.sourceId, restored.approved, restored.at],
  );
  const revision = rows[0];
  if (!revision) throw new Error("a text to bring back is one of its row");
  await tx.query(
    `INSERT INTO "RevisionPart" ("revisionId", "position", "fromRevisionId", "fromOffset", "toOffset")
     VALUES ($1, 0, $2, 0, $3)`,
    [revision.id, restored.sourceId, revision.targetText.length],
  );
  return revision.id;
}

/**
 * Proposals that were closed because one of these texts of a row has all their changes are open again, as they were,
 * with an event each; of a translator's the latest one, and none beside another open one of theirs.
 */
export async function reopenContained(
  tx: Queryable,
  revisionIds: readonly RevisionId[],
  by: UserId,
  at: Date,
  exceptAuthorId: UserId | null = null,
): Promise<void> {
  await tx.query(
    `WITH closed AS (
       SELECT p."id", p."createdAt", CASE p."origin" WHEN 'translator' THEN p."authorId" ELSE p."id" END AS "place",
              d."projectId"
       FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
       JOIN "Document" d ON d."id" = t."documentId"
       WHERE p."segmentId" IN (SELECT r."segmentId" FROM "Revision" r WHERE r."id" = ANY($1::uuid[]))
         AND p."state" = 'contained' AND p."authorId" IS DISTINCT FROM $4::uuid
         AND (SELECT (e."payload"->>'revisionId')::uuid FROM "Event" e
              WHERE e."subjectType" = 'proposal' AND e."subjectId" = p."id"::text AND e."type" = 'proposal.contained'
              ORDER BY e."sequence" DESC LIMIT 1) = ANY($1::uuid[])
         AND NOT EXISTS (SELECT FROM "Proposal" o WHERE o."segmentId" = p."segmentId" AND o."authorId" = p."authorId"
                         AND o."state" = 'open' AND o."origin" = 'translator' AND p."origin" = 'translator')
     ), latest AS (
       SELECT DISTINCT ON ("place") "id", "projectId" FROM closed ORDER BY "place", "createdAt" DESC, "id"
     ), opened AS (
       UPDATE "Proposal" p SET "state" = 'open', "version" = p."version" + 1, "decidedById" = NULL, "decidedAt" = NULL,
              "updatedAt" = $3
       FROM latest WHERE p."id" = latest."id" RETURNING p."id", p."version", p."textHash", latest."projectId"
     )
     INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
     SELECT 'proposal.reopened', "projectId", 'user:' || ($2::uuid)::text, 'proposal', "id"::text,
            jsonb_build_object('version', "version", 'textHash', "textHash"), $3 FROM opened`,
    [revisionIds, by, at, exceptAuthorId],
  );
}

/** What was left of a proposal goes back into it, with an event; what was said about it is said about the proposal. */
export async function rejoinRest(
  tx: Queryable,
  proposalId: ProposalId,
  projectId: ProjectId,
  by: UserId,
  at: Date,
): Promise<void> {
  await tx.query(
    `WITH rest AS (
       UPDATE "Proposal" SET "state" = 'rejoined', "decidedById" = $2, "decidedAt" = $3, "updatedAt" = $3
       WHERE "fromProposalId" = $1 AND "state" = 'open' RETURNING "id", "textHash"
     )
     INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload", "createdAt")
     SELECT 'proposal.rejoined', $4, 'user:' || ($2::uuid)::text, 'proposal', "id"::text,
            jsonb_build_object('proposalId', $1::uuid, 'textHash', "textHash"), $3 FROM rest`,
    [proposalId, by, at, projectId],
  );
}

/** The approval of the current text is no more. */
export async function unapprove(tx: Queryable, segmentId: SegmentId, at: Date): Promise<void> {
  await tx.query(`UPDATE "Segment" SET "state" = 'initial', "updatedAt" = $2 WHERE "id" = $1`, [
    segmentId,
    at,
  ]);
}

/** A decided proposal is open again, at another version, on `baseRevisionId` or on the text it was on. */
export async function reopenProposal(
  tx: Queryable,
  proposalId: ProposalId,
  baseRevisionId: RevisionId | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `UPDATE "Proposal" SET "state" = 'open', "version" = "version" + 1, "decidedById" = NULL, "decidedAt" = NULL,
            "decisionNote" = NULL, "decisionReason" = NULL, "updatedAt" = $3,
            "baseRevisionId" = coalesce($2, "baseRevisionId")
     WHERE "id" = $1`,
    [proposalId, baseRevisionId, at],
  );
}

/** Nobody waits for another version of the proposal any more. */
export async function takeBackRequest(tx: Queryable, proposalId: ProposalId, at: Date): Promise<void> {
  await tx.query(
    `UPDATE "Proposal" SET "changesRequestedAt" = NULL, "version" = "version" + 1, "updatedAt" = $2 WHERE "id" = $1`,
    [proposalId, at],
  );
}

/**
 * Appends the undo of a decision, with the text that was decided on. Comes before the proposal is opened again:
 * the database refuses to change one whose decision is in force.
 * @throws unique violation (23505) if it was undone already.
 */
export async function appendUndo(
  tx: Queryable,
  undo: {
    readonly of: DecisionId;
    readonly actorId: UserId;
    /** Current after the undo. */
    readonly revisionId: RevisionId;
    readonly batchId: BatchId | null;
    readonly at: Date;
  },
): Promise<DecisionId> {
  const { rows } = await tx.query<{ id: DecisionId }>(
    `INSERT INTO "Decision" ("kind", "segmentId", "proposalId", "proposalVersion", "revisionId", "textHash", "actorId",
                             "undoesId", "batchId", "createdAt")
     SELECT 'undo', d."segmentId", d."proposalId", d."proposalVersion", $2, d."textHash", $3, d."id", $4, $5
     FROM "Decision" d WHERE d."id" = $1 RETURNING "id"`,
    [undo.of, undo.revisionId, undo.actorId, undo.batchId, undo.at],
  );
  const stored = rows[0];
  if (!stored) throw new Error("there is no such decision");
  return stored.id;
}
