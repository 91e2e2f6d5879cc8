-- A phone is shared once its owner said yes.

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "wants_via_id" INTEGER;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_wants_via_id_fkey" FOREIGN KEY ("wants_via_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: few share a phone, and each text with a number looks for them.
CREATE INDEX "people_via" ON "people" ("via_id") WHERE "via_id" IS NOT NULL;
CREATE INDEX "people_wants_via" ON "people" ("wants_via_id") WHERE "wants_via_id" IS NOT NULL;
