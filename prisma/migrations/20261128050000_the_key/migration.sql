-- Which key this database is sealed with, told without giving it away.
CREATE TABLE "key_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "proof" BYTEA NOT NULL,
    "chain" BYTEA NOT NULL,

    CONSTRAINT "key_state_pkey" PRIMARY KEY ("id")
);

-- By hand: what Prisma's schema cannot say.
ALTER TABLE "key_state" ADD CONSTRAINT "key_state_one_row" CHECK ("id" = 1);
