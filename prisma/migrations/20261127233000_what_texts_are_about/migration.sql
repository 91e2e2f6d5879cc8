-- Texts know their gathering, a group's form its series, and sharers outlive the phone that they shared.

-- DropForeignKey
ALTER TABLE "people" DROP CONSTRAINT "people_via_id_fkey";

-- AlterTable
ALTER TABLE "outbound_texts" ADD COLUMN     "gathering_id" INTEGER;

-- AlterTable
ALTER TABLE "series" ADD COLUMN     "regular" BOOLEAN NOT NULL DEFAULT false;

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_via_id_fkey" FOREIGN KEY ("via_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_texts" ADD CONSTRAINT "outbound_texts_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gatherings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Beyond what the schema can say.
CREATE INDEX "outbound_texts_gathering" ON "outbound_texts" ("gathering_id") WHERE "gathering_id" IS NOT NULL;
CREATE UNIQUE INDEX "series_regular" ON "series" ("group_id") WHERE "regular" AND "closed_at" IS NULL;

-- What the form of a group wrote so far: weekly, without notes, named as the group is.
UPDATE "series" SET "regular" = true
WHERE "id" IN (
  SELECT DISTINCT ON (s."group_id") s."id"
  FROM "series" s JOIN "groups" g ON g."id" = s."group_id"
  WHERE s."closed_at" IS NULL AND s."format" = 'meeting' AND s."notes" = '' AND s."title" = g."name"
  ORDER BY s."group_id", s."id"
);
