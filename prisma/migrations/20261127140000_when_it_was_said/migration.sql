-- When a post's words were said: "tomorrow" in a post that was changed is the day after the change.
ALTER TABLE "posts" ADD COLUMN "said_at" TIMESTAMPTZ(3);
UPDATE "posts" SET "said_at" = "created_at";
ALTER TABLE "posts" ALTER COLUMN "said_at" SET NOT NULL;
