import { Audience, type FirstAudience, isCorrection } from "#server/domain/broadcast.ts";
import { type Db, only } from "./db.ts";
import { Prisma } from "./generated/client/client.ts";

/** Whoever can be texted and has not said STOP; their language as they chose it, else the camp's. */
export const REACHABLE = Prisma.sql`p.phone IS NOT NULL AND NOT p.bad_number AND p.blocked_at IS NULL AND NOT is_out(p.phone_hash)`;

/**
 * The people that it goes to. A correction: those whom the first one reached or is about to, as far as they still wish
 * for what that one was.
 */
function condition(audience: Audience, first: FirstAudience | null, defaultLanguage: string): Prisma.Sql {
  if (first === null) return Prisma.sql`false`;
  const wish = wishing(first);
  if (audience.kind === "same")
    return Prisma.sql`${wish} AND EXISTS (SELECT FROM outbound_texts o
      WHERE o.person_id = p.id AND o.broadcast_id = ${audience.broadcastId} AND o.state <> 'dropped')`;
  if (first.language === null) return wish;
  return Prisma.sql`${wish} AND coalesce(p.language, ${defaultLanguage}) = ${first.language}`;
}

/** The same as `wants_broadcast` of the schema says of one person at a time. */
function wishing(audience: FirstAudience): Prisma.Sql {
  switch (audience.kind) {
    case "news":
      return Prisma.sql`(SELECT granted FROM consents c WHERE c.phone_hash = p.phone_hash AND c.purpose = 'news' ORDER BY c.id DESC LIMIT 1)`;
    case "groups":
      return Prisma.sql`EXISTS (SELECT FROM members m WHERE m.person_id = p.id AND m.group_id IN (${Prisma.join(audience.groupIds)}))`;
    case "told":
      return Prisma.sql`EXISTS (SELECT FROM knowing k WHERE k.person_id = p.id AND k.gathering_id = ${audience.gatheringId})
        AND wants_of_gathering(p.id, p.phone_hash, ${audience.gatheringId}::int)`;
    default:
      return audience satisfies never;
  }
}

/** Of a correction the audience of the first broadcast in its chain; else the audience itself. Null: there is none. */
export async function firstAudience(db: Db, audience: Audience): Promise<FirstAudience | null> {
  if (!isCorrection(audience)) return audience;
  const [row] = await db.$queryRaw<{ audience: unknown }[]>`
    SELECT root_audience(${audience.broadcastId}::int) AS audience`;
  const read = Audience.safeParse(row?.audience);
  return read.success && !isCorrection(read.data) ? read.data : null;
}

/** How many people of this audience can be texted at this moment. */
export async function countAudience(db: Db, audience: Audience, defaultLanguage: string): Promise<number> {
  const among = condition(audience, await firstAudience(db, audience), defaultLanguage);
  const row = only(
    await db.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM people p WHERE ${REACHABLE} AND ${among}`,
  );
  return row.count;
}

export type BroadcastTexts = {
  readonly broadcastId: number;
  readonly audience: Audience;
  readonly defaultLanguage: string;
  readonly kind: "broadcast" | "alert";
  readonly priority: number;
  /** Sealed once: all get the same words. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly segments: number;
  readonly notAfter: Date | null;
  readonly now: Date;
};

/** Queues a text to everybody in the audience, once each however often it is called. Returns how many are new. */
export async function queueBroadcast(db: Db, texts: BroadcastTexts): Promise<number> {
  const { audience, defaultLanguage, now } = texts;
  const among = condition(audience, await firstAudience(db, audience), defaultLanguage);
  return db.$executeRaw`
    INSERT INTO outbound_texts (person_id, kind, priority, body, segments, broadcast_id, due_at, not_after, created_at, updated_at)
    SELECT p.id, ${texts.kind}, ${texts.priority}::int, ${texts.body}, ${texts.segments}::int, ${texts.broadcastId}::int, ${now}::timestamptz,
      ${texts.notAfter}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    FROM people p WHERE ${REACHABLE} AND ${among}
    ORDER BY p.id
    ON CONFLICT (broadcast_id, person_id) DO NOTHING`;
}

/** A broadcast is a sign of life of its groups. */
export async function wakeGroups(db: Db, groupIds: readonly number[], now: Date): Promise<void> {
  await db.group.updateMany({ where: { id: { in: [...groupIds] } }, data: { activeAt: now } });
}

/**
 * The groups that have members, largest first, with how many of them can be texted. `among`: only of these, null for
 * all.
 */
export async function groupAudiences(
  db: Db,
  most: number,
  among: readonly number[] | null,
): Promise<readonly { id: number; name: string; people: number }[]> {
  return db.$queryRaw<{ id: number; name: string; people: number }[]>`
    SELECT g.id, g.name, count(*)::int AS people
    FROM groups g JOIN members m ON m.group_id = g.id JOIN people p ON p.id = m.person_id
    WHERE g.closed_at IS NULL AND ${REACHABLE} AND (${among === null} OR g.id = ANY(${[...(among ?? [])]}::int[]))
    GROUP BY g.id ORDER BY people DESC, g.number LIMIT ${most}`;
}
