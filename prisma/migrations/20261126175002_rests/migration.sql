-- DropIndex
DROP INDEX "Proposal_fromProposalId_key";

-- CreateIndex
CREATE INDEX "Proposal_fromProposalId_idx" ON "Proposal"("fromProposalId");

-- What Prisma's schema cannot say.

-- A rest that went back into its proposal was closed like one whose words are in the text.
ALTER TABLE "Proposal" DISABLE TRIGGER USER;
UPDATE "Proposal" p SET "state" = 'rejoined'
WHERE p."state" = 'contained' AND p."fromProposalId" IS NOT NULL AND NOT EXISTS (
  SELECT FROM "Event" e WHERE e."subjectType" = 'proposal' AND e."subjectId" = p."id"::text AND e."type" = 'proposal.contained');
ALTER TABLE "Proposal" ENABLE TRIGGER USER;

-- A proposal is divided once at a time: one rest beside those that went back into it.
CREATE UNIQUE INDEX "Proposal_one_rest" ON "Proposal" ("fromProposalId") WHERE "state" <> 'rejoined';

-- A proposal, those that it was left over from, and what was left of them and went back: what was said about it there is
-- said about it.
CREATE OR REPLACE FUNCTION proposal_line(proposal uuid) RETURNS TABLE ("proposalId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line("id") AS (
    SELECT proposal UNION
    SELECT near."id" FROM line l CROSS JOIN LATERAL (
      SELECT p."fromProposalId" AS "id" FROM "Proposal" p WHERE p."id" = l."id" AND p."fromProposalId" IS NOT NULL
      UNION ALL
      SELECT p."id" FROM "Proposal" p WHERE p."fromProposalId" = l."id" AND p."state" = 'rejoined'
    ) near
  )
  SELECT "id" FROM line
$$;

-- The texts that a revision only brought back, by undo, and itself.
CREATE FUNCTION brought_back(revision uuid) RETURNS TABLE ("revisionId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line("id") AS (
    SELECT revision UNION
    SELECT f."id" FROM line l JOIN "Decision" u ON u."revisionId" = l."id" AND u."kind" = 'undo'
    JOIN "Decision" d ON d."id" = u."undoesId" AND d."kind" IN ('accept', 'accept-part', 'revert') AND d."revisionId" <> l."id"
    JOIN "Revision" r ON r."id" = l."id" JOIN "RevisionPart" p ON p."revisionId" = l."id"
    JOIN "Revision" f ON f."id" = p."fromRevisionId" AND f."segmentId" = r."segmentId" AND f."textHash" = r."textHash"
  )
  SELECT "id" FROM line
$$;
