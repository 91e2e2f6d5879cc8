-- What became of a scan that waited at a touchscreen for the connection, for who scans the slip that was given for it.

CREATE TABLE "late_scans" (
    "id" SERIAL NOT NULL,
    "nonce_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "outcome" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "late_scans_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "late_scans_nonce_hash_key" ON "late_scans"("nonce_hash");
CREATE INDEX "late_scans_code_hash_idx" ON "late_scans"("code_hash");
CREATE INDEX "late_scans_created_at_idx" ON "late_scans"("created_at");
