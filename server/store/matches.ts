import type { PostKind } from "#server/domain/post.ts";
import type { Match } from "#server/matching/find-matches.ts";
import type { Db } from "./db.ts";

type OwnPost = { readonly id: number; readonly kind: PostKind; readonly personId: number };

/** The open posts that a post is kept as matched with. */
export async function matchedWith(db: Db, { id }: OwnPost): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT o.id FROM matches m JOIN posts o ON o.id = m.need_id + m.gift_id - ${id}::int AND o.state = 'open'
    WHERE ${id} IN (m.need_id, m.gift_id)`;
  return rows.map((row) => row.id);
}

/**
 * Keeps what a post is matched with, in place of those in `before`. What another job matched it with meanwhile stays:
 * this one has not seen that post. Posts that are not open any more, and the person's own, are left out: returns
 * those that were kept.
 */
export async function saveMatches(
  db: Db,
  post: OwnPost,
  { before, found: matches }: { readonly before: readonly number[]; readonly found: readonly Match[] },
  now: Date,
): Promise<ReadonlySet<number>> {
  const inOrder = matches.toSorted((a, b) => a.id - b.id);
  const ids = inOrder.map((match) => match.id);
  const isNeed = post.kind === "need";
  const over = before.filter((id) => !ids.includes(id));
  await db.$executeRaw`
    DELETE FROM matches
    WHERE (CASE WHEN ${isNeed} THEN need_id ELSE gift_id END) = ${post.id}
      AND (CASE WHEN ${isNeed} THEN gift_id ELSE need_id END) = ANY (${over}::int[]) AND NOT chosen`;
  if (ids.length === 0) return new Set();
  const kept = await db.$queryRaw<{ id: number }[]>`
    WITH found AS (
      SELECT o.id, f.score, f.fits, f.reasons
      FROM unnest(${ids}::int[], ${inOrder.map((match) => match.probability)}::float8[],
        ${inOrder.map((match) => match.fits)}::boolean[],
        ${inOrder.map((match) => JSON.stringify(match.reasons))}::text[]) AS f (id, score, fits, reasons)
      JOIN posts o ON o.id = f.id AND o.state = 'open' AND o.hidden_at IS NULL AND o.expires_at > ${now}::timestamptz
        AND o.person_id <> ${post.personId}
    ), kept AS (
      INSERT INTO matches (need_id, gift_id, score, fits, reasons)
      SELECT CASE WHEN ${isNeed} THEN ${post.id} ELSE id END, CASE WHEN ${isNeed} THEN id ELSE ${post.id} END,
        score, fits, reasons::jsonb
      FROM found ORDER BY id
      ON CONFLICT (need_id, gift_id) DO UPDATE
        SET score = greatest(excluded.score, CASE WHEN matches.chosen THEN 1 END), fits = excluded.fits OR matches.chosen,
          reasons = excluded.reasons
    )
    SELECT id FROM found`;
  return new Set(kept.map((row) => row.id));
}

/** Somebody asks for this very gift: its giver is asked first, whatever the matcher thinks of the two. */
export async function chooseMatch(db: Db, needId: number, giftId: number): Promise<void> {
  await db.match.create({ data: { needId, giftId, score: 1, fits: true, reasons: [], chosen: true } });
}

/**
 * Open needs that wait for this giver, or for whoever shares a phone with them, matched with an open gift of theirs: the
 * best fits first, of equal ones those that wait since an earlier day, and of those by lot. None while their phone has
 * an ask to answer.
 */
export async function needsWaitingFor(db: Db, giverId: number, timeZone: string): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ needId: number }[]>`
    WITH phone AS (SELECT coalesce(via_id, id) AS id FROM people WHERE id = ${giverId}),
    givers AS (SELECT id FROM phone UNION SELECT p.id FROM people p JOIN phone ON p.via_id = phone.id)
    SELECT m.need_id AS "needId" FROM matches m
    JOIN posts g ON g.id = m.gift_id AND g.person_id IN (SELECT id FROM givers) AND g.state = 'open'
    JOIN posts n ON n.id = m.need_id AND n.state = 'open'
    WHERE m.fits
      AND NOT EXISTS (SELECT FROM asks a WHERE a.need_id = n.id AND a.giver_id = g.person_id AND a.state <> 'withdrawn')
      AND NOT EXISTS (SELECT FROM asks a JOIN phone ON a.phone_id = phone.id WHERE a.state = 'open')
    GROUP BY m.need_id, n.created_at
    ORDER BY alike(max(m.score)) DESC, date_trunc('day', n.created_at, ${timeZone}), lot(m.need_id, ${giverId}) LIMIT 20`;
  return rows.map((row) => row.needId);
}

/** How many givers with a phone fit an open need and were not asked for it: busy, or asked enough for today. */
export async function unaskedGivers(db: Db, needId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT g.person_id)::int AS count FROM matches m
    JOIN posts n ON n.id = m.need_id
    JOIN posts g ON g.id = m.gift_id AND g.state = 'open' AND g.person_id <> n.person_id
    JOIN people p ON p.id = g.person_id AND (p.phone_hash IS NOT NULL OR p.via_id IS NOT NULL)
    WHERE m.need_id = ${needId} AND m.fits
      AND NOT EXISTS (SELECT FROM asks a WHERE a.need_id = m.need_id AND a.giver_id = g.person_id AND a.state <> 'withdrawn')`;
  return row?.count ?? 0;
}

/** Open asks over a post that it does not fit any more since it was changed, and the needs they were for. */
export async function asksThatFitNoMore(
  db: Db,
  postId: number,
): Promise<readonly { id: number; needId: number }[]> {
  return db.$queryRaw<{ id: number; needId: number }[]>`
    SELECT a.id, a.need_id AS "needId" FROM asks a
    WHERE a.state = 'open' AND ${postId} IN (a.need_id, a.gift_id)
      AND NOT EXISTS (SELECT FROM matches m WHERE m.need_id = a.need_id AND m.gift_id = a.gift_id AND m.fits)`;
}
