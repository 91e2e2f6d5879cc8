-- Who shares a phone is asked on it, one ask at a time for all of them.

-- AlterTable
ALTER TABLE "asks" ADD COLUMN     "phone_id" INTEGER;

-- Nobody but owners of phones was asked before.
UPDATE "asks" SET "phone_id" = "giver_id";
ALTER TABLE "asks" ALTER COLUMN "phone_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "asks_phone_id_asked_at_idx" ON "asks"("phone_id", "asked_at");

-- AddForeignKey
ALTER TABLE "asks" ADD CONSTRAINT "asks_phone_id_fkey" FOREIGN KEY ("phone_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say.
DROP INDEX "asks_one_open_a_giver";
CREATE UNIQUE INDEX "asks_one_open_a_phone" ON "asks" ("phone_id") WHERE "state" = 'open';
