-- CreateEnum
CREATE TYPE "CarriedGrade" AS ENUM ('typography', 'spelling', 'changed');

-- DropIndex
DROP INDEX "Paragraph_documentId_number_key";

-- AlterTable
ALTER TABLE "Paragraph" ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "renewal" JSONB;

-- CreateTable
CREATE TABLE "CarriedSegment" (
    "segmentId" UUID NOT NULL,
    "fromSegmentId" UUID NOT NULL,
    "grade" "CarriedGrade" NOT NULL,
    "wasApproved" BOOLEAN NOT NULL,

    CONSTRAINT "CarriedSegment_pkey" PRIMARY KEY ("segmentId")
);

-- CreateIndex
CREATE INDEX "CarriedSegment_fromSegmentId_idx" ON "CarriedSegment"("fromSegmentId");

-- AddForeignKey
ALTER TABLE "CarriedSegment" ADD CONSTRAINT "CarriedSegment_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarriedSegment" ADD CONSTRAINT "CarriedSegment_fromSegmentId_fkey" FOREIGN KEY ("fromSegmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- Of the paragraphs that are not retired, one has a number and one has a place. Places are looked at when the
-- transaction ends: while paragraphs are put in, those behind them move.
CREATE UNIQUE INDEX "Paragraph_live_number" ON "Paragraph" ("documentId", "number") WHERE "retiredAt" IS NULL;
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_live_position"
  EXCLUDE USING btree ("documentId" WITH =, "position" WITH =) WHERE ("retiredAt" IS NULL) DEFERRABLE INITIALLY DEFERRED;
CREATE TRIGGER "Paragraph_text_fixed" BEFORE UPDATE OF "documentId", "number", "kind", "level", "text" ON "Paragraph"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "CarriedSegment_append_only" BEFORE UPDATE OR DELETE ON "CarriedSegment"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CarriedSegment_no_truncate" BEFORE TRUNCATE ON "CarriedSegment"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The rows of a translation are numbered without gap and hold every source paragraph that is not retired exactly once,
-- in the order of the source, and no other. Looked at once per translation when the transaction ends.
CREATE FUNCTION check_rows_of(translation uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  checked text := coalesce(current_setting('gegenlesen.checked_alignments', true), '');
BEGIN
  IF strpos(checked, translation::text) > 0 THEN
    RETURN;
  END IF;
  PERFORM set_config('gegenlesen.checked_alignments', checked || ' ' || translation::text, true);
  IF EXISTS (
    SELECT FROM "Segment" s WHERE s."translationId" = translation AND s."position" IS NOT NULL
    HAVING count(*) > 0 AND (min(s."position") <> 0 OR max(s."position") <> count(*) - 1)
  ) THEN
    RAISE EXCEPTION 'the rows are not numbered without gap' USING ERRCODE = 'GL005';
  END IF;
  IF EXISTS (
    SELECT FROM (
      SELECT q."position", q."retiredAt", lag(q."position") OVER (ORDER BY s."position", q."position") AS "before"
      FROM "Segment" s JOIN "SegmentSource" l ON l."segmentId" = s."id" JOIN "Paragraph" q ON q."id" = l."paragraphId"
      WHERE s."translationId" = translation AND s."position" IS NOT NULL
    ) ordered WHERE ordered."position" <= ordered."before" OR ordered."retiredAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the rows do not follow the source, or hold a paragraph twice, or a retired one' USING ERRCODE = 'GL005';
  END IF;
  IF EXISTS (
    SELECT FROM "Translation" t JOIN "Paragraph" q ON q."documentId" = t."documentId"
    WHERE t."id" = translation AND q."retiredAt" IS NULL AND NOT EXISTS (
      SELECT FROM "SegmentSource" l JOIN "Segment" s ON s."id" = l."segmentId"
      WHERE l."paragraphId" = q."id" AND s."translationId" = translation AND s."position" IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'a source paragraph is in no row' USING ERRCODE = 'GL005';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION check_alignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_rows_of(NEW."translationId");
  RETURN NULL;
END $$;

-- A source that changes must change in all translations.
CREATE FUNCTION check_source() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked text := coalesce(current_setting('gegenlesen.checked_sources', true), '');
BEGIN
  IF strpos(checked, NEW."documentId"::text) > 0 THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('gegenlesen.checked_sources', checked || ' ' || NEW."documentId"::text, true);
  PERFORM check_rows_of(t."id") FROM "Translation" t WHERE t."documentId" = NEW."documentId";
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Paragraph_alignment" AFTER INSERT OR UPDATE OF "position", "retiredAt" ON "Paragraph"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_source();
