import type { PostKind, PostState, PostWords } from "#server/domain/post.ts";
import type { Db } from "./db.ts";

export type NewTentPerson = {
  readonly handle: string;
  readonly language: string;
  /** Whose phone they want to share. */
  readonly wantsViaId: number | null;
  readonly now: Date;
};

/** Makes a person without a phone of their own; null when somebody is called so already. One at a time, so that no two are. */
export async function addTentPerson(
  db: Db,
  { handle, language, wantsViaId, now }: NewTentPerson,
): Promise<number | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('tent handles'))`;
  const [added] = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO people (handle, language, wants_via_id, created_at, seen_at)
    SELECT ${handle}, ${language}, ${wantsViaId}::int, ${now}::timestamptz, ${now}::timestamptz
    WHERE NOT EXISTS (SELECT FROM people WHERE lower(handle) = lower(${handle}))
    RETURNING id`;
  return added?.id ?? null;
}

export type TentPerson = {
  readonly id: number;
  readonly handle: string;
  readonly language: string | null;
  readonly shares: boolean;
  /** The owner of the phone that they want to share has not said yes. */
  readonly asked: boolean;
  /** Posts that are open. */
  readonly posts: number;
  /** Texts that nobody has read to them yet. */
  readonly letters: number;
};

/** Everybody whom the tent types for; those for whom something waits come first. `id`: only that one. */
export async function tentPeople(db: Db, id: number | null = null): Promise<readonly TentPerson[]> {
  return db.$queryRaw<TentPerson[]>`
    SELECT * FROM (
    SELECT p.id, p.handle, p.language, p.via_id IS NOT NULL AS shares, p.wants_via_id IS NOT NULL AS asked,
      (SELECT count(*)::int FROM posts WHERE person_id = p.id AND state IN ('open', 'filled')) AS posts,
      (SELECT count(*)::int FROM outbound_texts WHERE person_id = p.id AND reason = 'no-phone' AND body IS NOT NULL) AS letters
    FROM people p WHERE p.handle IS NOT NULL AND p.phone IS NULL AND (${id}::int IS NULL OR p.id = ${id}::int)
    ) people ORDER BY letters = 0, lower(handle)`;
}

/** What came for somebody without a phone and was not read to them yet, sealed, oldest first. */
export async function lettersFor(
  db: Db,
  personId: number,
): Promise<readonly { id: number; body: Uint8Array | null; createdAt: Date }[]> {
  return db.outboundText.findMany({
    where: { personId, reason: "no-phone", body: { not: null } },
    select: { id: true, body: true, createdAt: true },
    orderBy: { id: "asc" },
  });
}

/** They were read out, up to the last that the page showed: their words are not needed any more. */
export async function forgetLetters(db: Db, personId: number, upTo: number): Promise<number> {
  const { count } = await db.outboundText.updateMany({
    where: { personId, reason: "no-phone", body: { not: null }, id: { lte: upTo } },
    data: { body: null },
  });
  return count;
}

export type SlipPost = PostWords & {
  readonly id: number;
  readonly number: number;
  readonly kind: PostKind;
  readonly state: PostState;
  readonly words: string;
  readonly expiresAt: Date;
};

/** The person's newest post of that number, open or closed. */
export async function postOfNumber(db: Db, personId: number, number: number): Promise<SlipPost | null> {
  const [post] = await db.$queryRaw<SlipPost[]>`
    SELECT id, number, kind, state, words, thing, coalesce(remaining, quantity) AS quantity, until,
      until_timed AS "untilTimed", expires_at AS "expiresAt"
    FROM posts WHERE person_id = ${personId} AND number = ${number} ORDER BY id DESC LIMIT 1`;
  return post ?? null;
}

/** Whether somebody has texted us from this phone themselves. */
export async function hasTexted(db: Db, personId: number): Promise<boolean> {
  return (await db.inboundText.findFirst({ where: { personId }, select: { id: true } })) !== null;
}

/** The groups that somebody is in. */
export async function groupsOf(
  db: Db,
  personId: number,
): Promise<readonly { id: number; number: number; name: string; place: string }[]> {
  return db.group.findMany({
    where: { closedAt: null, members: { some: { personId } } },
    select: { id: true, number: true, name: true, place: true },
    orderBy: { number: "asc" },
  });
}
