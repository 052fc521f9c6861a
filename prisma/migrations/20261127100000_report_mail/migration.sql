-- Readers who left an address hear what became of their report.
-- CreateEnum
CREATE TYPE "ReportMailEnd" AS ENUM ('told', 'stopped', 'failed', 'expired');

-- CreateTable
CREATE TABLE "ReportMail" (
    "tokenHash" TEXT NOT NULL,
    "address" TEXT,
    "token" TEXT,
    "uiLocale" TEXT NOT NULL,
    "told" TEXT NOT NULL DEFAULT 'waiting',
    "dueAt" TIMESTAMPTZ(3),
    "news" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "takenUntil" TIMESTAMPTZ(3),
    "endedAs" "ReportMailEnd",
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportMail_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "ReportNews" (
    "id" BIGSERIAL NOT NULL,
    "reportId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportNews_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReportMail_dueAt_idx" ON "ReportMail"("dueAt");

-- CreateIndex
CREATE INDEX "ReportMail_address_idx" ON "ReportMail"("address");

-- CreateIndex
CREATE INDEX "ReportNews_reportId_idx" ON "ReportNews"("reportId");

-- AddForeignKey
ALTER TABLE "ReportMail" ADD CONSTRAINT "ReportMail_tokenHash_fkey" FOREIGN KEY ("tokenHash") REFERENCES "ReportReceipt"("tokenHash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- An address is kept as long as there is something to tell, and not a moment longer.
ALTER TABLE "ReportMail" ADD CONSTRAINT "ReportMail_forgets_address" CHECK (
  CASE WHEN "endedAs" IS NULL THEN "address" IS NOT NULL AND "token" IS NOT NULL AND "endedAt" IS NULL
  ELSE "address" IS NULL AND "token" IS NULL AND "endedAt" IS NOT NULL AND "dueAt" IS NULL AND "takenUntil" IS NULL END
);

-- News are written by whatever changes the outcome of a report, in its own transaction. They are only added, so that
-- a decision never waits for somebody who sends mail; without a foreign key, because its lock on the report would be
-- taken after that of the row, and others take them the other way round.
CREATE FUNCTION note_report_news() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReportNews" ("reportId")
  SELECT r."id" FROM "Report" r
  WHERE CASE TG_TABLE_NAME
      WHEN 'Proposal' THEN r."proposalId" = NEW."id"
      WHEN 'Report' THEN r."id" = NEW."id"
      ELSE r."translationId" = NEW."id" END
    AND EXISTS (
      SELECT FROM "ReportReceipt" c JOIN "ReportMail" m ON m."tokenHash" = c."tokenHash"
      WHERE c."reportId" = r."id" AND m."endedAs" IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER "Proposal_report_news" AFTER UPDATE OF "state" ON "Proposal"
  FOR EACH ROW WHEN (NEW."state" <> OLD."state") EXECUTE FUNCTION note_report_news();
CREATE TRIGGER "Report_report_news" AFTER UPDATE OF "state", "proposalId" ON "Report"
  FOR EACH ROW EXECUTE FUNCTION note_report_news();
CREATE TRIGGER "Translation_report_news" AFTER UPDATE OF "publicationId" ON "Translation"
  FOR EACH ROW WHEN (NEW."publicationId" IS NOT NULL AND NEW."publicationId" IS DISTINCT FROM OLD."publicationId")
  EXECUTE FUNCTION note_report_news();
