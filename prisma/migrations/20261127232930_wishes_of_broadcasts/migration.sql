-- Whose wish a broadcast follows, and why the carrier did not deliver a text.

-- AlterTable
ALTER TABLE "outbound_texts" ADD COLUMN     "meaning" TEXT;

-- By hand: what Prisma's schema cannot say. No semicolon inside a comment or a function: scripts are cut there.
ALTER TABLE "outbound_texts" ADD CONSTRAINT "outbound_texts_meaning" CHECK ("meaning" IN
  ('opted-out', 'bad-number', 'filtered', 'not-reachable', 'too-late', 'no-route', 'busy', 'sender', 'other'));

-- The audience of a broadcast, of a correction the one of the first in its chain. Null where there is none.
CREATE FUNCTION root_audience("broadcast" INTEGER) RETURNS JSONB LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chain AS (
    SELECT id, audience FROM broadcasts WHERE id = broadcast
    UNION
    SELECT b.id, b.audience FROM chain c JOIN broadcasts b
      ON c.audience ->> 'kind' = 'same' AND b.id = (c.audience ->> 'broadcastId')::int
  )
  SELECT audience FROM chain WHERE audience ->> 'kind' <> 'same'
$$;

-- Who knows of which gathering from us. A text of a broadcast counts from when it is queued, so that whoever is about
-- to read of a gathering hears that it moved, and no more once it is certain that it did not arrive.
CREATE VIEW "knowing" AS
  SELECT gathering_id, person_id FROM told
  UNION
  SELECT b.gathering_id, o.person_id FROM broadcasts b JOIN outbound_texts o ON o.broadcast_id = b.id
  WHERE b.gathering_id IS NOT NULL AND o.state NOT IN ('dropped', 'failed');

-- Whether this person still wishes for texts about a gathering: by a reminder, an item of theirs, NEWS, or a group.
CREATE FUNCTION wants_of_gathering("who" INTEGER, "hash" BYTEA, "gathering" INTEGER) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM told WHERE gathering_id = gathering AND person_id = who AND remind)
    OR EXISTS (SELECT FROM items WHERE gathering_id = gathering AND person_id = who)
    OR coalesce((SELECT granted FROM consents WHERE phone_hash = hash AND purpose = 'news' ORDER BY id DESC LIMIT 1), false)
    OR EXISTS (SELECT FROM members m JOIN gatherings g ON g.group_id = m.group_id WHERE g.id = gathering AND m.person_id = who)
    OR EXISTS (SELECT FROM members m JOIN broadcasts b ON b.gathering_id = gathering
      WHERE m.person_id = who AND b.audience ->> 'kind' = 'groups' AND b.audience -> 'groupIds' @> to_jsonb(m.group_id))
$$;

-- Whether this person still wishes for what the broadcast is: asked of one person at a time, when a text is about to leave.
CREATE FUNCTION wants_broadcast("who" INTEGER, "hash" BYTEA, "broadcast" INTEGER) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT CASE root.audience ->> 'kind'
      WHEN 'news' THEN (SELECT granted FROM consents WHERE phone_hash = hash AND purpose = 'news' ORDER BY id DESC LIMIT 1)
      WHEN 'groups' THEN EXISTS (SELECT FROM members m WHERE m.person_id = who AND root.audience -> 'groupIds' @> to_jsonb(m.group_id))
      WHEN 'told' THEN wants_of_gathering(who, hash, (root.audience ->> 'gatheringId')::int) END
    FROM (SELECT root_audience(broadcast) AS audience) root
  ), false)
$$;
