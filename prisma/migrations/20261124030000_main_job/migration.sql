-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ParagraphKind" AS ENUM ('paragraph', 'heading', 'list-item', 'quote', 'preformatted');

-- CreateEnum
CREATE TYPE "SegmentState" AS ENUM ('initial', 'translated', 'reviewed', 'final');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reader', 'translator', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('ready', 'saved', 'discarded');

-- CreateEnum
CREATE TYPE "RevisionOrigin" AS ENUM ('mt', 'tm', 'human');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "ProposalOrigin" AS ENUM ('translator', 'reader');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('accept', 'decline', 'withdraw', 'approve');

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "sourceLocale" TEXT NOT NULL,
    "codes" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paragraph" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ParagraphKind" NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,

    CONSTRAINT "Paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Translation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "documentId" UUID NOT NULL,
    "targetLocale" TEXT NOT NULL,
    "mtEngine" TEXT,
    "codes" JSONB NOT NULL DEFAULT '[]',
    "importedById" UUID NOT NULL,
    "publicationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetParagraph" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "translationId" UUID NOT NULL,
    "segmentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ParagraphKind" NOT NULL,
    "level" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,

    CONSTRAINT "TargetParagraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Segment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "translationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "state" "SegmentState" NOT NULL DEFAULT 'initial',
    "confidence" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "currentRevisionId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SegmentSource" (
    "translationId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "segmentId" UUID NOT NULL,

    CONSTRAINT "SegmentSource_pkey" PRIMARY KEY ("translationId","paragraphId")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "publishesUnreviewed" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("projectId","userId")
);

-- CreateTable
CREATE TABLE "Event" (
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "projectId" UUID,
    "actor" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'ready',
    "settings" JSONB NOT NULL,
    "source" JSONB NOT NULL,
    "target" JSONB NOT NULL,
    "beads" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "documentId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "translationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "targetLocale" TEXT NOT NULL,
    "reviewedShare" DOUBLE PRECISION NOT NULL,
    "snapshot" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "segmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "parentId" UUID,
    "targetText" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "origin" "RevisionOrigin" NOT NULL,
    "authorId" UUID,
    "proposalId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "segmentId" UUID NOT NULL,
    "baseRevisionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "origin" "ProposalOrigin" NOT NULL DEFAULT 'translator',
    "targetText" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "comment" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "state" "ProposalState" NOT NULL DEFAULT 'open',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,
    "idempotencyKey" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalContributor" (
    "proposalId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "ProposalContributor_pkey" PRIMARY KEY ("proposalId","userId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "DecisionKind" NOT NULL,
    "segmentId" UUID NOT NULL,
    "proposalId" UUID,
    "proposalVersion" INTEGER,
    "revisionId" UUID NOT NULL,
    "textHash" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "segmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "baseRevisionId" UUID NOT NULL,
    "targetText" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("segmentId","userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Document_slug_key" ON "Document"("slug");

-- CreateIndex
CREATE INDEX "Document_projectId_idx" ON "Document"("projectId");

-- CreateIndex
CREATE INDEX "Paragraph_documentId_position_idx" ON "Paragraph"("documentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Paragraph_documentId_number_key" ON "Paragraph"("documentId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_publicationId_key" ON "Translation"("publicationId");

-- CreateIndex
CREATE INDEX "Translation_importedById_idx" ON "Translation"("importedById");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_documentId_targetLocale_key" ON "Translation"("documentId", "targetLocale");

-- CreateIndex
CREATE INDEX "TargetParagraph_segmentId_idx" ON "TargetParagraph"("segmentId");

-- CreateIndex
CREATE UNIQUE INDEX "TargetParagraph_translationId_position_key" ON "TargetParagraph"("translationId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Segment_currentRevisionId_key" ON "Segment"("currentRevisionId");

-- CreateIndex
CREATE INDEX "Segment_translationId_position_idx" ON "Segment"("translationId", "position");

-- CreateIndex
CREATE INDEX "SegmentSource_segmentId_idx" ON "SegmentSource"("segmentId");

-- CreateIndex
CREATE INDEX "SegmentSource_paragraphId_idx" ON "SegmentSource"("paragraphId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Identity_userId_idx" ON "Identity"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_slug_key" ON "Project"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Event_subjectType_subjectId_idx" ON "Event"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Event_projectId_sequence_idx" ON "Event"("projectId", "sequence");

-- CreateIndex
CREATE INDEX "Import_userId_state_idx" ON "Import"("userId", "state");

-- CreateIndex
CREATE INDEX "Import_projectId_idx" ON "Import"("projectId");

-- CreateIndex
CREATE INDEX "Publication_publishedById_idx" ON "Publication"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_translationId_number_key" ON "Publication"("translationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_parentId_key" ON "Revision"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_proposalId_key" ON "Revision"("proposalId");

-- CreateIndex
CREATE INDEX "Revision_authorId_idx" ON "Revision"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_segmentId_number_key" ON "Revision"("segmentId", "number");

-- CreateIndex
CREATE INDEX "Proposal_segmentId_state_idx" ON "Proposal"("segmentId", "state");

-- CreateIndex
CREATE INDEX "Proposal_authorId_updatedAt_idx" ON "Proposal"("authorId", "updatedAt");

-- CreateIndex
CREATE INDEX "Proposal_baseRevisionId_idx" ON "Proposal"("baseRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_authorId_idempotencyKey_key" ON "Proposal"("authorId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "ProposalContributor_userId_idx" ON "ProposalContributor"("userId");

-- CreateIndex
CREATE INDEX "Decision_segmentId_idx" ON "Decision"("segmentId");

-- CreateIndex
CREATE INDEX "Decision_proposalId_idx" ON "Decision"("proposalId");

-- CreateIndex
CREATE INDEX "Decision_revisionId_idx" ON "Decision"("revisionId");

-- CreateIndex
CREATE INDEX "Decision_actorId_idx" ON "Decision"("actorId");

-- CreateIndex
CREATE INDEX "Draft_userId_idx" ON "Draft"("userId");

-- CreateIndex
CREATE INDEX "Draft_baseRevisionId_idx" ON "Draft"("baseRevisionId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_publicationId_fkey" FOREIGN KEY ("publicationId") REFERENCES "Publication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetParagraph" ADD CONSTRAINT "TargetParagraph_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetParagraph" ADD CONSTRAINT "TargetParagraph_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_currentRevisionId_fkey" FOREIGN KEY ("currentRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SegmentSource" ADD CONSTRAINT "SegmentSource_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SegmentSource" ADD CONSTRAINT "SegmentSource_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SegmentSource" ADD CONSTRAINT "SegmentSource_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_baseRevisionId_fkey" FOREIGN KEY ("baseRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalContributor" ADD CONSTRAINT "ProposalContributor_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalContributor" ADD CONSTRAINT "ProposalContributor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_baseRevisionId_fkey" FOREIGN KEY ("baseRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- Append-only tables. Nobody rewrites history, not even by accident.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'GL001';
END $$;

CREATE TRIGGER "Revision_append_only" BEFORE UPDATE OR DELETE ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Revision_no_truncate" BEFORE TRUNCATE ON "Revision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Decision_append_only" BEFORE UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Decision_no_truncate" BEFORE TRUNCATE ON "Decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_no_truncate" BEFORE TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Publication_append_only" BEFORE UPDATE OR DELETE ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Publication_no_truncate" BEFORE TRUNCATE ON "Publication"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "TargetParagraph_text_fixed" BEFORE UPDATE OF "text", "position" ON "TargetParagraph"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The chain of revisions: 1..n, each on the one before, within one segment.
CREATE FUNCTION check_revision_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent RECORD;
BEGIN
  IF NEW."parentId" IS NULL THEN
    IF NEW."number" <> 1 THEN
      RAISE EXCEPTION 'revision % has no parent', NEW."number" USING ERRCODE = 'GL004';
    END IF;
    RETURN NEW;
  END IF;
  SELECT "segmentId", "number" INTO parent FROM "Revision" WHERE "id" = NEW."parentId";
  IF parent."segmentId" IS DISTINCT FROM NEW."segmentId" OR NEW."number" <> parent."number" + 1 THEN
    RAISE EXCEPTION 'revision % does not follow its parent', NEW."number" USING ERRCODE = 'GL004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Revision_chain" BEFORE INSERT ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION check_revision_chain();
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_hash_is_of_text"
  CHECK ("textHash" = encode(sha256(convert_to("targetText", 'UTF8')), 'hex'));

-- Four eyes: nobody decides on their own words, whatever the application says.
CREATE FUNCTION check_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
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
    UNION ALL
    SELECT FROM "Revision" r
    WHERE NEW."kind" = 'approve' AND r."id" = NEW."revisionId" AND r."authorId" = NEW."actorId"
    UNION ALL
    SELECT FROM "Revision" r JOIN "ProposalContributor" c ON c."proposalId" = r."proposalId"
    WHERE NEW."kind" = 'approve' AND r."id" = NEW."revisionId" AND c."userId" = NEW."actorId"
  ) THEN
    RAISE EXCEPTION 'nobody decides on their own words' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_four_eyes" BEFORE INSERT ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION check_four_eyes();
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_decline_has_reason"
  CHECK ("kind" <> 'decline' OR length(btrim("note")) > 0);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_names_what_was_decided"
  CHECK (("kind" = 'approve') = ("proposalId" IS NULL));
-- One decision ends a proposal.
CREATE UNIQUE INDEX "Decision_one_per_proposal" ON "Decision" ("proposalId") WHERE "proposalId" IS NOT NULL;

-- A proposal that was decided stays as it was decided.
CREATE FUNCTION refuse_decided_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a decided proposal cannot be changed' USING ERRCODE = 'GL003';
END $$;
CREATE TRIGGER "Proposal_decided_is_final" BEFORE UPDATE ON "Proposal"
  FOR EACH ROW WHEN (OLD."state" <> 'open') EXECUTE FUNCTION refuse_decided_change();
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decided_by_another" CHECK (
  CASE "state"
    WHEN 'open' THEN "decidedById" IS NULL AND "decidedAt" IS NULL
    WHEN 'withdrawn' THEN "decidedById" = "authorId" AND "decidedAt" IS NOT NULL
    ELSE "decidedById" IS NOT NULL AND "decidedById" <> "authorId" AND "decidedAt" IS NOT NULL
  END
);
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decline_has_reason"
  CHECK ("state" <> 'declined' OR length(btrim(coalesce("decisionNote", ''))) > 0);
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_hash_is_of_text"
  CHECK ("textHash" = encode(sha256(convert_to("targetText", 'UTF8')), 'hex'));

-- The text that is current belongs to its own segment.
CREATE FUNCTION check_current_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."currentRevisionId" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Revision" r WHERE r."id" = NEW."currentRevisionId" AND r."segmentId" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'the current revision belongs to another segment' USING ERRCODE = 'GL004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Segment_current_revision" BEFORE UPDATE OF "currentRevisionId" ON "Segment"
  FOR EACH ROW EXECUTE FUNCTION check_current_revision();

ALTER TABLE "User" ADD CONSTRAINT "User_email_is_folded" CHECK ("email" = lower("email"));

-- The queue reads open proposals only.
CREATE INDEX "Proposal_open" ON "Proposal" ("createdAt") WHERE "state" = 'open';

-- A translator has one open proposal per segment and changes that one; reports of readers are not limited.
CREATE UNIQUE INDEX "Proposal_one_open_per_author" ON "Proposal" ("segmentId", "authorId")
  WHERE "state" = 'open' AND "origin" = 'translator';
