-- Touchscreens and who let them act, the camp's map and its pins.

CREATE TABLE "kiosks" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "here" BOOLEAN NOT NULL DEFAULT false,
    "token_hash" BYTEA,
    "code_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "pixels_per_mm" DOUBLE PRECISION,
    "printer" TEXT,
    "pin_hash" BYTEA,
    "out_of_order_at" TIMESTAMPTZ(3),

    CONSTRAINT "kiosks_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "kiosks_token_hash_key" ON "kiosks"("token_hash");
CREATE UNIQUE INDEX "kiosks_code_hash_key" ON "kiosks"("code_hash");
-- One screen is this machine's own.
CREATE UNIQUE INDEX "kiosks_here_key" ON "kiosks"("here") WHERE "here";

INSERT INTO "kiosks" ("name", "here", "created_at", "approved_at") VALUES ('This machine', true, now(), now());

CREATE TABLE "camp_maps" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "picture" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "camp_maps_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "map_pins" (
    "id" SERIAL NOT NULL,
    "place" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "map_pins_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "map_pins_place_key" ON "map_pins"("place");

-- A call from a touchscreen for somebody to come: one that is open for each.
ALTER TABLE "inbox_entries" ADD COLUMN "kiosk_id" INTEGER REFERENCES "kiosks"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "inbox_entries_kiosk_call" ON "inbox_entries"("kiosk_id") WHERE "closed_at" IS NULL;
