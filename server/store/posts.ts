import type { PostKind, PostState, PostWords } from "#server/domain/post.ts";
import { type Db, only } from "./db.ts";
import { addLongerNumbers } from "./numbers.ts";

export type NewPost = PostWords & {
  readonly kind: PostKind;
  readonly personId: number;
  readonly words: string;
  readonly language: string;
  readonly expiresAt: Date;
  /** When the post needs its owner or its end: the reminder or the expiry. */
  readonly tendAt: Date;
  readonly numberFreeAt: Date;
  /** The side of who takes what another posted. */
  readonly standsIn?: boolean;
  readonly now: Date;
};

/**
 * Adds a post under a free number, and with it the jobs to match it and to tend it. Off the public board until the
 * matcher has understood it.
 */
export async function addPost(db: Db, post: NewPost): Promise<{ id: number; number: number }> {
  const added = await addPostWithin(db, post, null);
  if (!added) throw new Error("A post without a limit was refused.");
  return added;
}

/** The same, unless its owner has `most` open ones: then null. The owner is locked by the caller. */
export async function addPostWithin(
  db: Db,
  post: NewPost,
  most: number | null,
): Promise<{ id: number; number: number } | null> {
  const [found] = await db.$queryRaw<{ isLeft: boolean; id: number | null; number: number | null }[]>`
    WITH room AS (
      SELECT ${most}::int IS NULL OR (SELECT count(*) FROM posts
        WHERE person_id = ${post.personId} AND state = 'open') < ${most}::int AS is_left
    ), free AS (
      UPDATE numbers SET free_at = ${post.numberFreeAt}::timestamptz FROM room
      WHERE is_left AND number = (SELECT next_free_number(${post.now}::timestamptz))
      RETURNING number
    ), added AS (
      INSERT INTO posts (number, kind, person_id, words, thing, quantity, remaining, language, until, until_timed,
        expires_at, created_at, said_at, off_board, stands_in)
      SELECT number, ${post.kind}, ${post.personId}, ${post.words}, ${post.thing}, ${post.quantity}::int,
        ${post.quantity}::int, ${post.language}, ${post.until}::timestamptz, ${post.untilTimed},
        ${post.expiresAt}::timestamptz, ${post.now}::timestamptz, ${post.now}::timestamptz, true, ${post.standsIn ?? false}
      FROM free
      RETURNING id, number
    ), jobs AS (
      INSERT INTO outbox (name, subject_id, due_at, wake_at)
      SELECT job.name, added.id, job.due_at, job.due_at
      FROM added, (VALUES ('match', ${post.now}::timestamptz), ('tend-post', ${post.tendAt}::timestamptz)) AS job (name, due_at)
    )
    SELECT is_left AS "isLeft", id, number FROM room LEFT JOIN added ON true`;
  if (!found?.isLeft) return null;
  const { id, number } = found;
  if (id !== null && number !== null) return { id, number };
  await addLongerNumbers(db, post.now);
  return addPostWithin(db, post, most);
}

export type PostRow = {
  readonly id: number;
  readonly number: number;
  readonly kind: PostKind;
  readonly personId: number;
  readonly state: PostState;
  readonly words: string;
  readonly thing: string;
  readonly quantity: number | null;
  readonly remaining: number | null;
  readonly until: Date | null;
  readonly untilTimed: boolean;
  readonly language: string;
  readonly expiresAt: Date;
  readonly remindedAt: Date | null;
  readonly createdAt: Date;
  /** Taken off board and matching by an organizer. */
  readonly hidden: boolean;
};

/** The post under its lock, so that its state is true until the transaction ends; null when it is gone. */
export async function lockPost(db: Db, id: number): Promise<PostRow | null> {
  const [post] = await db.$queryRaw<PostRow[]>`
    SELECT id, number, kind, person_id AS "personId", state, thing, quantity, remaining, until,
      until_timed AS "untilTimed", words, language, expires_at AS "expiresAt", reminded_at AS "remindedAt",
      created_at AS "createdAt", hidden_at IS NOT NULL AS hidden
    FROM posts WHERE id = ${id} FOR NO KEY UPDATE`;
  return post ?? null;
}

/** Sets what is left and whether that fills the post. */
export async function setLeft(
  db: Db,
  id: number,
  left: number | null,
  state: "open" | "filled",
): Promise<void> {
  await db.$executeRaw`
    UPDATE posts SET remaining = ${left}::int, state = ${state}, change = pg_current_xact_id() WHERE id = ${id}`;
}

export async function closePost(
  db: Db,
  id: number,
  state: "done" | "dropped" | "expired",
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE posts SET state = ${state}, closed_at = ${now}::timestamptz, change = pg_current_xact_id() WHERE id = ${id}`;
}

/** Opens the post for another while, with all its pieces. */
export async function reopenPost(
  db: Db,
  id: number,
  times: { expiresAt: Date; until: Date | null; untilTimed: boolean; left: number | null },
): Promise<void> {
  await db.$executeRaw`
    UPDATE posts SET state = 'open', closed_at = NULL, reminded_at = NULL, until = ${times.until}::timestamptz,
      until_timed = ${times.untilTimed}, expires_at = ${times.expiresAt}::timestamptz, remaining = ${times.left}::int, change = pg_current_xact_id()
    WHERE id = ${id}`;
}

/**
 * Opens a post with other words, and with them another number of pieces and another end. Pieces that are promised in
 * open introductions count among them. Off the public board until the matcher has read it; for good if a person said so.
 */
export async function rewritePost(
  db: Db,
  id: number,
  post: PostWords & { readonly words: string; readonly expiresAt: Date; readonly now: Date },
): Promise<void> {
  await db.$executeRaw`
    WITH promised AS (
      SELECT coalesce(sum(quantity), 0)::int AS pieces FROM introductions
      WHERE ${id} IN (need_id, gift_id) AND closed_at IS NULL AND expires_at > ${post.now}::timestamptz
    ), rest AS (
      SELECT CASE WHEN ${post.quantity}::int IS NOT NULL THEN greatest(0, ${post.quantity}::int - pieces) END AS pieces
      FROM promised
    )
    UPDATE posts SET state = CASE WHEN rest.pieces = 0 THEN 'filled' ELSE 'open' END, closed_at = NULL,
      reminded_at = NULL, words = ${post.words}, thing = ${post.thing}, quantity = ${post.quantity}::int,
      remaining = rest.pieces,
      until = ${post.until}::timestamptz, until_timed = ${post.untilTimed},
      expires_at = ${post.expiresAt}::timestamptz, said_at = ${post.now}::timestamptz, off_board = true,
      board_by = CASE WHEN off_board AND board_by = 'person' THEN 'person' ELSE 'unread' END, change = pg_current_xact_id()
    FROM rest WHERE id = ${id}`;
}

export async function markReminded(db: Db, id: number, now: Date): Promise<void> {
  await db.post.update({ where: { id }, data: { remindedAt: now } });
}

/** The person's posts that are not closed, oldest first, with the numbers of their open introductions. */
export async function livePostsOf(db: Db, personId: number, now: Date) {
  return db.$queryRaw<(PostRow & { lines: number[] })[]>`
    SELECT p.id, p.number, p.kind, p.person_id AS "personId", p.state, p.thing, p.quantity, p.remaining, p.until,
      p.until_timed AS "untilTimed", p.words, p.language, p.expires_at AS "expiresAt",
      p.reminded_at AS "remindedAt", p.created_at AS "createdAt", p.hidden_at IS NOT NULL AS hidden,
      ARRAY(SELECT i.number FROM introductions i
        WHERE (i.need_id = p.id OR i.gift_id = p.id) AND i.closed_at IS NULL AND i.expires_at > ${now}::timestamptz
        ORDER BY i.id) AS lines
    FROM posts p
    WHERE p.person_id = ${personId} AND p.state IN ('open', 'filled')
    ORDER BY p.id`;
}

/** How many needs and gifts are open, for screens and metrics. */
export async function openPostCounts(db: Db): Promise<{ needs: number; gifts: number }> {
  return only(
    await db.$queryRaw<{ needs: number; gifts: number }[]>`
    SELECT count(*) FILTER (WHERE kind = 'need')::int AS needs, count(*) FILTER (WHERE kind = 'gift')::int AS gifts
    FROM posts WHERE state = 'open'`,
  );
}

export async function ownerOfPost(db: Db, id: number): Promise<number | null> {
  const post = await db.post.findUnique({ where: { id }, select: { personId: true } });
  return post?.personId ?? null;
}

/** Whether a post is the side of who took what another posted. */
export async function isStandIn(db: Db, id: number): Promise<boolean> {
  return (await db.post.count({ where: { id, standsIn: true } })) > 0;
}
