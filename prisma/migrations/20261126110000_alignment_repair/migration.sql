-- AlterEnum
ALTER TYPE "RevisionOrigin" ADD VALUE 'mixed';

-- AlterTable
ALTER TABLE "Translation" ADD COLUMN     "alignmentVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "SegmentTarget" (
    "segmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "targetParagraphId" UUID NOT NULL,

    CONSTRAINT "SegmentTarget_pkey" PRIMARY KEY ("segmentId","position")
);

-- What the machine paragraphs said of their segment becomes links.
INSERT INTO "SegmentTarget" ("segmentId", "position", "targetParagraphId")
SELECT "segmentId", row_number() OVER (PARTITION BY "segmentId" ORDER BY "position") - 1, "id" FROM "TargetParagraph";

-- DropForeignKey
ALTER TABLE "TargetParagraph" DROP CONSTRAINT "TargetParagraph_segmentId_fkey";

-- DropIndex
DROP INDEX "TargetParagraph_segmentId_idx";

-- AlterTable
ALTER TABLE "TargetParagraph" DROP COLUMN "segmentId";

-- DropIndex
DROP INDEX "Segment_translationId_position_idx";

-- DropIndex
DROP INDEX "SegmentSource_segmentId_idx";

-- AlterTable
ALTER TABLE "Segment" ADD COLUMN     "pinned" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3),
ALTER COLUMN "position" DROP NOT NULL;

-- AlterTable
ALTER TABLE "SegmentSource" DROP CONSTRAINT "SegmentSource_pkey",
ADD CONSTRAINT "SegmentSource_pkey" PRIMARY KEY ("segmentId", "paragraphId");

-- CreateTable
CREATE TABLE "RevisionPart" (
    "revisionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fromRevisionId" UUID NOT NULL,
    "fromOffset" INTEGER NOT NULL,
    "toOffset" INTEGER NOT NULL,

    CONSTRAINT "RevisionPart_pkey" PRIMARY KEY ("revisionId","position")
);

-- CreateIndex
CREATE INDEX "SegmentTarget_targetParagraphId_idx" ON "SegmentTarget"("targetParagraphId");

-- CreateIndex
CREATE INDEX "RevisionPart_fromRevisionId_idx" ON "RevisionPart"("fromRevisionId");

-- CreateIndex
CREATE INDEX "SegmentSource_translationId_idx" ON "SegmentSource"("translationId");

-- AddForeignKey
ALTER TABLE "SegmentTarget" ADD CONSTRAINT "SegmentTarget_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SegmentTarget" ADD CONSTRAINT "SegmentTarget_targetParagraphId_fkey" FOREIGN KEY ("targetParagraphId") REFERENCES "TargetParagraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionPart" ADD CONSTRAINT "RevisionPart_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionPart" ADD CONSTRAINT "RevisionPart_fromRevisionId_fkey" FOREIGN KEY ("fromRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- One row per place. Deferred: while rows are put in, those behind them move.
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_translationId_position_key"
  UNIQUE ("translationId", "position") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_retired_has_no_place"
  CHECK (("position" IS NULL) = ("retiredAt" IS NOT NULL));
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_retired_is_not_pinned"
  CHECK (NOT ("pinned" AND "retiredAt" IS NOT NULL));

-- What a segment is made of, and where its first text comes from, is written once.
CREATE TRIGGER "SegmentSource_append_only" BEFORE UPDATE OR DELETE ON "SegmentSource"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SegmentSource_no_truncate" BEFORE TRUNCATE ON "SegmentSource"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SegmentTarget_append_only" BEFORE UPDATE OR DELETE ON "SegmentTarget"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SegmentTarget_no_truncate" BEFORE TRUNCATE ON "SegmentTarget"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RevisionPart_append_only" BEFORE UPDATE OR DELETE ON "RevisionPart"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RevisionPart_no_truncate" BEFORE TRUNCATE ON "RevisionPart"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The rows of a translation are numbered without gap and hold every source paragraph exactly once, in the order of
-- the source. Without nested loops: just after an import nothing is known of the tables' sizes.
CREATE FUNCTION assert_alignment(translation uuid) RETURNS void LANGUAGE plpgsql SET enable_nestloop TO off AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Segment" s WHERE s."translationId" = translation AND s."position" IS NOT NULL
    HAVING count(*) > 0 AND (min(s."position") <> 0 OR max(s."position") <> count(*) - 1)
  ) THEN
    RAISE EXCEPTION 'the rows are not numbered without gap' USING ERRCODE = 'GL005';
  END IF;
  IF EXISTS (
    SELECT FROM (
      SELECT q."position", lag(q."position") OVER (ORDER BY s."position", q."position") AS "before"
      FROM "Segment" s JOIN "SegmentSource" l ON l."segmentId" = s."id" JOIN "Paragraph" q ON q."id" = l."paragraphId"
      WHERE s."translationId" = translation AND s."position" IS NOT NULL AND l."translationId" = translation
    ) ordered WHERE ordered."position" <= ordered."before"
  ) THEN
    RAISE EXCEPTION 'the rows do not follow the source, or hold a paragraph twice' USING ERRCODE = 'GL005';
  END IF;
  IF (SELECT count(*) FROM "Translation" t JOIN "Paragraph" q ON q."documentId" = t."documentId" WHERE t."id" = translation)
     <> (SELECT count(*) FROM "SegmentSource" l JOIN "Segment" s ON s."id" = l."segmentId"
         WHERE l."translationId" = translation AND s."translationId" = translation AND s."position" IS NOT NULL) THEN
    RAISE EXCEPTION 'a source paragraph is in no row' USING ERRCODE = 'GL005';
  END IF;
END $$;

-- Looked at once per translation when the transaction ends, however many segments it touched.
CREATE FUNCTION check_alignment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked text := coalesce(current_setting('gegenlesen.checked_alignments', true), '');
BEGIN
  IF strpos(checked, NEW."translationId"::text) = 0 THEN
    PERFORM set_config('gegenlesen.checked_alignments', checked || ' ' || NEW."translationId"::text, true);
    PERFORM assert_alignment(NEW."translationId");
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Segment_alignment" AFTER INSERT OR UPDATE OF "position", "retiredAt" ON "Segment"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_alignment();

-- Everybody who wrote words of a text: its author and contributors, and those of the texts that it was put together from.
CREATE FUNCTION revision_writers(revision uuid) RETURNS TABLE ("userId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE whole("id") AS (
    SELECT revision UNION SELECT p."fromRevisionId" FROM whole w JOIN "RevisionPart" p ON p."revisionId" = w."id"
  )
  SELECT r."authorId" FROM whole w JOIN "Revision" r ON r."id" = w."id" WHERE r."authorId" IS NOT NULL
  UNION
  SELECT c."userId" FROM whole w JOIN "Revision" r ON r."id" = w."id"
  JOIN "ProposalContributor" c ON c."proposalId" = r."proposalId"
$$;

-- The retired segments that a segment came out of, through all repairs, without itself.
CREATE FUNCTION segment_ancestors(segment uuid) RETURNS TABLE ("segmentId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line("id") AS (
    SELECT segment UNION
    SELECT f."segmentId" FROM line l JOIN "Revision" r ON r."segmentId" = l."id" AND r."number" = 1
    JOIN "RevisionPart" p ON p."revisionId" = r."id" JOIN "Revision" f ON f."id" = p."fromRevisionId"
  )
  SELECT "id" FROM line WHERE "id" <> segment
$$;

-- May words of a person for a segment be based on this revision? On its own, on one of a segment that it came out of,
-- and on the one that their draft was brought along with.
CREATE FUNCTION is_base_for(segment uuid, revision uuid, person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM "Revision" r WHERE r."id" = revision
      AND (r."segmentId" = segment OR r."segmentId" IN (SELECT a."segmentId" FROM segment_ancestors(segment) a))
  ) OR EXISTS (
    SELECT FROM "Draft" d WHERE d."segmentId" = segment AND d."userId" = person AND d."baseRevisionId" = revision
  )
$$;

-- Four eyes, also over texts that a repair put together, and no approval of a row that is no more.
CREATE OR REPLACE FUNCTION check_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."kind" = 'withdraw' THEN
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
