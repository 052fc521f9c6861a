-- CreateTable
CREATE TABLE "PublishedText" (
    "translationId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "PublishedText_pkey" PRIMARY KEY ("translationId","side","position")
);

-- AddForeignKey
ALTER TABLE "PublishedText" ADD CONSTRAINT "PublishedText_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PublishedText" ADD CONSTRAINT "PublishedText_side_check" CHECK ("side" IN ('source', 'target'));

-- How words of a language are brought to their stem. Languages without a dictionary are compared word by word.
CREATE FUNCTION search_language(locale text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE split_part(lower(locale), '-', 1)
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'da' THEN 'pg_catalog.danish'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END
$$;

CREATE INDEX "PublishedText_words_idx" ON "PublishedText" USING gin (to_tsvector(search_language("locale"), "text"));

-- What is published already can be found, too; publishing again replaces these rows.
INSERT INTO "PublishedText" ("translationId", "side", "position", "locale", "anchor", "text")
SELECT p."translationId", found."side", row_number() OVER (PARTITION BY p."id", found."side" ORDER BY found."at", found."within") - 1,
       p."snapshot" ->> (found."side" || 'Locale'), found."anchor", regexp_replace(found."text", '</?[0-9]{1,9}/?>', '', 'g')
FROM "Translation" t JOIN "Publication" p ON p."id" = t."publicationId",
  LATERAL (
    SELECT 'source' AS "side", s."at", q."within", 'p-' || (q."paragraph" ->> 'number') AS "anchor",
           q."paragraph" ->> 'text' AS "text"
    FROM jsonb_array_elements(p."snapshot" -> 'segments') WITH ORDINALITY s("segment", "at"),
         jsonb_array_elements(s."segment" -> 'sources') WITH ORDINALITY q("paragraph", "within")
    UNION ALL
    SELECT 'target', s."at", q."within", s."segment" ->> 'anchor', q."paragraph" ->> 'text'
    FROM jsonb_array_elements(p."snapshot" -> 'segments') WITH ORDINALITY s("segment", "at"),
         jsonb_array_elements(s."segment" -> 'target') WITH ORDINALITY q("paragraph", "within")
  ) found;
