-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "findings" JSONB;
