-- CreateTable
CREATE TABLE "PublicationClock" (
    "tag" TEXT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "PublicationClock_pkey" PRIMARY KEY ("tag")
);

-- CreateTable
CREATE TABLE "PublishedPage" (
    "path" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "headers" TEXT[],
    "hash" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "gzip" BYTEA,
    "brotli" BYTEA,
    "keptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublishedPage_pkey" PRIMARY KEY ("path","fingerprint")
);

-- CreateIndex
CREATE INDEX "PublishedPage_tag_fingerprint_idx" ON "PublishedPage"("tag", "fingerprint");

-- They are compressed already.
ALTER TABLE "PublishedPage" ALTER COLUMN "gzip" SET STORAGE EXTERNAL, ALTER COLUMN "brotli" SET STORAGE EXTERNAL;

INSERT INTO "PublicationClock" ("tag", "version")
SELECT '*', 1 UNION ALL SELECT DISTINCT d."slug", 1 FROM "Document" d JOIN "Translation" t ON t."documentId" = d."id"
WHERE t."publicationId" IS NOT NULL;

-- What is made from these tags is gone, and every instance hears of it, when this transaction commits. A page that is
-- being made meanwhile waits for the row of its clock and is then too late. "*" comes first, always: no deadlock.
CREATE FUNCTION touch_published(tags text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each text;
BEGIN
  FOREACH each IN ARRAY '{*}'::text[] || tags LOOP
    INSERT INTO "PublicationClock" ("tag", "version") VALUES (each, 1)
      ON CONFLICT ("tag") DO UPDATE SET "version" = "PublicationClock"."version" + 1;
    DELETE FROM "PublishedPage" WHERE "tag" = each;
    PERFORM pg_notify('published', each);
  END LOOP;
END $$;

CREATE FUNCTION translation_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM touch_published(ARRAY(SELECT "slug" FROM "Document" WHERE "id" = coalesce(NEW."documentId", OLD."documentId")));
  RETURN NULL;
END $$;

CREATE TRIGGER "Translation_published" AFTER UPDATE OF "publicationId" ON "Translation" FOR EACH ROW
  WHEN (OLD."publicationId" IS DISTINCT FROM NEW."publicationId") EXECUTE FUNCTION translation_published();
CREATE TRIGGER "Translation_published_new" AFTER INSERT ON "Translation" FOR EACH ROW
  WHEN (NEW."publicationId" IS NOT NULL) EXECUTE FUNCTION translation_published();
CREATE TRIGGER "Translation_published_gone" AFTER DELETE ON "Translation" FOR EACH ROW
  WHEN (OLD."publicationId" IS NOT NULL) EXECUTE FUNCTION translation_published();

-- Lists of articles show these as they are now.
CREATE FUNCTION document_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM touch_published(ARRAY(SELECT "tag" FROM "PublicationClock" WHERE "tag" IN (OLD."slug", NEW."slug") ORDER BY 1));
  RETURN NULL;
END $$;

CREATE TRIGGER "Document_renamed" AFTER UPDATE OF "slug", "title", "sourceLocale" ON "Document" FOR EACH ROW
  WHEN ((OLD."slug", OLD."title", OLD."sourceLocale") IS DISTINCT FROM (NEW."slug", NEW."title", NEW."sourceLocale"))
  EXECUTE FUNCTION document_renamed();

CREATE FUNCTION project_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM touch_published('{}');
  RETURN NULL;
END $$;

CREATE TRIGGER "Project_renamed" AFTER UPDATE OF "name" ON "Project" FOR EACH ROW
  WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION project_renamed();
