-- What Prisma's schema cannot say.

-- Everybody who wrote words of a text that nobody else has approved: its writers, those of the texts that it was put
-- together from, and, as long as its words went onto a text that was not approved either, those of that text.
CREATE FUNCTION unapproved_writers(revision uuid) RETURNS TABLE ("userId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE whole("id") AS (
    SELECT revision UNION
    SELECT below."id" FROM whole w CROSS JOIN LATERAL (
      SELECT p."fromRevisionId" AS "id" FROM "RevisionPart" p WHERE p."revisionId" = w."id"
      UNION ALL
      SELECT r."parentId" FROM "Revision" r JOIN "Decision" d ON d."revisionId" = r."id" AND d."kind" IN ('accept', 'accept-part')
      WHERE r."id" = w."id" AND r."parentId" IS NOT NULL
        AND NOT coalesce(d."wasApproved", EXISTS (SELECT FROM revision_approvals(r."parentId")))
    ) below
  )
  SELECT r."authorId" FROM whole w JOIN "Revision" r ON r."id" = w."id" WHERE r."authorId" IS NOT NULL
  UNION
  SELECT c."userId" FROM whole w JOIN "Revision" r ON r."id" = w."id"
  JOIN "ProposalContributor" c ON c."proposalId" = r."proposalId"
$$;

-- Writers of the current text of a segment as long as nobody has approved it. Whoever accepts a change of it approves
-- all of it.
CREATE FUNCTION unapproved_text_writers(segment uuid) RETURNS TABLE ("userId" uuid) LANGUAGE sql STABLE AS $$
  SELECT w."userId" FROM "Segment" s CROSS JOIN LATERAL unapproved_writers(s."currentRevisionId") w
  WHERE s."id" = segment AND s."state" NOT IN ('reviewed', 'final')
$$;

-- Four eyes, also over the words that a proposal leaves as they are. An acceptance may have made its own text current
-- by now: it says itself whether the text before was approved.
CREATE FUNCTION decides_on_own_base(decision "Decision") RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE
    WHEN decision."kind" IN ('accept', 'accept-part') THEN NOT coalesce(decision."wasApproved", false) AND EXISTS (
      SELECT FROM "Proposal" p CROSS JOIN LATERAL unapproved_writers(p."baseRevisionId") w
      WHERE p."id" = decision."proposalId" AND w."userId" = decision."actorId")
    WHEN decision."kind" = 'approve' THEN EXISTS (
      SELECT FROM unapproved_writers(decision."revisionId") w WHERE w."userId" = decision."actorId")
    ELSE EXISTS (
      SELECT FROM unapproved_text_writers(decision."segmentId") w WHERE w."userId" = decision."actorId")
  END;
END $$;

CREATE OR REPLACE FUNCTION check_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'withdraw' THEN
    RETURN NEW;
  END IF;
  IF decides_on_own_base(NEW) OR NOT (NEW."kind" = 'accept' AND may_accept_own_edit(NEW."proposalId", NEW."actorId"))
     AND EXISTS (
    SELECT FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
    WHERE s."id" = NEW."segmentId" AND t."importedById" = NEW."actorId"
    UNION ALL
    SELECT FROM "Proposal" p WHERE p."id" = NEW."proposalId" AND p."authorId" = NEW."actorId"
    UNION ALL
    SELECT FROM "ProposalContributor" c
    WHERE c."proposalId" = NEW."proposalId" AND c."userId" = NEW."actorId"
  ) THEN
    RAISE EXCEPTION 'nobody decides on their own words' USING ERRCODE = 'GL002';
  END IF;
  IF NEW."kind" IN ('accept', 'approve')
     AND EXISTS (SELECT FROM "Segment" s WHERE s."id" = NEW."segmentId" AND s."retiredAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the row was re-aligned' USING ERRCODE = 'GL005';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF needs_four_eyes(NEW."segmentId") AND (
    is_own_text(NEW."segmentId", NEW."proposalId", NEW."revisionId", NEW."actorId")
    OR EXISTS (SELECT FROM unapproved_text_writers(NEW."segmentId") w WHERE w."userId" = NEW."actorId")
  ) THEN
    RAISE EXCEPTION 'nobody decides on their own words' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;

-- A second look is that of somebody who had no part in the text, nor in the words that were approved with it.
CREATE OR REPLACE FUNCTION check_second_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "SecondLookDue" x WHERE x."decisionId" = NEW."decisionId") THEN
    RAISE EXCEPTION 'nobody asked for a second look' USING ERRCODE = 'GL003';
  END IF;
  IF EXISTS (
    SELECT FROM "Decision" d WHERE d."id" = NEW."decisionId" AND (d."actorId" = NEW."actorId"
      OR is_own_text(d."segmentId", d."proposalId", d."revisionId", NEW."actorId")
      OR EXISTS (SELECT FROM unapproved_writers(d."revisionId") w WHERE w."userId" = NEW."actorId")
      OR EXISTS (SELECT FROM "Approval" a WHERE a."segmentId" = d."segmentId" AND a."textHash" = d."textHash"
                 AND a."proposalId" IS NOT DISTINCT FROM d."proposalId" AND a."actorId" = NEW."actorId"))
  ) THEN
    RAISE EXCEPTION 'a second look is that of another person' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;

-- The decision says that it was about the person's own words, also where those are the ones underneath.
CREATE OR REPLACE FUNCTION apply_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  policy "ProjectPolicy" := policy_of(NEW."segmentId");
  others int;
BEGIN
  NEW."policyNumber" := coalesce(policy."number", 0);
  NEW."ownWords" := NEW."kind"::text <> 'withdraw' AND (
    is_own_text(NEW."segmentId", NEW."proposalId", NEW."revisionId", NEW."actorId")
    OR NEW."kind" IN ('accept', 'accept-part', 'approve') AND decides_on_own_base(NEW));
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

-- An approval can be taken back again once the decision that it went into was taken back.
CREATE OR REPLACE FUNCTION check_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Approval" a JOIN "Decision" d ON d."segmentId" = a."segmentId" AND d."textHash" = a."textHash"
      AND d."proposalId" IS NOT DISTINCT FROM a."proposalId" AND d."kind" IN ('accept', 'approve')
      AND d."objections" = a."objections" AND NOT EXISTS (SELECT FROM "Decision" u WHERE u."undoesId" = d."id")
    WHERE a."id" = NEW."approvalId"
  ) THEN
    RAISE EXCEPTION 'the text was approved by this' USING ERRCODE = 'GL003';
  END IF;
  RETURN NEW;
END $$;
