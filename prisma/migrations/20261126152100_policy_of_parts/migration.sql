-- What Prisma's schema cannot say. Values of an enum that an earlier migration adds are compared as text.

DROP TRIGGER "Proposal_decided_by_another" ON "Proposal";
CREATE TRIGGER "Proposal_decided_by_another" BEFORE INSERT OR UPDATE ON "Proposal"
  FOR EACH ROW WHEN (NEW."state"::text IN ('accepted', 'divided', 'declined') AND NEW."decidedById" = NEW."authorId")
  EXECUTE FUNCTION check_decider();

-- A part of a proposal cannot gather approvals: what it makes is a text that nobody else has seen.
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
      AND a."textHash" = NEW."textHash" AND a."actorId" <> NEW."actorId"
      AND a."revisionId" = coalesce(
        (SELECT p."baseRevisionId" FROM "Proposal" p WHERE p."id" = NEW."proposalId"), NEW."revisionId");
    IF others + 1 < policy."approvals" THEN
      RAISE EXCEPTION 'approvals are missing' USING ERRCODE = 'GL006';
    END IF;
  END IF;
  RETURN NEW;
END $$;
