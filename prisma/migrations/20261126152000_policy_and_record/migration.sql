-- CreateEnum
CREATE TYPE "SecondLookOutcome" AS ENUM ('confirmed', 'reopened');

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "ownWords" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "policyNumber" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ProjectPolicy" (
    "projectId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "fourEyes" BOOLEAN NOT NULL DEFAULT true,
    "approvals" INTEGER NOT NULL DEFAULT 1,
    "publisher" "Role" NOT NULL DEFAULT 'editor',
    "leastApproved" INTEGER NOT NULL DEFAULT 0,
    "refusesOpenProposals" BOOLEAN NOT NULL DEFAULT false,
    "secondEditor" BOOLEAN NOT NULL DEFAULT true,
    "changedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectPolicy_pkey" PRIMARY KEY ("projectId","number")
);

-- CreateTable
CREATE TABLE "EventSeal" (
    "eventSequence" BIGINT NOT NULL,
    "chain" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventSeal_pkey" PRIMARY KEY ("eventSequence")
);

-- CreateTable
CREATE TABLE "EventChain" (
    "chain" TEXT NOT NULL,
    "length" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventChain_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "Approval" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "segmentId" UUID NOT NULL,
    "proposalId" UUID,
    "revisionId" UUID NOT NULL,
    "textHash" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondLook" (
    "decisionId" UUID NOT NULL,
    "outcome" "SecondLookOutcome" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SecondLook_pkey" PRIMARY KEY ("decisionId")
);

-- CreateIndex
CREATE INDEX "ProjectPolicy_changedById_idx" ON "ProjectPolicy"("changedById");

-- CreateIndex
CREATE UNIQUE INDEX "EventSeal_chain_number_key" ON "EventSeal"("chain", "number");

-- CreateIndex
CREATE INDEX "Approval_segmentId_textHash_idx" ON "Approval"("segmentId", "textHash");

-- CreateIndex
CREATE INDEX "Approval_proposalId_idx" ON "Approval"("proposalId");

-- CreateIndex
CREATE INDEX "Approval_revisionId_idx" ON "Approval"("revisionId");

-- CreateIndex
CREATE INDEX "Approval_actorId_idx" ON "Approval"("actorId");

-- CreateIndex
CREATE INDEX "SecondLook_actorId_idx" ON "SecondLook"("actorId");

-- AddForeignKey
ALTER TABLE "ProjectPolicy" ADD CONSTRAINT "ProjectPolicy_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectPolicy" ADD CONSTRAINT "ProjectPolicy_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventSeal" ADD CONSTRAINT "EventSeal_eventSequence_fkey" FOREIGN KEY ("eventSequence") REFERENCES "Event"("sequence") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_segmentId_fkey" FOREIGN KEY ("segmentId") REFERENCES "Segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondLook" ADD CONSTRAINT "SecondLook_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondLook" ADD CONSTRAINT "SecondLook_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A project that published reviewed paragraphs only goes on doing so.
INSERT INTO "ProjectPolicy" ("projectId", "number", "leastApproved")
SELECT "id", 1, 100 FROM "Project" WHERE NOT "publishesUnreviewed";

-- AlterTable
ALTER TABLE "Project" DROP COLUMN "publishesUnreviewed";

-- What Prisma's schema cannot say.

CREATE TRIGGER "ProjectPolicy_append_only" BEFORE UPDATE OR DELETE ON "ProjectPolicy"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ProjectPolicy_no_truncate" BEFORE TRUNCATE ON "ProjectPolicy"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EventSeal_append_only" BEFORE UPDATE OR DELETE ON "EventSeal"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EventSeal_no_truncate" BEFORE TRUNCATE ON "EventSeal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Approval_append_only" BEFORE UPDATE OR DELETE ON "Approval"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Approval_no_truncate" BEFORE TRUNCATE ON "Approval"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SecondLook_append_only" BEFORE UPDATE OR DELETE ON "SecondLook"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SecondLook_no_truncate" BEFORE TRUNCATE ON "SecondLook"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EventChain_kept" BEFORE DELETE ON "EventChain"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EventChain_no_truncate" BEFORE TRUNCATE ON "EventChain"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "ProjectPolicy" ADD CONSTRAINT "ProjectPolicy_values" CHECK (
  "number" > 0 AND "approvals" BETWEEN 1 AND 3 AND "publisher" IN ('editor', 'admin')
  AND "leastApproved" BETWEEN 0 AND 100
);
-- A person approves a text once.
CREATE UNIQUE INDEX "Approval_once" ON "Approval"
  ("segmentId", "revisionId", "textHash", "actorId", (coalesce("proposalId", "segmentId")));

-- The hash of an event in its place. Every field as its length in bytes, a colon, its UTF-8 text and a comma; see
-- lib/core/record/event-hash.ts, which says the same without this.
CREATE FUNCTION event_hash(e "Event", number bigint, previous text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    string_agg(octet_length(convert_to(x.field, 'UTF8')) || ':' || x.field || ',', '' ORDER BY x.place), 'UTF8')), 'hex')
  FROM unnest(ARRAY[
    'gegenlesen-event-1', previous, number::text, e."sequence"::text, e."type", coalesce(e."projectId"::text, ''),
    e."actor", e."subjectType", e."subjectId", e."payload"::text,
    round(extract(epoch FROM e."createdAt") * 1000)::bigint::text
  ]) WITH ORDINALITY AS x (field, place)
$$;

-- Puts an event at the end of its chain. The row of the chain is the lock: writers of one project follow one another
-- from here to the end of their transactions.
CREATE FUNCTION append_seal(e "Event") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text := coalesce(e."projectId"::text, 'installation');
  head "EventChain";
  sealed text;
BEGIN
  SELECT * INTO head FROM "EventChain" WHERE "chain" = name FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "EventChain" ("chain", "length", "hash") VALUES (name, 0, '') ON CONFLICT ("chain") DO NOTHING;
    SELECT * INTO head FROM "EventChain" WHERE "chain" = name FOR UPDATE;
  END IF;
  sealed := event_hash(e, head."length" + 1, head."hash");
  UPDATE "EventChain" SET "length" = head."length" + 1, "hash" = sealed WHERE "chain" = name;
  INSERT INTO "EventSeal" ("eventSequence", "chain", "number", "previousHash", "hash")
  VALUES (e."sequence", name, head."length" + 1, head."hash", sealed);
END $$;

-- With the rights of the owner: nobody else may write seals.
CREATE FUNCTION seal_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM append_seal(NEW);
  RETURN NULL;
END $$;

-- What was published before there were chains is bound to what it says now.
INSERT INTO "Event" ("type", "projectId", "actor", "subjectType", "subjectId", "payload")
SELECT 'publication.sealed', d."projectId", 'system:migration', 'translation', t."id"::text,
       jsonb_build_object('publicationId', p."id", 'number', p."number",
                          'snapshotHash', encode(sha256(convert_to(p."snapshot"::text, 'UTF8')), 'hex'))
FROM "Publication" p JOIN "Translation" t ON t."id" = p."translationId" JOIN "Document" d ON d."id" = t."documentId"
ORDER BY p."createdAt", p."id";

DO $$
DECLARE
  e "Event";
BEGIN
  FOR e IN SELECT * FROM "Event" ORDER BY "sequence" LOOP
    PERFORM append_seal(e);
  END LOOP;
END $$;

-- When the transaction ends: then no other lock is waited for while the chain is held, and its order is that of the commits.
CREATE CONSTRAINT TRIGGER "Event_sealed" AFTER INSERT ON "Event"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_event();

-- The policy of the segment's project that counts now.
CREATE FUNCTION policy_of(segment uuid) RETURNS "ProjectPolicy" LANGUAGE plpgsql STABLE AS $$
DECLARE
  policy "ProjectPolicy";
BEGIN
  SELECT y.* INTO policy FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
  JOIN "Document" d ON d."id" = t."documentId" JOIN "ProjectPolicy" y ON y."projectId" = d."projectId"
  WHERE s."id" = segment ORDER BY y."number" DESC LIMIT 1;
  RETURN policy;
END $$;

-- Four eyes unless the policy says otherwise.
CREATE FUNCTION needs_four_eyes(segment uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((policy_of(segment))."fourEyes", true);
END $$;

-- Did the person import the segment, or write words of the proposal, or (without one) of the revision?
CREATE FUNCTION is_own_text(segment uuid, proposal uuid, revision uuid, person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
    WHERE s."id" = segment AND t."importedById" = person
    UNION ALL
    SELECT FROM "Proposal" p WHERE p."id" = proposal AND p."authorId" = person
    UNION ALL
    SELECT FROM "ProposalContributor" c WHERE c."proposalId" = proposal AND c."userId" = person
  ) OR (proposal IS NULL AND EXISTS (SELECT FROM revision_writers(revision) w WHERE w."userId" = person));
END $$;

-- Where a person works alone the rule of four eyes is off; everything else that it checks stays below.
DROP TRIGGER "Decision_four_eyes" ON "Decision";
CREATE TRIGGER "Decision_four_eyes" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (needs_four_eyes(NEW."segmentId")) EXECUTE FUNCTION check_four_eyes();

ALTER TABLE "Proposal" DROP CONSTRAINT "Proposal_decided_by_another";
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decided_by_somebody" CHECK (
  CASE "state"
    WHEN 'open' THEN "decidedById" IS NULL AND "decidedAt" IS NULL
    WHEN 'withdrawn' THEN "decidedById" = "authorId" AND "decidedAt" IS NOT NULL
    ELSE "decidedById" IS NOT NULL AND "decidedAt" IS NOT NULL
  END
);
CREATE FUNCTION check_decider() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF needs_four_eyes(NEW."segmentId") THEN
    RAISE EXCEPTION 'nobody decides on their own words' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Proposal_decided_by_another" BEFORE INSERT OR UPDATE ON "Proposal"
  FOR EACH ROW WHEN (NEW."state" IN ('accepted', 'declined') AND NEW."decidedById" = NEW."authorId")
  EXECUTE FUNCTION check_decider();

-- Every decision says which policy it was taken under and whether it was about the person's own words, and none that
-- approves comes before the approvals that the policy asks for.
CREATE FUNCTION apply_policy() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  policy "ProjectPolicy" := policy_of(NEW."segmentId");
  others int;
BEGIN
  NEW."policyNumber" := coalesce(policy."number", 0);
  NEW."ownWords" := NEW."kind" NOT IN ('withdraw')
    AND is_own_text(NEW."segmentId", NEW."proposalId", NEW."revisionId", NEW."actorId");
  IF NEW."kind" NOT IN ('accept', 'approve') THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM "Segment" s WHERE s."id" = NEW."segmentId" AND s."retiredAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'the row was re-aligned' USING ERRCODE = 'GL005';
  END IF;
  IF coalesce(policy."approvals", 1) > 1 THEN
    SELECT count(DISTINCT a."actorId") INTO others FROM "Approval" a
    WHERE a."segmentId" = NEW."segmentId" AND a."proposalId" IS NOT DISTINCT FROM NEW."proposalId"
      AND a."textHash" = NEW."textHash" AND a."actorId" <> NEW."actorId"
      AND a."revisionId" = coalesce(
        (SELECT p."baseRevisionId" FROM "Proposal" p WHERE p."id" = NEW."proposalId"), NEW."revisionId");
    IF others + 1 < policy."approvals" THEN
      RAISE EXCEPTION 'approvals are missing' USING ERRCODE = 'GL006';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_policy" BEFORE INSERT ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION apply_policy();

CREATE FUNCTION check_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF needs_four_eyes(NEW."segmentId")
     AND is_own_text(NEW."segmentId", NEW."proposalId", NEW."revisionId", NEW."actorId") THEN
    RAISE EXCEPTION 'nobody decides on their own words' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Approval_four_eyes" BEFORE INSERT ON "Approval"
  FOR EACH ROW EXECUTE FUNCTION check_approval();

-- A second look is one by a second person.
CREATE FUNCTION check_second_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Decision" d WHERE d."id" = NEW."decisionId" AND (d."actorId" = NEW."actorId"
      OR is_own_text(d."segmentId", d."proposalId", d."revisionId", NEW."actorId"))
  ) THEN
    RAISE EXCEPTION 'a second look is that of another person' USING ERRCODE = 'GL002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SecondLook_by_another" BEFORE INSERT ON "SecondLook"
  FOR EACH ROW EXECUTE FUNCTION check_second_look();

-- Gives a role of its own, with which the application connects, all that it needs and nothing that rewrites history:
-- tables that refuse changes by trigger are closed to it by right as well. See prisma/README.md.
CREATE FUNCTION grant_application(application name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  name text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', application);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', application);
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', application);
  FOR name IN
    SELECT DISTINCT c.relname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE g.tgfoid = 'refuse_change'::regproc AND g.tgtype & 8 <> 0 AND c.relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM %I', name, application);
  END LOOP;
  EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON "EventSeal", "EventChain", "_prisma_migrations" FROM %I', application);
END $$;

-- Words keep their writers, whoever sends them: a text that somebody else has written for this segment before, in
-- another proposal or as a revision, is theirs as well, and none of them decides on it.
CREATE FUNCTION name_contributors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ProposalContributor" ("proposalId", "userId")
  SELECT NEW."id", writer."userId" FROM (
    SELECT p."authorId" AS "userId" FROM "Proposal" p
    WHERE p."segmentId" = NEW."segmentId" AND p."textHash" = NEW."textHash"
    UNION
    SELECT c."userId" FROM "Proposal" p JOIN "ProposalContributor" c ON c."proposalId" = p."id"
    WHERE p."segmentId" = NEW."segmentId" AND p."textHash" = NEW."textHash"
    UNION
    SELECT w."userId" FROM "Revision" r CROSS JOIN LATERAL revision_writers(r."id") w
    WHERE r."segmentId" = NEW."segmentId" AND r."textHash" = NEW."textHash"
  ) writer ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER "Proposal_contributors" AFTER INSERT OR UPDATE OF "textHash" ON "Proposal"
  FOR EACH ROW EXECUTE FUNCTION name_contributors();
