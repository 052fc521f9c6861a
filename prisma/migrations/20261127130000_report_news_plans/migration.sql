-- One statement for each table: the condition of three in one has no plan that uses an index.
CREATE OR REPLACE FUNCTION note_report_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Proposal' THEN
    INSERT INTO "ReportNews" ("reportId")
    SELECT r."id" FROM "Report" r WHERE r."proposalId" = NEW."id" AND EXISTS (
      SELECT FROM "ReportReceipt" c JOIN "ReportMail" m ON m."tokenHash" = c."tokenHash"
      WHERE c."reportId" = r."id" AND m."endedAs" IS NULL);
  ELSIF TG_TABLE_NAME = 'Report' THEN
    INSERT INTO "ReportNews" ("reportId")
    SELECT r."id" FROM "Report" r WHERE r."id" = NEW."id" AND EXISTS (
      SELECT FROM "ReportReceipt" c JOIN "ReportMail" m ON m."tokenHash" = c."tokenHash"
      WHERE c."reportId" = r."id" AND m."endedAs" IS NULL);
  ELSE
    INSERT INTO "ReportNews" ("reportId")
    SELECT r."id" FROM "Report" r WHERE r."translationId" = NEW."id" AND EXISTS (
      SELECT FROM "ReportReceipt" c JOIN "ReportMail" m ON m."tokenHash" = c."tokenHash"
      WHERE c."reportId" = r."id" AND m."endedAs" IS NULL);
  END IF;
  RETURN NULL;
END $$;
