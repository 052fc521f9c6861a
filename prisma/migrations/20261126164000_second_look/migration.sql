-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "sampleSeed" UUID NOT NULL DEFAULT gen_random_uuid();

-- AlterTable
ALTER TABLE "ProjectPolicy" ADD COLUMN     "secondLooks" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "SecondLookDue" (
    "decisionId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SecondLookDue_pkey" PRIMARY KEY ("decisionId")
);

-- AddForeignKey
ALTER TABLE "SecondLookDue" ADD CONSTRAINT "SecondLookDue_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "ProjectPolicy" ADD CONSTRAINT "ProjectPolicy_second_looks" CHECK ("secondLooks" BETWEEN 0 AND 100);
CREATE TRIGGER "SecondLookDue_append_only" BEFORE UPDATE OR DELETE ON "SecondLookDue"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SecondLookDue_no_truncate" BEFORE TRUNCATE ON "SecondLookDue"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Does a second editor look at this decision? Share in percent; see lib/core/review/second-look.ts.
CREATE FUNCTION is_sampled(seed uuid, decision uuid, share int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT ('x' || left(encode(sha256(convert_to(seed || ':' || decision, 'UTF8')), 'hex'), 8))::bit(32)::bigint * 100
         < share::bigint * 4294967296
$$;

-- Chosen with the approval, whoever sends it, and nobody can tell before: id and seed are random. Where one person
-- works alone there is nobody to look.
CREATE FUNCTION choose_second_look() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  policy "ProjectPolicy" := policy_of(NEW."segmentId");
  seed uuid;
BEGIN
  IF NOT coalesce(policy."fourEyes", true) OR coalesce(policy."secondLooks", 5) = 0 THEN
    RETURN NULL;
  END IF;
  SELECT p."sampleSeed" INTO seed FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
  JOIN "Document" d ON d."id" = t."documentId" JOIN "Project" p ON p."id" = d."projectId" WHERE s."id" = NEW."segmentId";
  IF is_sampled(seed, NEW."id", coalesce(policy."secondLooks", 5)) THEN
    INSERT INTO "SecondLookDue" ("decisionId", "createdAt") VALUES (NEW."id", NEW."createdAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Decision_second_look" AFTER INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."kind" IN ('accept', 'accept-part', 'approve')) EXECUTE FUNCTION choose_second_look();

-- By a second person who had no part in it, and only where the sample picked.
CREATE OR REPLACE FUNCTION check_second_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "SecondLookDue" x WHERE x."decisionId" = NEW."decisionId") THEN
    RAISE EXCEPTION 'nobody asked for a second look' USING ERRCODE = 'GL003';
  END IF;
  IF EXISTS (
    SELECT FROM "Decision" d WHERE d."id" = NEW."decisionId" AND (d."actorId" = NEW."actorId"
      OR is_own_text(d."segmentId", d."proposalId", d."revisionId", NEW."actorId")
      OR EXISTS (SELECT FROM revision_writers(d."revisionId") w WHERE w."userId" = NEW."actorId")
      OR EXISTS (SELECT FROM "Approval" a WHERE a."segmentId" = d."segmentId" AND a."textHash" = d."textHash"
                 AND a."proposalId" IS NOT DISTINCT FROM d."proposalId" AND a."actorId" = NEW."actorId"))
  ) THEN
    RAISE EXCEPTION 'a second look is that of another person' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE "SecondLook" ADD CONSTRAINT "SecondLook_says_why"
  CHECK ("outcome" <> 'reopened' OR length(btrim("note")) > 0);
