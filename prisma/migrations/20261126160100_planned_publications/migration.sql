-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('waiting', 'published', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "PublicationPlan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "translationId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "PlanState" NOT NULL DEFAULT 'waiting',
    "fault" JSONB,
    "plannedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublicationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "translationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublicationPlan_translationId_createdAt_idx" ON "PublicationPlan"("translationId", "createdAt");

-- CreateIndex
CREATE INDEX "PublicationPlan_plannedById_idx" ON "PublicationPlan"("plannedById");

-- CreateIndex
CREATE INDEX "PreviewLink_translationId_expiresAt_idx" ON "PreviewLink"("translationId", "expiresAt");

-- CreateIndex
CREATE INDEX "PreviewLink_createdById_idx" ON "PreviewLink"("createdById");

-- AddForeignKey
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_plannedById_fkey" FOREIGN KEY ("plannedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one waits for a translation, and what is due is found without looking at the rest.
CREATE UNIQUE INDEX "PublicationPlan_waiting_key" ON "PublicationPlan"("translationId") WHERE "state" = 'waiting';
CREATE INDEX "PublicationPlan_due_idx" ON "PublicationPlan"("dueAt") WHERE "state" = 'waiting';
ALTER TABLE "PublicationPlan" ADD CONSTRAINT "PublicationPlan_ended_check" CHECK (("state" = 'waiting') = ("endedAt" IS NULL));
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_expires_check" CHECK ("expiresAt" > "createdAt");
