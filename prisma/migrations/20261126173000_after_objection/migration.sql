-- AlterTable
ALTER TABLE "Approval" ADD COLUMN     "objections" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "objections" INTEGER NOT NULL DEFAULT 0;

-- What Prisma's schema cannot say.

-- A row with those that it came out of.
CREATE FUNCTION segment_line(segment uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT segment UNION SELECT a."segmentId" FROM segment_ancestors(segment) a)
$$;

-- How often second looks found that this text should not stand in the row.
CREATE FUNCTION objections_to(segment uuid, hash text) RETURNS int LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT count(*)::int FROM "Decision" d JOIN "SecondLook" l ON l."decisionId" = d."id"
    JOIN "Revision" r ON r."id" = d."revisionId"
    WHERE d."segmentId" = ANY(segment_line(segment)) AND l."outcome" = 'reopened' AND r."textHash" = hash
  );
END $$;

-- Everybody who ever approved this text in the row, by a decision or by one of several approvals, and how many
-- objections to it there were by then.
CREATE FUNCTION approvers_of(segment uuid, hash text) RETURNS TABLE ("userId" uuid, "objections" int)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    SELECT d."actorId", d."objections" FROM "Decision" d JOIN "Revision" r ON r."id" = d."revisionId"
    WHERE d."segmentId" = ANY(segment_line(segment)) AND r."textHash" = hash
      AND d."kind"::text IN ('accept', 'accept-part', 'approve')
    UNION
    SELECT a."actorId", a."objections" FROM "Approval" a
    WHERE a."segmentId" = ANY(segment_line(segment)) AND a."textHash" = hash
      AND NOT EXISTS (SELECT FROM "ApprovalTakenBack" b WHERE b."approvalId" = a."id");
END $$;

-- Does an objection keep this person from approving the text? Whoever approved it before cannot, until somebody else has
-- since. The rule of lib/core/review/objection.ts.
CREATE FUNCTION objection_stands(segment uuid, hash text, person uuid, objections int) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM approvers_of(segment, hash) a WHERE a."userId" = person AND a."objections" < objection_stands.objections)
    AND NOT EXISTS (
      SELECT FROM approvers_of(segment, hash) a WHERE a."objections" = objection_stands.objections AND NOT EXISTS (
        SELECT FROM approvers_of(segment, hash) b WHERE b."userId" = a."userId" AND b."objections" < objection_stands.objections));
END $$;

CREATE FUNCTION check_objections() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hash text := NEW."textHash";
BEGIN
  IF TG_TABLE_NAME = 'Decision' THEN
    SELECT r."textHash" INTO hash FROM "Revision" r WHERE r."id" = NEW."revisionId";
  END IF;
  NEW."objections" := objections_to(NEW."segmentId", hash);
  IF NEW."objections" > 0 AND needs_four_eyes(NEW."segmentId")
     AND objection_stands(NEW."segmentId", hash, NEW."actorId", NEW."objections") THEN
    RAISE EXCEPTION 'somebody objected to this approval' USING ERRCODE = 'GL007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_after_objection" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."kind"::text IN ('accept', 'accept-part', 'approve')) EXECUTE FUNCTION check_objections();
CREATE TRIGGER "Approval_after_objection" BEFORE INSERT ON "Approval"
  FOR EACH ROW EXECUTE FUNCTION check_objections();

-- An approval that somebody objected to does not count any more, nor one that its giver has taken back.
CREATE OR REPLACE FUNCTION approval_counts(approval uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM "ApprovalTakenBack" b WHERE b."approvalId" = approval)
    AND EXISTS (SELECT FROM "Approval" a WHERE a."id" = approval AND a."objections" = objections_to(a."segmentId", a."textHash"))
$$;

-- Not any more once something was decided by it; a decision from before an objection was decided by others.
CREATE OR REPLACE FUNCTION check_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Approval" a JOIN "Decision" d ON d."segmentId" = a."segmentId" AND d."textHash" = a."textHash"
      AND d."proposalId" IS NOT DISTINCT FROM a."proposalId" AND d."kind" IN ('accept', 'approve')
      AND d."objections" = a."objections"
    WHERE a."id" = NEW."approvalId"
  ) THEN
    RAISE EXCEPTION 'the text was approved by this' USING ERRCODE = 'GL003';
  END IF;
  RETURN NEW;
END $$;
