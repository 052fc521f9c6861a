-- What Prisma's schema cannot say.

-- Undo and revert approve nothing, whatever the policy: the four eyes are those of the decisions that they leave in force.
DROP TRIGGER "Decision_four_eyes" ON "Decision";
CREATE TRIGGER "Decision_four_eyes" BEFORE INSERT ON "Decision"
  FOR EACH ROW WHEN (NEW."kind" NOT IN ('undo', 'revert') AND needs_four_eyes(NEW."segmentId"))
  EXECUTE FUNCTION check_four_eyes();
