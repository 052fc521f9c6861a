-- The words of a text are worked out once, when it is published, and not again for every search that ranks it.
-- AlterTable
ALTER TABLE "PublishedText" ADD COLUMN     "words" tsvector;
UPDATE "PublishedText" SET "words" = to_tsvector(search_language("locale"), "text");
ALTER TABLE "PublishedText" ALTER COLUMN "words" SET NOT NULL;

DROP INDEX "PublishedText_words_idx";
CREATE INDEX "PublishedText_words_idx" ON "PublishedText" USING gin ("words");
