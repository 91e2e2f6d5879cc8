import type { Audience } from "#server/domain/broadcast.ts";
import { type Db, only } from "./db.ts";
import { Prisma } from "./generated/client/client.ts";

/** Whoever can be texted and has not said STOP; their language as they chose it, else the camp's. */
export const REACHABLE = Prisma.sql`p.phone IS NOT NULL AND NOT p.bad_number AND p.blocked_at IS NULL AND NOT is_out(p.phone_hash)`;

function condition(audience: Audience, defaultLanguage: string): Prisma.Sql {
  const among = amongWhom(audience);
  if (audience.kind === "same" || audience.language === null) return among;
  return Prisma.sql`${among} AND coalesce(p.language, ${defaultLanguage}) = ${audience.language}`;
}

function amongWhom(audience: Audience): Prisma.Sql {
  switch (audience.kind) {
    case "news":
      return Prisma.sql`(SELECT granted FROM consents c WHERE c.phone_hash = p.phone_hash AND c.purpose = 'news' ORDER BY c.id DESC LIMIT 1)`;
    case "groups":
      return Prisma.sql`EXISTS (SELECT FROM members m WHERE m.person_id = p.id AND m.group_id IN (${Prisma.join(audience.groupIds)}))`;
    case "told":
      return Prisma.sql`EXISTS (SELECT FROM told t WHERE t.person_id = p.id AND t.gathering_id = ${audience.gatheringId})`;
    case "same":
      return Prisma.sql`EXISTS (SELECT FROM outbound_texts o WHERE o.person_id = p.id AND o.broadcast_id = ${audience.broadcastId}
        AND coalesce(o.reason, '') NOT IN ('late', 'stopped'))`;
    default:
      return audience satisfies never;
  }
}

/** How many people of this audience can be texted at this moment. */
export async function countAudience(db: Db, audience: Audience, defaultLanguage: string): Promise<number> {
  const row = only(
    await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM people p WHERE ${REACHABLE} AND ${condition(audience, defaultLanguage)}`,
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
  return db.$executeRaw`
    INSERT INTO outbound_texts (person_id, kind, priority, body, segments, broadcast_id, due_at, not_after, created_at, updated_at)
    SELECT p.id, ${texts.kind}, ${texts.priority}::int, ${texts.body}, ${texts.segments}::int, ${texts.broadcastId}::int, ${now}::timestamptz,
      ${texts.notAfter}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    FROM people p WHERE ${REACHABLE} AND ${condition(audience, defaultLanguage)}
    ORDER BY p.id
    ON CONFLICT (broadcast_id, person_id) DO NOTHING`;
}

/** Whoever gets this broadcast knows of its gathering from now on. */
export async function noteTold(db: Db, broadcastId: number, gatheringId: number, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO told (gathering_id, person_id, remind, at)
    SELECT ${gatheringId}::int, person_id, false, ${now}::timestamptz FROM outbound_texts WHERE broadcast_id = ${broadcastId}
    ON CONFLICT DO NOTHING`;
}

/** A broadcast is a sign of life of its groups. */
export async function wakeGroups(db: Db, groupIds: readonly number[], now: Date): Promise<void> {
  await db.group.updateMany({ where: { id: { in: [...groupIds] } }, data: { activeAt: now } });
}

/** The groups that have members, largest first, with how many of them can be texted. */
export async function groupAudiences(
  db: Db,
  most: number,
): Promise<readonly { id: number; name: string; people: number }[]> {
  return db.$queryRaw<{ id: number; name: string; people: number }[]>`
    SELECT g.id, g.name, count(*)::int AS people
    FROM groups g JOIN members m ON m.group_id = g.id JOIN people p ON p.id = m.person_id
    WHERE g.closed_at IS NULL AND ${REACHABLE}
    GROUP BY g.id ORDER BY people DESC, g.number LIMIT ${most}`;
}
