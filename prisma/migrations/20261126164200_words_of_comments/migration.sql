-- What Prisma's schema cannot say.

-- Words keep their writers, whoever sends them: also a text that somebody has written out in a comment, unless
-- somebody had sent it before, and the comment only quotes it.
CREATE FUNCTION comment_writers(proposal "Proposal") RETURNS TABLE ("userId" uuid) LANGUAGE sql STABLE AS $$
  SELECT c."authorId" FROM "Comment" c JOIN "Thread" h ON h."id" = c."threadId" JOIN "Proposal" o ON o."id" = h."proposalId"
  WHERE o."segmentId" = proposal."segmentId" AND proposal."targetText" <> '' AND strpos(c."text", proposal."targetText") > 0
    AND NOT EXISTS (
      SELECT FROM "Proposal" p WHERE p."segmentId" = proposal."segmentId" AND p."textHash" = proposal."textHash"
        AND (p."id" <> proposal."id"))
    AND NOT EXISTS (
      SELECT FROM "ProposalVersion" v JOIN "Proposal" p ON p."id" = v."proposalId"
      WHERE p."segmentId" = proposal."segmentId" AND v."textHash" = proposal."textHash")
    AND NOT EXISTS (
      SELECT FROM "Revision" r WHERE r."segmentId" = proposal."segmentId" AND r."textHash" = proposal."textHash")
$$;

CREATE OR REPLACE FUNCTION name_contributors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ProposalContributor" ("proposalId", "userId")
  SELECT NEW."id", writer."userId" FROM (
    SELECT p."authorId" AS "userId" FROM "Proposal" p
    WHERE p."segmentId" = NEW."segmentId" AND p."textHash" = NEW."textHash"
    UNION
    SELECT c."userId" FROM "Proposal" p JOIN "ProposalContributor" c ON c."proposalId" = p."id"
    WHERE p."segmentId" = NEW."segmentId" AND p."textHash" = NEW."textHash"
    UNION
    SELECT w."userId" FROM "Revision" r CROSS JOIN LATERAL revision_writers(r."id") w
    WHERE r."segmentId" = NEW."segmentId" AND r."textHash" = NEW."textHash"
    UNION
    SELECT m."userId" FROM comment_writers(NEW) m
  ) writer ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- An approval that was taken back is not the second pair of eyes on a reader's words.
CREATE OR REPLACE FUNCTION check_known_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF lacks_known_eyes(NEW."proposalId", NEW."actorId") AND (NEW."kind" <> 'accept' OR NOT EXISTS (
    SELECT FROM "Approval" a JOIN "Proposal" p ON p."id" = a."proposalId"
    WHERE a."proposalId" = NEW."proposalId" AND a."textHash" = NEW."textHash" AND a."actorId" <> NEW."actorId"
      AND a."revisionId" = p."baseRevisionId" AND approval_counts(a."id")
  )) THEN
    RAISE EXCEPTION 'approvals are missing' USING ERRCODE = 'GL006';
  END IF;
  RETURN NEW;
END $$;
