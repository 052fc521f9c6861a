-- What Prisma's schema cannot say.

-- A decision and a change of the policy follow one another: the decision holds its project in share mode, as the last
-- but one lock of its transaction (after segment and proposal, before the chain), and what comes after reads the policy
-- that counts then. Whoever changes a policy waits for no segment and no proposal.
CREATE FUNCTION hold_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "Project" p WHERE p."id" = (
    SELECT d."projectId" FROM "Segment" s JOIN "Translation" t ON t."id" = s."translationId"
    JOIN "Document" d ON d."id" = t."documentId" WHERE s."id" = NEW."segmentId")
  FOR SHARE;
  RETURN NEW;
END $$;
-- The name makes it the first one.
CREATE TRIGGER "Decision_a_policy_held" BEFORE INSERT ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION hold_policy();

-- As needs_four_eyes, of the policy as it is now and not as it was when the statement began.
CREATE FUNCTION needs_four_eyes_now(segment uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN needs_four_eyes(segment);
END $$;
DROP TRIGGER "Decision_four_eyes" ON "Decision";
CREATE TRIGGER "Decision_four_eyes" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."kind" NOT IN ('undo', 'revert') AND needs_four_eyes_now(NEW."segmentId"))
  EXECUTE FUNCTION check_four_eyes();
