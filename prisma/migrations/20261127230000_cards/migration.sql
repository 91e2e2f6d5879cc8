-- Gift cards, their moves and claims, slips, wrong guesses.

-- CreateTable
CREATE TABLE "card_batches" (
    "id" SERIAL NOT NULL,
    "kind" TEXT,
    "words" TEXT,
    "place" TEXT,
    "language" TEXT NOT NULL,
    "post_id" INTEGER,
    "carries_post" BOOLEAN NOT NULL DEFAULT false,
    "ends_at" TIMESTAMPTZ(3),
    "made_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "card_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cards" (
    "id" SERIAL NOT NULL,
    "batch_id" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "secrets" BYTEA,
    "post_id" INTEGER,
    "filled_at" TIMESTAMPTZ(3),
    "hands" INTEGER NOT NULL DEFAULT 0,
    "voided_at" TIMESTAMPTZ(3),
    "replaced_by_id" INTEGER,

    CONSTRAINT "cards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_moves" (
    "id" SERIAL NOT NULL,
    "card_id" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "reason" TEXT,
    "door" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_moves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_claims" (
    "id" SERIAL NOT NULL,
    "card_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "nonce_hash" BYTEA,

    CONSTRAINT "card_claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slips" (
    "id" SERIAL NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "post_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slips_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "card_misses" (
    "id" SERIAL NOT NULL,
    "key" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "card_misses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "cards_code_hash_key" ON "cards"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "cards_token_hash_key" ON "cards"("token_hash");

-- CreateIndex
CREATE INDEX "cards_post_id_idx" ON "cards"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "cards_batch_id_serial_key" ON "cards"("batch_id", "serial");

-- CreateIndex
CREATE INDEX "card_moves_card_id_id_idx" ON "card_moves"("card_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "card_claims_nonce_hash_key" ON "card_claims"("nonce_hash");

-- CreateIndex
CREATE INDEX "card_claims_card_id_idx" ON "card_claims"("card_id");

-- CreateIndex
CREATE INDEX "card_claims_post_id_idx" ON "card_claims"("post_id");

-- CreateIndex
CREATE UNIQUE INDEX "slips_code_hash_key" ON "slips"("code_hash");

-- CreateIndex
CREATE INDEX "slips_post_id_idx" ON "slips"("post_id");

-- CreateIndex
CREATE INDEX "card_misses_key_at_idx" ON "card_misses"("key", "at");

-- CreateIndex
CREATE INDEX "card_misses_at_idx" ON "card_misses"("at");

-- AddForeignKey
ALTER TABLE "card_batches" ADD CONSTRAINT "card_batches_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "card_batches"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cards" ADD CONSTRAINT "cards_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "cards"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_moves" ADD CONSTRAINT "card_moves_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "cards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_claims" ADD CONSTRAINT "card_claims_card_id_fkey" FOREIGN KEY ("card_id") REFERENCES "cards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "card_claims" ADD CONSTRAINT "card_claims_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slips" ADD CONSTRAINT "slips_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- CreateTable
CREATE TABLE "printers" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "stock" TEXT NOT NULL,
    "x_mm" DOUBLE PRECISION NOT NULL,
    "y_mm" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "printers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "printers_name_key" ON "printers"("name");
