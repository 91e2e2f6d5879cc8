import type { PostKind } from "#server/domain/post.ts";
import type { Db } from "./db.ts";

export type Other = { readonly id: number; readonly terms: string; readonly quantity: number | null };

const MOST_CANDIDATES = 300;

/**
 * Open posts of the other kind that share a word or most letters with `terms`: a wide net in the database,
 * scored afterwards. `words`: the terms as a tsquery, any of which may match.
 */
export async function similarPosts(
  db: Db,
  post: { kind: PostKind; terms: string; personId: number },
  words: string,
  now: Date,
): Promise<readonly Other[]> {
  const other: PostKind = post.kind === "need" ? "gift" : "need";
  return db.$queryRaw<Other[]>`
    SELECT id, terms, quantity FROM posts
    WHERE state = 'open' AND kind = ${other} AND person_id <> ${post.personId} AND expires_at > ${now}::timestamptz
      AND (to_tsvector('simple', terms) @@ to_tsquery('simple', ${words}) OR terms % ${post.terms})
    ORDER BY similarity(terms, ${post.terms}) DESC, id
    LIMIT ${MOST_CANDIDATES}`;
}

export type NewMatch = {
  readonly needId: number;
  readonly giftId: number;
  readonly score: number;
  readonly reasons: readonly string[];
};

export async function saveMatches(db: Db, matches: readonly NewMatch[]): Promise<void> {
  if (matches.length === 0) return;
  await db.match.createMany({
    data: matches.map((match) => ({ ...match, reasons: [...match.reasons] })),
    skipDuplicates: true,
  });
}

/** Open needs that wait for this giver: matched with one of the giver's open gifts, best first, oldest need first. */
export async function needsWaitingFor(db: Db, giverId: number): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ needId: number }[]>`
    SELECT m.need_id AS "needId" FROM matches m
    JOIN posts g ON g.id = m.gift_id AND g.person_id = ${giverId} AND g.state = 'open'
    JOIN posts n ON n.id = m.need_id AND n.state = 'open'
    WHERE NOT EXISTS (SELECT FROM asks a WHERE a.need_id = n.id AND a.giver_id = ${giverId} AND a.state <> 'withdrawn')
    GROUP BY m.need_id ORDER BY max(m.score) DESC, m.need_id LIMIT 20`;
  return rows.map((row) => row.needId);
}

/** How many givers fit an open need and were not asked for it: busy, or asked enough for today. */
export async function unaskedGivers(db: Db, needId: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT g.person_id)::int AS count FROM matches m
    JOIN posts n ON n.id = m.need_id
    JOIN posts g ON g.id = m.gift_id AND g.state = 'open' AND g.person_id <> n.person_id
    WHERE m.need_id = ${needId}
      AND NOT EXISTS (SELECT FROM asks a WHERE a.need_id = m.need_id AND a.giver_id = g.person_id AND a.state <> 'withdrawn')`;
  return row?.count ?? 0;
}
