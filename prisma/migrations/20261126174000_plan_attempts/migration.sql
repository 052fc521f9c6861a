-- A planned publication that met with a passing trouble waits on: how often it was tried, what was the matter the last
-- time, and when it is tried again.
-- AlterTable
ALTER TABLE "PublicationPlan" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "retryAt" TIMESTAMPTZ(3),
ADD COLUMN     "trouble" TEXT;

ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_attempts_check"
  CHECK (("attempts" = 0) = ("trouble" IS NULL) AND ("trouble" IS NULL) = ("retryAt" IS NULL));
