-- How big the picture is in pixels: pins are shares of it, and it is drawn before it is there.
ALTER TABLE "camp_maps" ADD COLUMN "width" INTEGER NOT NULL DEFAULT 1, ADD COLUMN "height" INTEGER NOT NULL DEFAULT 1;
