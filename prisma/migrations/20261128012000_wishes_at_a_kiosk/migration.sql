-- What somebody at a touchscreen wants once their phone says 1, and what they take from the board.

CREATE TABLE "wishes" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "wish" BYTEA,
    "nonce_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "wishes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wishes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "wishes_nonce_hash_key" ON "wishes"("nonce_hash");
CREATE INDEX "wishes_person_id_created_at_idx" ON "wishes"("person_id", "created_at");
CREATE INDEX "wishes_created_at_idx" ON "wishes"("created_at");

ALTER TABLE "posts" ADD COLUMN "stands_in" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "matches" ADD COLUMN "chosen" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "slips" ADD COLUMN "nonce_hash" BYTEA;
CREATE INDEX "slips_nonce_hash_idx" ON "slips"("nonce_hash");
