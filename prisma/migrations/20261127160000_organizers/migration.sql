-- Organizers: roles, groups, gatherings, agenda, broadcasts.

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3),
ADD COLUMN     "handle" TEXT,
ADD COLUMN     "via_id" INTEGER;

-- AlterTable
ALTER TABLE "outbound_texts" ADD COLUMN     "broadcast_id" INTEGER;

-- AlterTable
ALTER TABLE "posts" ADD COLUMN     "group_id" INTEGER,
ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "off_board" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "inbox_entries" ADD COLUMN     "closed_by_id" INTEGER;

-- CreateTable
CREATE TABLE "roles" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "group_id" INTEGER,
    "name" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "misses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" SERIAL NOT NULL,
    "hash" BYTEA NOT NULL,
    "person_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" SERIAL NOT NULL,
    "actor_id" INTEGER,
    "actor_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" SERIAL NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "interests" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "active_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "group_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("group_id","person_id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER,
    "format" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "rule" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "planned_to" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gatherings" (
    "id" SERIAL NOT NULL,
    "series_id" INTEGER,
    "group_id" INTEGER,
    "format" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gatherings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "told" (
    "gathering_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "remind" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_pkey" PRIMARY KEY ("gathering_id","person_id")
);

-- CreateTable
CREATE TABLE "items" (
    "id" SERIAL NOT NULL,
    "gathering_id" INTEGER,
    "person_id" INTEGER,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'offered',
    "into_id" INTEGER,
    "group_id" INTEGER,
    "place" INTEGER NOT NULL DEFAULT 0,
    "minutes" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "broadcasts" (
    "id" SERIAL NOT NULL,
    "words" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "gathering_id" INTEGER,
    "corrects_id" INTEGER,
    "created_by_id" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "released_by_id" INTEGER,
    "released_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3),
    "not_after" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "starts_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "broadcasts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "roles_person_id_idx" ON "roles"("person_id");

-- CreateIndex
CREATE INDEX "roles_role_expires_at_idx" ON "roles"("role", "expires_at");

-- CreateIndex
CREATE INDEX "sign_ins_person_id_created_at_idx" ON "sign_ins"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "sign_ins_hash_idx" ON "sign_ins"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_hash_key" ON "sessions"("hash");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE UNIQUE INDEX "groups_number_key" ON "groups"("number");

-- CreateIndex
CREATE INDEX "members_person_id_idx" ON "members"("person_id");

-- CreateIndex
CREATE INDEX "gatherings_starts_at_idx" ON "gatherings"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "gatherings_series_id_starts_at_key" ON "gatherings"("series_id", "starts_at");

-- CreateIndex
CREATE INDEX "told_person_id_idx" ON "told"("person_id");

-- CreateIndex
CREATE INDEX "items_gathering_id_idx" ON "items"("gathering_id");

-- CreateIndex
CREATE INDEX "broadcasts_state_idx" ON "broadcasts"("state");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_texts_broadcast_id_person_id_key" ON "outbound_texts"("broadcast_id", "person_id");

-- AddForeignKey
ALTER TABLE "people" ADD CONSTRAINT "people_via_id_fkey" FOREIGN KEY ("via_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_texts" ADD CONSTRAINT "outbound_texts_broadcast_id_fkey" FOREIGN KEY ("broadcast_id") REFERENCES "broadcasts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roles" ADD CONSTRAINT "roles_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roles" ADD CONSTRAINT "roles_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series" ADD CONSTRAINT "series_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told" ADD CONSTRAINT "told_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gatherings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told" ADD CONSTRAINT "told_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gatherings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "items"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "gatherings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "broadcasts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what Prisma's schema cannot say. No semicolon inside a comment or a function: scripts are cut there.
ALTER TABLE "outbound_texts" DROP CONSTRAINT "outbound_texts_state";
ALTER TABLE "outbound_texts"
  ADD CONSTRAINT "outbound_texts_state" CHECK ("state" IN
    ('queued', 'held', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'failed', 'dropped'));

-- When the next text comes due, however many are queued.
CREATE INDEX "outbound_texts_next_due" ON "outbound_texts" ("due_at") WHERE "state" = 'queued' AND "question" IS NULL;
CREATE INDEX "outbound_texts_menus" ON "outbound_texts" ("person_id") WHERE "state" = 'queued' AND "question" IS NOT NULL;

ALTER TABLE "roles"
  ADD CONSTRAINT "roles_role" CHECK ("role" IN ('organizer', 'convenor', 'helper')),
  ADD CONSTRAINT "roles_group" CHECK (("role" = 'convenor') = ("group_id" IS NOT NULL));
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_kind" CHECK ("kind" IN ('code', 'link'));
ALTER TABLE "items"
  ADD CONSTRAINT "items_state" CHECK ("state" IN ('offered', 'accepted', 'merged', 'sent', 'declined'));
ALTER TABLE "broadcasts"
  ADD CONSTRAINT "broadcasts_state" CHECK ("state" IN
    ('draft', 'waiting', 'released', 'sending', 'paused', 'stopped')),
  ADD CONSTRAINT "broadcasts_two_people" CHECK ("released_by_id" <> "created_by_id");
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_time" CHECK ("ends_at" > "starts_at");
