-- AlterTable
ALTER TABLE "Approval" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "ApprovalTakenBack" (
    "approvalId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApprovalTakenBack_pkey" PRIMARY KEY ("approvalId")
);

-- AddForeignKey
ALTER TABLE "ApprovalTakenBack" ADD CONSTRAINT "ApprovalTakenBack_approvalId_fkey" FOREIGN KEY ("approvalId") REFERENCES "Approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

CREATE TRIGGER "ApprovalTakenBack_append_only" BEFORE UPDATE OR DELETE ON "ApprovalTakenBack"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApprovalTakenBack_no_truncate" BEFORE TRUNCATE ON "ApprovalTakenBack"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Does the approval count? Its giver may have taken it back.
CREATE FUNCTION approval_counts(approval uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM "ApprovalTakenBack" b WHERE b."approvalId" = approval)
$$;

-- A person approves a text once, and again once they have taken it back.
DROP INDEX "Approval_once";
CREATE UNIQUE INDEX "Approval_once" ON "Approval"
  ("segmentId", "revisionId", "textHash", "actorId", (coalesce("proposalId", "segmentId")), "round");
CREATE FUNCTION number_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT 1 + count(*) INTO NEW."round" FROM "Approval" a
  WHERE a."segmentId" = NEW."segmentId" AND a."revisionId" = NEW."revisionId" AND a."textHash" = NEW."textHash"
    AND a."actorId" = NEW."actorId" AND a."proposalId" IS NOT DISTINCT FROM NEW."proposalId" AND NOT approval_counts(a."id");
  RETURN NEW;
END $$;
CREATE TRIGGER "Approval_round" BEFORE INSERT ON "Approval" FOR EACH ROW EXECUTE FUNCTION number_approval();

-- Not any more once something was decided by it.
CREATE FUNCTION check_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Approval" a JOIN "Decision" d ON d."segmentId" = a."segmentId" AND d."textHash" = a."textHash"
      AND d."proposalId" IS NOT DISTINCT FROM a."proposalId" AND d."kind" IN ('accept', 'approve')
    WHERE a."id" = NEW."approvalId"
  ) THEN
    RAISE EXCEPTION 'the text was approved by this' USING ERRCODE = 'GL003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ApprovalTakenBack_before_decision" BEFORE INSERT ON "ApprovalTakenBack"
  FOR EACH ROW EXECUTE FUNCTION check_taken_back();

-- Only approvals that count make up the number that the policy asks for.
CREATE OR REPLACE FUNCTION apply_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  policy "ProjectPolicy" := policy_of(NEW."segmentId");
  others int;
BEGIN
  NEW."policyNumber" := coalesce(policy."number", 0);
  NEW."ownWords" := NEW."kind"::text <> 'withdraw'
    AND is_own_text(NEW."segmentId", NEW."proposalId", NEW."revisionId", NEW."actorId");
  IF NEW."kind"::text NOT IN ('accept', 'accept-part', 'approve') THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM "Segment" s WHERE s."id" = NEW."segmentId" AND s."retiredAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the row was re-aligned' USING ERRCODE = 'GL005';
  END IF;
  IF coalesce(policy."approvals", 1) > 1 THEN
    SELECT count(DISTINCT a."actorId") INTO others FROM "Approval" a
    WHERE NEW."kind"::text <> 'accept-part'
      AND a."segmentId" = NEW."segmentId" AND a."proposalId" IS NOT DISTINCT FROM NEW."proposalId"
      AND a."textHash" = NEW."textHash" AND a."actorId" <> NEW."actorId" AND approval_counts(a."id")
      AND a."revisionId" = coalesce(
        (SELECT p."baseRevisionId" FROM "Proposal" p WHERE p."id" = NEW."proposalId"), NEW."revisionId");
    IF others + 1 < policy."approvals" THEN
      RAISE EXCEPTION 'approvals are missing' USING ERRCODE = 'GL006';
    END IF;
  END IF;
  RETURN NEW;
END $$;
