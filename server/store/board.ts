import type { PostKind, PostState, PostWords } from "#server/domain/post.ts";
import type { Reason } from "#server/matching/judge/reason.ts";
import type { AskState } from "./asks.ts";
import type { Db } from "./db.ts";
import { Prisma } from "./generated/client/client.ts";

type Shown = PostWords & {
  readonly id: number;
  readonly number: number;
  readonly kind: PostKind;
  readonly words: string;
};

export type BoardPost = Shown & { readonly language: string; readonly createdAt: Date };

/** A page of the board goes on from a post that was shown: those before it, or those after it. */
export type BoardPage = {
  readonly kind: PostKind | null;
  readonly most: number;
  readonly now: Date;
  readonly olderThan?: number | null;
  readonly newerThan?: number | null;
};

/** What anybody may see: open posts, newest first, without those that are hidden or kept off the public board. */
export async function boardPosts(db: Db, page: BoardPage): Promise<readonly BoardPost[]> {
  const { kind, most, now, olderThan = null, newerThan = null } = page;
  const posts = await db.$queryRaw<BoardPost[]>`
    SELECT ${SHOWN} FROM ${onBoard(now)}
      AND (${kind}::text IS NULL OR p.kind = ${kind}::text)
      AND (${olderThan}::int IS NULL OR p.id < ${olderThan}::int) AND (${newerThan}::int IS NULL OR p.id > ${newerThan}::int)
    ORDER BY CASE WHEN ${newerThan}::int IS NULL THEN -p.id ELSE p.id END LIMIT ${most}`;
  return newerThan === null ? posts : posts.toReversed();
}

/** One of them; null for a post that the board does not show. */
export async function boardPost(db: Db, id: number, now: Date): Promise<BoardPost | null> {
  const [post] = await db.$queryRaw<BoardPost[]>`SELECT ${SHOWN} FROM ${onBoard(now)} AND p.id = ${id}`;
  return post ?? null;
}

const SHOWN = Prisma.sql`p.id, p.number, p.kind, p.words, p.thing, coalesce(p.remaining, p.quantity) AS quantity, p.until,
  p.until_timed AS "untilTimed", p.language, p.created_at AS "createdAt"`;

const onBoard = (now: Date) => Prisma.sql`posts p JOIN people owner ON owner.id = p.person_id
  LEFT JOIN people phone ON phone.id = coalesce(owner.via_id, owner.id)
  WHERE p.state = 'open' AND p.expires_at > ${now}::timestamptz AND p.hidden_at IS NULL AND NOT p.off_board
    AND NOT is_out(phone.phone_hash)`;

export type ListedPost = Shown & {
  readonly personId: number;
  readonly state: PostState;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly hidden: boolean;
  readonly offBoard: boolean;
  /** Who decided that. */
  readonly boardBy: "unread" | "reader" | "person";
  /** How many are on the list altogether. */
  readonly all: number;
};

export type PostFilter = {
  readonly kind: PostKind | null;
  /** Empty: any words. */
  readonly word: string;
  readonly from: number;
  readonly most: number;
};

/** Who looks for "manana" finds "mañana", and the other way round. */
const ACCENTED = "áéíóúüñ";
const PLAIN = "aeiouun";

/** Open needs and gifts for organizers, newest first, hidden ones among them. */
export async function listedPosts(db: Db, filter: PostFilter): Promise<readonly ListedPost[]> {
  return db.$queryRaw<ListedPost[]>`
    SELECT id, number, kind, words, thing, coalesce(remaining, quantity) AS quantity, until,
      until_timed AS "untilTimed", person_id AS "personId", state, expires_at AS "expiresAt",
      created_at AS "createdAt", hidden_at IS NOT NULL AS hidden, off_board AS "offBoard", board_by AS "boardBy", count(*) OVER ()::int AS all
    FROM posts
    WHERE state = 'open' AND (${filter.kind}::text IS NULL OR kind = ${filter.kind}::text)
      AND strpos(translate(lower(words), ${ACCENTED}, ${PLAIN}), translate(lower(${filter.word}), ${ACCENTED}, ${PLAIN})) > 0
    ORDER BY id DESC OFFSET ${filter.from} LIMIT ${filter.most}`;
}

export type ListedMatch = Shown & {
  /** The post on the page that this one was matched with. */
  readonly with: number;
  /** Else all of it is promised. */
  readonly open: boolean;
  readonly score: number;
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
  /** How the last ask over the two went; null when nobody was asked. */
  readonly asked: AskState | null;
  readonly askedAt: Date | null;
  /** Whoever has the gift has no phone to be asked on. */
  readonly giverPhoneless: boolean;
  /** The line between the two, while it is open. */
  readonly line: number | null;
};

/** The best of what these posts were matched with, likeliest first: so many that fit and so many near misses each. */
export async function matchesOfPosts(
  db: Db,
  postIds: readonly number[],
  { most, now }: { readonly most: number; readonly now: Date },
): Promise<readonly ListedMatch[]> {
  if (postIds.length === 0) return [];
  return db.$queryRaw<ListedMatch[]>`
    WITH ranked AS (
      SELECT p.id AS "with", m.*, CASE WHEN p.id = m.need_id THEN m.gift_id ELSE m.need_id END AS other,
        row_number() OVER (PARTITION BY p.id, m.fits ORDER BY m.score DESC, m.need_id, m.gift_id) AS place
      FROM unnest(${[...postIds]}::int[]) AS p (id)
      JOIN matches m ON p.id IN (m.need_id, m.gift_id)
      JOIN posts o ON o.id = m.need_id + m.gift_id - p.id AND o.state IN ('open', 'filled') AND o.hidden_at IS NULL
    )
    SELECT r."with", o.id, o.number, o.kind, o.state = 'open' AS open, o.words, o.thing, coalesce(o.remaining, o.quantity) AS quantity, o.until,
      o.until_timed AS "untilTimed", r.score, r.fits, r.reasons, a.state AS asked, a.asked_at AS "askedAt",
      (SELECT p.phone IS NULL AND p.via_id IS NULL FROM posts g JOIN people p ON p.id = g.person_id WHERE g.id = r.gift_id) AS "giverPhoneless",
      (SELECT i.number FROM introductions i WHERE i.need_id = r.need_id AND i.gift_id = r.gift_id
        AND i.closed_at IS NULL AND i.expires_at > ${now}::timestamptz ORDER BY i.id DESC LIMIT 1) AS line
    FROM ranked r JOIN posts o ON o.id = r.other
    LEFT JOIN LATERAL (SELECT state, asked_at FROM asks WHERE need_id = r.need_id AND gift_id = r.gift_id
      ORDER BY id DESC LIMIT 1) a ON true
    WHERE r.place <= ${most}
    ORDER BY r.fits DESC, r.score DESC, o.id`;
}

/** The open asks of a need to this giver: an introduction by somebody else takes their place. */
export async function openAskBetween(db: Db, needId: number, giverId: number): Promise<number | null> {
  const ask = await db.ask.findFirst({ where: { needId, giverId, state: "open" }, select: { id: true } });
  return ask?.id ?? null;
}

/** Takes a locked post out of matching, or (null) gives it back. What it was matched with is looked for anew then. */
export async function setHidden(db: Db, id: number, at: Date | null): Promise<void> {
  await db.$executeRaw`
    UPDATE posts SET hidden_at = ${at}::timestamptz, change = pg_current_xact_id() WHERE id = ${id}`;
  if (at !== null) await db.$executeRaw`DELETE FROM matches WHERE need_id = ${id} OR gift_id = ${id}`;
}

/** The person's posts that were hidden at that very moment. */
export async function postsHiddenAt(db: Db, personId: number, at: Date): Promise<readonly number[]> {
  const rows = await db.post.findMany({ where: { personId, hiddenAt: at }, select: { id: true } });
  return rows.map((row) => row.id);
}

/** A person keeps a post off the public board, or shows it there; its number, or null when it is gone. */
export async function setOffBoard(db: Db, id: number, offBoard: boolean): Promise<number | null> {
  const [post] = await db.post.updateManyAndReturn({
    where: { id },
    data: { offBoard, boardBy: "person" },
    select: { number: true },
  });
  return post?.number ?? null;
}

/** The matcher has read it. What a person decided stays so. */
export async function readForBoard(db: Db, id: number, isDelicate: boolean): Promise<void> {
  await db.post.updateMany({
    where: {
      id,
      OR: [{ boardBy: "unread" }, { boardBy: "reader", offBoard: { not: isDelicate } }],
    },
    data: { offBoard: isDelicate, boardBy: "reader" },
  });
}
