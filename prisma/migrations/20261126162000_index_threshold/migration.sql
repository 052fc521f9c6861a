-- AlterTable
ALTER TABLE "ProjectPolicy" ADD COLUMN "leastIndexed" INTEGER NOT NULL DEFAULT 50;

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN "leastIndexed" INTEGER NOT NULL DEFAULT 50;

ALTER TABLE "ProjectPolicy" ADD CONSTRAINT "ProjectPolicy_leastIndexed_check" CHECK ("leastIndexed" BETWEEN 0 AND 100);
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_leastIndexed_check" CHECK ("leastIndexed" BETWEEN 0 AND 100);
