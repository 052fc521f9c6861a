-- CreateEnum
CREATE TYPE "ThreadSide" AS ENUM ('proposed', 'current');

-- AlterEnum

ALTER TYPE "DecisionKind" ADD VALUE 'request_changes';
ALTER TYPE "DecisionKind" ADD VALUE 'undo';
ALTER TYPE "DecisionKind" ADD VALUE 'revert';

-- DropIndex
DROP INDEX IF EXISTS "Revision_proposalId_key";

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "batchId" UUID,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "undoesId" UUID,
ADD COLUMN     "wasApproved" BOOLEAN;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "changesRequestedAt" TIMESTAMPTZ(3),
ADD COLUMN     "decisionReason" TEXT;

-- CreateTable
CREATE TABLE "DecisionBatch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "DecisionKind" NOT NULL,
    "actorId" UUID NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "accountId" UUID,
    "undoesId" UUID,
    "idempotencyKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "proposalId" UUID NOT NULL,
    "side" "ThreadSide",
    "anchorFrom" INTEGER,
    "anchorTo" INTEGER,
    "anchorText" TEXT,
    "quote" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "threadId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "idempotencyKey" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateIndex
CREATE INDEX "DecisionBatch_accountId_idx" ON "DecisionBatch"("accountId");

-- CreateIndex
CREATE INDEX "DecisionBatch_undoesId_idx" ON "DecisionBatch"("undoesId");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionBatch_actorId_idempotencyKey_key" ON "DecisionBatch"("actorId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "Thread_proposalId_idx" ON "Thread"("proposalId");

-- CreateIndex
CREATE INDEX "Thread_resolvedById_idx" ON "Thread"("resolvedById");

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_authorId_idempotencyKey_key" ON "Comment"("authorId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "Mention_userId_seenAt_idx" ON "Mention"("userId", "seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_undoesId_key" ON "Decision"("undoesId");

-- CreateIndex
CREATE INDEX "Decision_batchId_idx" ON "Decision"("batchId");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Revision_proposalId_idx" ON "Revision"("proposalId");

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "DecisionBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionBatch" ADD CONSTRAINT "DecisionBatch_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionBatch" ADD CONSTRAINT "DecisionBatch_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionBatch" ADD CONSTRAINT "DecisionBatch_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "DecisionBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. New values of an enum cannot be named before the transaction ends that adds
-- them, hence the comparisons of text.

-- A proposal that was decided stays as it was decided, unless the decision was taken back: then it is open again,
-- with the same words, and at another version, so that no decision on the one before can come late.
CREATE FUNCTION has_ended(proposal uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "Decision" d WHERE d."proposalId" = proposal AND d."kind" IN ('accept', 'accept-part', 'decline', 'withdraw')
      AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
  )
$$;
CREATE OR REPLACE FUNCTION refuse_decided_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."state" = 'open' AND NEW."textHash" = OLD."textHash" AND NEW."authorId" = OLD."authorId"
     AND NEW."segmentId" = OLD."segmentId" AND NEW."version" > OLD."version" AND NOT has_ended(OLD."id") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a decided proposal cannot be changed' USING ERRCODE = 'GL003';
END $$;

-- One decision ends a version of a proposal.
DROP INDEX IF EXISTS "Decision_one_per_proposal";
CREATE UNIQUE INDEX "Decision_one_end_per_version" ON "Decision" ("proposalId", "proposalVersion")
  WHERE "kind" IN ('accept', 'accept-part', 'decline', 'withdraw');

ALTER TABLE "Decision" DROP CONSTRAINT IF EXISTS "Decision_decline_has_reason";
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_decline_has_reason"
  CHECK ("kind" <> 'decline' OR length(btrim("note")) > 0 OR coalesce("reason", 'other') <> 'other');
ALTER TABLE "Proposal" DROP CONSTRAINT IF EXISTS "Proposal_decline_has_reason";
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decline_has_reason" CHECK (
  "state" <> 'declined' OR length(btrim(coalesce("decisionNote", ''))) > 0 OR coalesce("decisionReason", 'other') <> 'other'
);
ALTER TABLE "Decision" DROP CONSTRAINT IF EXISTS "Decision_names_what_was_decided";
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_names_what_was_decided" CHECK (
  CASE "kind"::text WHEN 'approve' THEN "proposalId" IS NULL WHEN 'undo' THEN true ELSE "proposalId" IS NOT NULL END
);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_undo_names_a_decision"
  CHECK (("kind"::text = 'undo') = ("undoesId" IS NOT NULL));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_request_says_what"
  CHECK ("kind"::text <> 'request_changes' OR length(btrim("note")) > 0);

-- Undo and revert approve nothing: the four eyes are those of the decisions that they leave in force.
DROP TRIGGER "Decision_four_eyes" ON "Decision";
CREATE TRIGGER "Decision_four_eyes" BEFORE INSERT ON "Decision" FOR EACH ROW
  WHEN (NEW."kind"::text NOT IN ('undo', 'revert')) EXECUTE FUNCTION check_four_eyes();

CREATE FUNCTION check_undo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Decision" d WHERE d."id" = NEW."undoesId" AND d."segmentId" = NEW."segmentId"
      AND d."proposalId" IS NOT DISTINCT FROM NEW."proposalId" AND d."kind"::text NOT IN ('undo', 'withdraw')
  ) THEN
    RAISE EXCEPTION 'this decision cannot be taken back here' USING ERRCODE = 'GL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_undo" BEFORE INSERT ON "Decision" FOR EACH ROW
  WHEN (NEW."undoesId" IS NOT NULL) EXECUTE FUNCTION check_undo();

-- Approvals of a text that are in force: its own, and, where an undo brought an earlier text back, those of that one.
CREATE FUNCTION revision_approvals(revision uuid) RETURNS TABLE ("decisionId" uuid, "actorId" uuid, "createdAt" timestamptz)
LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line("id") AS (
    SELECT revision UNION
    SELECT p."fromRevisionId" FROM line l JOIN "Decision" u ON u."revisionId" = l."id" AND u."kind"::text = 'undo'
    JOIN "Decision" d ON d."id" = u."undoesId" AND d."kind"::text IN ('accept', 'accept-part', 'revert') AND d."revisionId" <> l."id"
    JOIN "Revision" r ON r."id" = l."id" JOIN "RevisionPart" p ON p."revisionId" = l."id"
    JOIN "Revision" f ON f."id" = p."fromRevisionId" AND f."segmentId" = r."segmentId"
  )
  SELECT d."id", d."actorId", d."createdAt" FROM line l JOIN "Decision" d ON d."revisionId" = l."id"
  WHERE d."kind" IN ('accept', 'accept-part', 'approve') AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
$$;

-- A proposal and those that it was left over from, when parts of them were accepted.
CREATE FUNCTION proposal_line(proposal uuid) RETURNS TABLE ("proposalId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line("id") AS (
    SELECT proposal UNION
    SELECT p."fromProposalId" FROM line l JOIN "Proposal" p ON p."id" = l."id" WHERE p."fromProposalId" IS NOT NULL
  )
  SELECT "id" FROM line
$$;

CREATE TRIGGER "DecisionBatch_append_only" BEFORE UPDATE OR DELETE ON "DecisionBatch"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DecisionBatch_no_truncate" BEFORE TRUNCATE ON "DecisionBatch"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Comment_append_only" BEFORE UPDATE OR DELETE ON "Comment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Comment_no_truncate" BEFORE TRUNCATE ON "Comment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Thread_anchor_fixed" BEFORE DELETE OR UPDATE OF "proposalId", "side", "anchorFrom", "anchorTo", "anchorText",
  "quote", "createdAt" ON "Thread" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_anchor_is_whole" CHECK (
  ("side" IS NULL AND "anchorFrom" IS NULL AND "anchorTo" IS NULL AND "anchorText" IS NULL AND "quote" IS NULL)
  OR ("side" IS NOT NULL AND "anchorFrom" IS NOT NULL AND "anchorTo" IS NOT NULL AND "anchorText" IS NOT NULL
      AND "quote" IS NOT NULL AND 0 <= "anchorFrom" AND "anchorFrom" < "anchorTo")
);
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolved_by_somebody" CHECK (("resolvedAt" IS NULL) = ("resolvedById" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_says_something" CHECK (length(btrim("text")) > 0);
