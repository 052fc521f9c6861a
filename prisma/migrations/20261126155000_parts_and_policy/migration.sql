-- Several approvals are given to one text: no part of it is accepted by one person alone.
CREATE OR REPLACE FUNCTION refuse_part_of_retired() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Segment" s WHERE s."id" = NEW."segmentId" AND s."retiredAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the row was re-aligned' USING ERRCODE = 'GL005';
  END IF;
  IF coalesce((policy_of(NEW."segmentId"))."approvals", 1) > 1 THEN
    RAISE EXCEPTION 'approvals are missing' USING ERRCODE = 'GL006';
  END IF;
  RETURN NEW;
END $$;

-- May this person accept a proposal with their own last change of it? As an editor who changed somebody else's
-- proposal, where the policy asks for no second editor.
CREATE FUNCTION may_accept_own_edit(proposal uuid, person uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM "Proposal" p JOIN "Segment" s ON s."id" = p."segmentId" JOIN "Translation" t ON t."id" = s."translationId"
    WHERE p."id" = proposal AND p."versionCause" = 'edited' AND p."versionById" = person AND p."authorId" <> person
      AND t."importedById" <> person AND NOT coalesce((policy_of(s."id"))."secondEditor", true)
  );
END $$;

CREATE OR REPLACE FUNCTION check_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'withdraw' OR NEW."kind" = 'accept' AND may_accept_own_edit(NEW."proposalId", NEW."actorId") THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
    WHERE s."id" = NEW."segmentId" AND t."importedById" = NEW."actorId"
    UNION ALL
    SELECT FROM "Proposal" p WHERE p."id" = NEW."proposalId" AND p."authorId" = NEW."actorId"
    UNION ALL
    SELECT FROM "ProposalContributor" c
    WHERE c."proposalId" = NEW."proposalId" AND c."userId" = NEW."actorId"
  ) OR (
    NEW."kind" = 'approve' AND EXISTS (SELECT FROM revision_writers(NEW."revisionId") w WHERE w."userId" = NEW."actorId")
  ) THEN
    RAISE EXCEPTION 'nobody decides on their own words' USING ERRCODE = 'GL002';
  END IF;
  IF NEW."kind" IN ('accept', 'approve')
     AND EXISTS (SELECT FROM "Segment" s WHERE s."id" = NEW."segmentId" AND s."retiredAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the row was re-aligned' USING ERRCODE = 'GL005';
  END IF;
  RETURN NEW;
END $$;

-- Nobody divides their own proposal, either.
DROP TRIGGER "Proposal_decided_by_another" ON "Proposal";
CREATE TRIGGER "Proposal_decided_by_another" BEFORE INSERT OR UPDATE ON "Proposal"
  FOR EACH ROW WHEN (NEW."state" IN ('accepted', 'divided', 'declined') AND NEW."decidedById" = NEW."authorId")
  EXECUTE FUNCTION check_decider();
