/** Acts on many proposals at once. Each proposal has a decision of its own that names the act. */
import type { DeclineReason } from "@/lib/core/proposal/decline-reasons";
import type { BatchId, DecisionId, ProposalId, SegmentId, UserId } from "@/lib/core/shared/ids";
import type { Queryable } from "../client";

export type BatchKind = "accept" | "decline" | "revert" | "undo";

export interface NewBatch {
  readonly kind: BatchKind;
  readonly actorId: UserId;
  readonly reason?: DeclineReason | null;
  readonly note: string;
  /** Of a revert: whose words are taken out. */
  readonly accountId?: UserId | null;
  /** Of an undo: the act that it takes back. */
  readonly undoesId?: BatchId | null;
  readonly idempotencyKey: string;
  /** How many things it is about, for the log. */
  readonly requested: number;
  readonly at: Date;
}

/** Begins an act with its one row in the log; sent again with the same key, it is the one that was begun. */
export async function openBatch(db: Queryable, batch: NewBatch): Promise<BatchId> {
  const { rows } = await db.query<{ id: BatchId }>(
    `WITH added AS (
       INSERT INTO "DecisionBatch" ("kind", "actorId", "reason", "note", "accountId", "undoesId", "idempotencyKey",
                                    "createdAt")
       VALUES ($1::text::"DecisionKind", $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ("actorId", "idempotencyKey") DO NOTHING RETURNING "id"
     ), logged AS (
       INSERT INTO "Event" ("type", "actor", "subjectType", "subjectId", "payload", "createdAt")
       SELECT 'batch.' || $1::text, 'user:' || ($2::uuid)::text, 'batch', added."id"::text,
              jsonb_strip_nulls(jsonb_build_object('requested', $9::int, 'reason', $3::text, 'accountId', $5::uuid,
                                                   'undoesId', $6::uuid)), $8
       FROM added
     )
     SELECT "id" FROM added`,
    [
      batch.kind,
      batch.actorId,
      batch.reason ?? null,
      batch.note,
      batch.accountId ?? null,
      batch.undoesId ?? null,
      batch.idempotencyKey,
      batch.at,
      batch.requested,
    ],
  );
  const found = rows[0] ?? (await findByKey(db, batch));
  if (!found) throw new Error("an act that was begun before is not there");
  return found.id;
}

async function findByKey(db: Queryable, batch: NewBatch): Promise<{ readonly id: BatchId } | undefined> {
  const { rows } = await db.query<{ id: BatchId }>(
    `SELECT "id" FROM "DecisionBatch" WHERE "actorId" = $1 AND "idempotencyKey" = $2`,
    [batch.actorId, batch.idempotencyKey],
  );
  return rows[0];
}

/** Whose act it is; null if there is none. */
export async function findBatchActor(db: Queryable, id: BatchId): Promise<UserId | null> {
  const { rows } = await db.query<{ actorId: UserId }>(
    `SELECT "actorId" FROM "DecisionBatch" WHERE "id" = $1`,
    [id],
  );
  return rows[0]?.actorId ?? null;
}

export interface BatchDecision {
  readonly decisionId: DecisionId;
  readonly kind: string;
  readonly segmentId: SegmentId;
  readonly proposalId: ProposalId | null;
  /** Of an undo: the decision that it takes back. */
  readonly undoesId: DecisionId | null;
  readonly isUndone: boolean;
}

/** The decisions of an act; of one segment the last first, so that an undo goes back the way that the act came. */
export async function listBatchDecisions(db: Queryable, id: BatchId): Promise<readonly BatchDecision[]> {
  const { rows } = await db.query<BatchDecision>(
    `SELECT d."id" AS "decisionId", d."kind", d."segmentId", d."proposalId", d."undoesId",
            EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id") AS "isUndone"
     FROM "Decision" d JOIN "Revision" r ON r."id" = d."revisionId"
     WHERE d."batchId" = $1 ORDER BY d."createdAt" DESC, r."number" DESC, d."id"`,
    [id],
  );
  return rows;
}
