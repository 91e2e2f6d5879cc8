-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "people" (
    "id" SERIAL NOT NULL,
    "phone_hash" BYTEA,
    "phone" BYTEA,
    "language" TEXT,
    "question" JSONB,
    "question_at" TIMESTAMPTZ(3),
    "bad_number" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" SERIAL NOT NULL,
    "phone_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "method" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_texts" (
    "id" SERIAL NOT NULL,
    "carrier_id" TEXT NOT NULL,
    "person_id" INTEGER,
    "body" BYTEA,
    "body_hash" BYTEA NOT NULL,
    "verb" TEXT NOT NULL DEFAULT 'received',
    "dull" BOOLEAN NOT NULL DEFAULT false,
    "reply" BYTEA,
    "reply_segments" INTEGER NOT NULL DEFAULT 0,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound_texts" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "body" BYTEA,
    "segments" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "question" JSONB,
    "ask_id" INTEGER,
    "due_at" TIMESTAMPTZ(3),
    "not_after" TIMESTAMPTZ(3),
    "carrier_id" TEXT,
    "reason" TEXT,
    "sends" INTEGER NOT NULL DEFAULT 0,
    "look_ups" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbound_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posts" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "quantity" INTEGER,
    "remaining" INTEGER,
    "language" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "until_timed" BOOLEAN NOT NULL DEFAULT false,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "terms" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "posts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matches" (
    "need_id" INTEGER NOT NULL,
    "gift_id" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "matches_pkey" PRIMARY KEY ("need_id","gift_id")
);

-- CreateTable
CREATE TABLE "asks" (
    "id" SERIAL NOT NULL,
    "need_id" INTEGER NOT NULL,
    "gift_id" INTEGER NOT NULL,
    "giver_id" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "asks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "introductions" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "need_id" INTEGER NOT NULL,
    "gift_id" INTEGER NOT NULL,
    "needer_id" INTEGER NOT NULL,
    "giver_id" INTEGER NOT NULL,
    "quantity" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "introductions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mutes" (
    "muter_id" INTEGER NOT NULL,
    "muted_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mutes_pkey" PRIMARY KEY ("muter_id","muted_id")
);

-- CreateTable
CREATE TABLE "numbers" (
    "number" INTEGER NOT NULL,
    "digits" INTEGER NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "numbers_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "wake_at" TIMESTAMPTZ(3) NOT NULL,
    "wakes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "senders" (
    "name" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(6) NOT NULL,
    "halted_at" TIMESTAMPTZ(3),
    "halted_code" TEXT,

    CONSTRAINT "senders_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "inbox_entries" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER,
    "text_id" INTEGER,
    "reason" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cursors" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cursors_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_phone_hash_key" ON "people"("phone_hash");

-- CreateIndex
CREATE INDEX "consents_phone_hash_purpose_id_idx" ON "consents"("phone_hash", "purpose", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "inbound_texts_carrier_id_key" ON "inbound_texts"("carrier_id");

-- CreateIndex
CREATE INDEX "inbound_texts_person_id_received_at_idx" ON "inbound_texts"("person_id", "received_at");

-- CreateIndex
CREATE INDEX "inbound_texts_received_at_idx" ON "inbound_texts"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_texts_carrier_id_key" ON "outbound_texts"("carrier_id");

-- CreateIndex
CREATE INDEX "outbound_texts_person_id_created_at_idx" ON "outbound_texts"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "outbound_texts_created_at_idx" ON "outbound_texts"("created_at");

-- CreateIndex
CREATE INDEX "posts_number_idx" ON "posts"("number");

-- CreateIndex
CREATE INDEX "posts_person_id_idx" ON "posts"("person_id");

-- CreateIndex
CREATE INDEX "matches_gift_id_idx" ON "matches"("gift_id");

-- CreateIndex
CREATE INDEX "asks_need_id_idx" ON "asks"("need_id");

-- CreateIndex
CREATE INDEX "asks_gift_id_idx" ON "asks"("gift_id");

-- CreateIndex
CREATE INDEX "asks_giver_id_asked_at_idx" ON "asks"("giver_id", "asked_at");

-- CreateIndex
CREATE INDEX "introductions_number_idx" ON "introductions"("number");

-- CreateIndex
CREATE INDEX "introductions_need_id_idx" ON "introductions"("need_id");

-- CreateIndex
CREATE INDEX "introductions_gift_id_idx" ON "introductions"("gift_id");

-- CreateIndex
CREATE INDEX "introductions_needer_id_idx" ON "introductions"("needer_id");

-- CreateIndex
CREATE INDEX "introductions_giver_id_idx" ON "introductions"("giver_id");

-- CreateIndex
CREATE INDEX "numbers_digits_free_at_number_idx" ON "numbers"("digits", "free_at", "number");

-- CreateIndex
CREATE INDEX "outbox_wake_at_idx" ON "outbox"("wake_at");

-- CreateIndex
CREATE INDEX "outbox_name_subject_id_idx" ON "outbox"("name", "subject_id");

-- CreateIndex
CREATE INDEX "inbox_entries_closed_at_urgent_id_idx" ON "inbox_entries"("closed_at", "urgent", "id");

-- AddForeignKey
ALTER TABLE "inbound_texts" ADD CONSTRAINT "inbound_texts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_texts" ADD CONSTRAINT "outbound_texts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_texts" ADD CONSTRAINT "outbound_texts_ask_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "asks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matches" ADD CONSTRAINT "matches_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matches" ADD CONSTRAINT "matches_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asks" ADD CONSTRAINT "asks_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asks" ADD CONSTRAINT "asks_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asks" ADD CONSTRAINT "asks_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_gift_id_fkey" FOREIGN KEY ("gift_id") REFERENCES "posts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_needer_id_fkey" FOREIGN KEY ("needer_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_giver_id_fkey" FOREIGN KEY ("giver_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_muter_id_fkey" FOREIGN KEY ("muter_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_muted_id_fkey" FOREIGN KEY ("muted_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entries" ADD CONSTRAINT "inbox_entries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entries" ADD CONSTRAINT "inbox_entries_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "inbound_texts"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- By hand: what Prisma's schema cannot say. No semicolon inside a comment or a function: scripts are cut there.

-- Trigrams for the matcher's retrieval. Trusted: needs no superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A giver has one open ask: two needs planned at the same moment cannot both ask.
CREATE UNIQUE INDEX "asks_one_open_a_giver" ON "asks" ("giver_id") WHERE "state" = 'open';

-- The sender takes the best queued text and finds those whose fate is not known.
CREATE INDEX "outbound_texts_queued" ON "outbound_texts" ("priority", "id") WHERE "state" = 'queued';
CREATE INDEX "outbound_texts_in_doubt" ON "outbound_texts" ("due_at") WHERE "state" IN ('sending', 'unknown');
CREATE INDEX "outbound_texts_ask" ON "outbound_texts" ("ask_id") WHERE "ask_id" IS NOT NULL;

-- Retrieval over what is open, and only that.
CREATE INDEX "posts_open_trigrams" ON "posts" USING gin ("terms" gin_trgm_ops) WHERE "state" = 'open';
CREATE INDEX "posts_open_words" ON "posts" USING gin (to_tsvector('simple', "terms")) WHERE "state" = 'open';

ALTER TABLE "posts"
  ADD CONSTRAINT "posts_kind" CHECK ("kind" IN ('need', 'gift')),
  ADD CONSTRAINT "posts_state" CHECK ("state" IN ('open', 'filled', 'done', 'dropped', 'expired')),
  ADD CONSTRAINT "posts_remaining" CHECK ("remaining" BETWEEN 0 AND "quantity");
ALTER TABLE "asks"
  ADD CONSTRAINT "asks_state" CHECK ("state" IN ('open', 'yes', 'no', 'lapsed', 'withdrawn'));
ALTER TABLE "outbound_texts"
  ADD CONSTRAINT "outbound_texts_state" CHECK ("state" IN
    ('queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'failed', 'dropped'));

-- Numbers of two to four digits. The program adds longer ones when all are taken. Emergency numbers mean nothing else.
INSERT INTO "numbers" ("number", "digits", "free_at")
  SELECT n, length(n::text), '2000-01-01' FROM generate_series(10, 9999) AS n
  WHERE n NOT IN (112, 911, 999);

-- The shortest free number, longest free first. Taken ones are passed over without waiting, and the lock holds
-- until the caller's transaction ends.
CREATE FUNCTION next_free_number("moment" TIMESTAMPTZ) RETURNS INTEGER LANGUAGE sql VOLATILE AS $$
  SELECT coalesce(
    (SELECT number FROM numbers WHERE digits = 2 AND free_at <= moment ORDER BY free_at, number LIMIT 1 FOR UPDATE SKIP LOCKED),
    (SELECT number FROM numbers WHERE digits = 3 AND free_at <= moment ORDER BY free_at, number LIMIT 1 FOR UPDATE SKIP LOCKED),
    (SELECT number FROM numbers WHERE digits = 4 AND free_at <= moment ORDER BY free_at, number LIMIT 1 FOR UPDATE SKIP LOCKED),
    (SELECT number FROM numbers WHERE digits = 5 AND free_at <= moment ORDER BY free_at, number LIMIT 1 FOR UPDATE SKIP LOCKED),
    (SELECT number FROM numbers WHERE digits = 6 AND free_at <= moment ORDER BY free_at, number LIMIT 1 FOR UPDATE SKIP LOCKED),
    (SELECT number FROM numbers WHERE digits = 7 AND free_at <= moment ORDER BY free_at, number LIMIT 1 FOR UPDATE SKIP LOCKED)
  )
$$;

-- Whether this phone wants no texts: the newest line of the consent ledger decides.
CREATE FUNCTION is_out("phone" BYTEA) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT NOT granted FROM consents WHERE phone_hash = phone AND purpose = 'texts' ORDER BY id DESC LIMIT 1), false)
$$;
