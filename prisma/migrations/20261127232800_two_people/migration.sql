-- Roles that their phone takes on, and by whose hand, and who was asked to release a broadcast.

-- AlterTable
ALTER TABLE "roles" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "granted_by_id" INTEGER;

-- What was given before holds on.
UPDATE "roles" SET "accepted_at" = "granted_at";

-- AlterTable
ALTER TABLE "broadcasts" ADD COLUMN     "asked_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "declined_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[];
