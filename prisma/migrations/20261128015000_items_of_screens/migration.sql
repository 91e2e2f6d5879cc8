-- An item that was offered at a touchscreen: the same form sent twice is one item.
ALTER TABLE "items" ADD COLUMN "nonce_hash" BYTEA;

CREATE UNIQUE INDEX "items_nonce_hash_key" ON "items"("nonce_hash");
