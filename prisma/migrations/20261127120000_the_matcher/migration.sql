-- The matcher keeps open posts in memory: what it needs from here is which posts changed since it last looked.
DROP INDEX "posts_open_trigrams";
DROP INDEX "posts_open_words";
ALTER TABLE "posts" DROP COLUMN "terms";

-- The transaction that last opened, closed or changed a post. Whoever looks again from the oldest transaction that
-- was under way the last time misses nothing, in whatever order they commit.
ALTER TABLE "posts" ADD COLUMN "change" xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX "posts_change_idx" ON "posts" ("change");

-- Whether somebody is asked over the match, or it is a near miss for organizers to see.
ALTER TABLE "matches" ADD COLUMN "fits" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "matches" ALTER COLUMN "fits" DROP DEFAULT;

-- Fits that nobody could tell apart are equal.
CREATE FUNCTION alike("score" DOUBLE PRECISION) RETURNS INTEGER LANGUAGE sql IMMUTABLE AS $$
  SELECT floor(score * 20)::int
$$;

-- A number that nobody chose, the same for the same two: who comes first where nothing else decides.
CREATE FUNCTION lot("one" INTEGER, "other" INTEGER) RETURNS INTEGER LANGUAGE sql IMMUTABLE AS $$
  SELECT hashint8((one::bigint << 32) + other)
$$;
