-- AlterTable
ALTER TABLE "ProposalContributor" ADD COLUMN     "sinceVersion" INTEGER NOT NULL DEFAULT 1;

-- What Prisma's schema cannot say.

-- Editors are contributors since their first edit; whoever had written out the words in a comment, since the version
-- that took them over; everybody else since the first version.
UPDATE "ProposalContributor" c SET "sinceVersion" = coalesce(
  (SELECT min(v."version") FROM (
     SELECT "version", "cause", "byId" FROM "ProposalVersion" WHERE "proposalId" = c."proposalId"
     UNION ALL SELECT "version", "versionCause", "versionById" FROM "Proposal" WHERE "id" = c."proposalId") v
   WHERE v."cause" = 'edited' AND v."byId" = c."userId"),
  (SELECT min(v."version") FROM (
     SELECT "version", "targetText" FROM "ProposalVersion" WHERE "proposalId" = c."proposalId"
     UNION ALL SELECT "version", "targetText" FROM "Proposal" WHERE "id" = c."proposalId") v
   JOIN "Proposal" p ON p."id" = c."proposalId" JOIN "Proposal" o ON o."segmentId" = p."segmentId"
   JOIN "Thread" h ON h."proposalId" = o."id" JOIN "Comment" m ON m."threadId" = h."id"
   WHERE m."authorId" = c."userId" AND v."targetText" <> '' AND strpos(m."text", v."targetText") > 0), 1)
FROM "Proposal" written WHERE written."id" = c."proposalId" AND written."authorId" <> c."userId" AND written."version" > 1;

-- Whoever adds a contributor, it is one of the version that the proposal has now, and of those after it.
CREATE FUNCTION number_contributor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."sinceVersion" := coalesce((SELECT p."version" FROM "Proposal" p WHERE p."id" = NEW."proposalId"), 1);
  RETURN NEW;
END $$;
CREATE TRIGGER "ProposalContributor_since" BEFORE INSERT ON "ProposalContributor"
  FOR EACH ROW EXECUTE FUNCTION number_contributor();
