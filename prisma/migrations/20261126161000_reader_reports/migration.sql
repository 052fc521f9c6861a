-- Readers report errors in what was published.
-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('open', 'answered', 'declined');

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "translationId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "anchor" TEXT NOT NULL,
    "segmentId" UUID NOT NULL,
    "passage" TEXT NOT NULL,
    "reason" TEXT,
    "remark" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "reporterId" UUID,
    "proposalId" UUID,
    "state" "ReportState" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportReceipt" (
    "tokenHash" TEXT NOT NULL,
    "reportId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportReceipt_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "Report_translationId_state_idx" ON "Report"("translationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Report_publicationId_contentHash_key" ON "Report"("publicationId", "contentHash");

-- CreateIndex
CREATE INDEX "Report_segmentId_idx" ON "Report"("segmentId");

-- CreateIndex
CREATE INDEX "Report_reporterId_idx" ON "Report"("reporterId");

-- CreateIndex
CREATE INDEX "Report_proposalId_idx" ON "Report"("proposalId");

-- CreateIndex
CREATE INDEX "Report_settledById_idx" ON "Report"("settledById");

-- CreateIndex
CREATE INDEX "ReportReceipt_reportId_idx" ON "ReportReceipt"("reportId");

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportReceipt" ADD CONSTRAINT "ReportReceipt_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "Report" ADD CONSTRAINT "Report_says_something"
  CHECK (length(btrim("remark")) > 0 OR length(btrim("wording")) > 0 OR "reason" IS NOT NULL);
ALTER TABLE "Report" ADD CONSTRAINT "Report_settled_by_somebody" CHECK (
  CASE "state" WHEN 'open' THEN "settledById" IS NULL AND "settledAt" IS NULL AND "answer" IS NULL
  ELSE "settledById" IS NOT NULL AND "settledAt" IS NOT NULL AND length(btrim("answer")) > 0 END
);

-- What was reported stays as it was reported, and an answer stays as it was given.
CREATE FUNCTION refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."state" <> 'open'
     OR (OLD."translationId", OLD."publicationId", OLD."anchor", OLD."segmentId", OLD."passage", OLD."remark",
         OLD."wording", OLD."contentHash", OLD."createdAt")
        IS DISTINCT FROM (NEW."translationId", NEW."publicationId", NEW."anchor", NEW."segmentId", NEW."passage",
         NEW."remark", NEW."wording", NEW."contentHash", NEW."createdAt")
     OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."reporterId" IS DISTINCT FROM NEW."reporterId" THEN
    RAISE EXCEPTION 'what was reported cannot be changed' USING ERRCODE = 'GL001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Report_kept" BEFORE UPDATE OR DELETE ON "Report"
  FOR EACH ROW EXECUTE FUNCTION refuse_report_change();

-- The row that a row of a translation is now: itself, or, if a repair has retired it, the one with its first source paragraph.
CREATE FUNCTION row_now(segment uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT s."id" FROM "Segment" s WHERE s."id" = segment AND s."retiredAt" IS NULL),
    (SELECT s."id" FROM "SegmentSource" l JOIN "Paragraph" q ON q."id" = l."paragraphId"
     JOIN "Paragraph" same ON same."documentId" = q."documentId" AND same."number" = q."number"
     JOIN "SegmentSource" k ON k."paragraphId" = same."id" AND k."translationId" = l."translationId"
     JOIN "Segment" s ON s."id" = k."segmentId" AND s."retiredAt" IS NULL
     WHERE l."segmentId" = segment ORDER BY q."position", s."position" LIMIT 1),
    segment)
$$;

-- The words of a reader without an account are of somebody whom nobody knows: it may be the very person who decides. So
-- the decider is not the second pair of eyes. Somebody else who is known has approved exactly this text, or has written
-- in it; a part of it is a text that nobody else has seen.
CREATE FUNCTION lacks_known_eyes(proposal uuid, person uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM "Proposal" p WHERE p."id" = proposal AND p."authorId" = '00000000-0000-8000-8000-000000000001'
      AND needs_four_eyes(p."segmentId")
      AND NOT EXISTS (
        SELECT FROM "ProposalContributor" c
        WHERE c."proposalId" = p."id" AND c."userId" NOT IN (p."authorId", person))
  );
END $$;

CREATE FUNCTION check_known_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF lacks_known_eyes(NEW."proposalId", NEW."actorId") AND (NEW."kind" <> 'accept' OR NOT EXISTS (
    SELECT FROM "Approval" a JOIN "Proposal" p ON p."id" = a."proposalId"
    WHERE a."proposalId" = NEW."proposalId" AND a."textHash" = NEW."textHash" AND a."actorId" <> NEW."actorId"
      AND a."revisionId" = p."baseRevisionId"
  )) THEN
    RAISE EXCEPTION 'approvals are missing' USING ERRCODE = 'GL006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_known_eyes" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."kind" IN ('accept', 'accept-part')) EXECUTE FUNCTION check_known_eyes();
