import type { Db } from "./db.ts";
import type { PostRow } from "./posts.ts";

/**
 * An open post of the same kind that shares a word with this one, the likest first, from those that may be shown to
 * everybody: its thing. Null when there is none.
 */
export async function likeIt(
  db: Db,
  post: Pick<PostRow, "id" | "kind" | "thing" | "language">,
  now: Date,
): Promise<string | null> {
  const config = post.language === "es" ? "spanish" : "english";
  const [near] = await db.$queryRaw<{ thing: string }[]>`
    WITH asked AS (
      SELECT to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) AS words
      FROM unnest(to_tsvector(${config}::regconfig, ${post.thing})) AS w
    )
    SELECT p.thing FROM posts p, asked
    WHERE p.kind = ${post.kind} AND p.state = 'open' AND p.id <> ${post.id} AND p.hidden_at IS NULL AND NOT p.off_board
      AND p.expires_at > ${now}::timestamptz AND to_tsvector(${config}::regconfig, p.thing) @@ asked.words
    ORDER BY ts_rank(to_tsvector(${config}::regconfig, p.thing), asked.words) DESC, p.id LIMIT 1`;
  return near?.thing ?? null;
}
