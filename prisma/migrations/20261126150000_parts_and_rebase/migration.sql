-- CreateEnum
CREATE TYPE "VersionCause" AS ENUM ('written', 'rebased', 'edited');

-- AlterEnum

ALTER TYPE "DecisionKind" ADD VALUE 'accept-part';

-- AlterEnum

ALTER TYPE "ProposalState" ADD VALUE 'divided';
ALTER TYPE "ProposalState" ADD VALUE 'contained';

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "hunks" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "fromProposalId" UUID,
ADD COLUMN     "versionById" UUID,
ADD COLUMN     "versionCause" "VersionCause" NOT NULL DEFAULT 'written';

-- CreateTable
CREATE TABLE "ProposalVersion" (
    "proposalId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "cause" "VersionCause" NOT NULL,
    "byId" UUID,
    "baseRevisionId" UUID NOT NULL,
    "targetText" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProposalVersion_pkey" PRIMARY KEY ("proposalId","version")
);

-- CreateIndex
CREATE INDEX "ProposalVersion_byId_idx" ON "ProposalVersion"("byId");

-- CreateIndex
CREATE INDEX "ProposalVersion_baseRevisionId_idx" ON "ProposalVersion"("baseRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_fromProposalId_key" ON "Proposal"("fromProposalId");

-- CreateIndex
CREATE INDEX "Proposal_versionById_idx" ON "Proposal"("versionById");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_versionById_fkey" FOREIGN KEY ("versionById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_fromProposalId_fkey" FOREIGN KEY ("fromProposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_baseRevisionId_fkey" FOREIGN KEY ("baseRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say. New values of an enum cannot be used in the transaction that adds them: as text.

-- Contained: closed by whoever moved the text, also if that is its author.
ALTER TABLE "Proposal" DROP CONSTRAINT "Proposal_decided_by_another";
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decided_by_another" CHECK (
  CASE "state"::text
    WHEN 'open' THEN "decidedById" IS NULL AND "decidedAt" IS NULL
    WHEN 'withdrawn' THEN "decidedById" = "authorId" AND "decidedAt" IS NOT NULL
    WHEN 'contained' THEN "decidedById" IS NOT NULL AND "decidedAt" IS NOT NULL
    ELSE "decidedById" IS NOT NULL AND "decidedById" <> "authorId" AND "decidedAt" IS NOT NULL
  END
);

ALTER TABLE "Decision" ADD CONSTRAINT "Decision_part_names_hunks"
  CHECK (("kind"::text = 'accept-part') = (coalesce(cardinality("hunks"), 0) > 0));

-- A part becomes the text of a row that still is one.
CREATE FUNCTION refuse_part_of_retired() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Segment" s WHERE s."id" = NEW."segmentId" AND s."retiredAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the row was re-aligned' USING ERRCODE = 'GL005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_part_of_row" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."kind"::text = 'accept-part') EXECUTE FUNCTION refuse_part_of_retired();

-- Whoever changes the text or the base of a proposal raises its version, and the version before is kept.
CREATE FUNCTION keep_proposal_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."version" <> OLD."version" + 1 THEN
    RAISE EXCEPTION 'version % of a proposal does not follow %', NEW."version", OLD."version" USING ERRCODE = 'GL004';
  END IF;
  INSERT INTO "ProposalVersion" ("proposalId", "version", "cause", "byId", "baseRevisionId", "targetText", "textHash",
                                 "comment", "createdAt", "replacedAt")
  VALUES (OLD."id", OLD."version", OLD."versionCause", OLD."versionById", OLD."baseRevisionId", OLD."targetText",
          OLD."textHash", OLD."comment", OLD."updatedAt", NEW."updatedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "Proposal_keeps_versions" AFTER UPDATE ON "Proposal"
  FOR EACH ROW WHEN (
    OLD."version" <> NEW."version" OR OLD."targetText" <> NEW."targetText" OR OLD."baseRevisionId" <> NEW."baseRevisionId"
  ) EXECUTE FUNCTION keep_proposal_version();
CREATE TRIGGER "ProposalVersion_append_only" BEFORE UPDATE OR DELETE ON "ProposalVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ProposalVersion_no_truncate" BEFORE TRUNCATE ON "ProposalVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_hash_is_of_text"
  CHECK ("textHash" = encode(sha256(convert_to("targetText", 'UTF8')), 'hex'));
