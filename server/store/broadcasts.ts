import { Audience, type BroadcastMove, type BroadcastState, moveOf } from "#server/domain/broadcast.ts";
import type { Language } from "#server/domain/language.ts";
import type { Refusal } from "#sms/carrier.ts";
import type { Db } from "./db.ts";
import type { Broadcast } from "./generated/client/client.ts";

export type BroadcastRow = Omit<Broadcast, "audience" | "state"> & {
  readonly audience: Audience;
  readonly state: BroadcastState;
};

export type NewBroadcast = Pick<
  BroadcastRow,
  | "words"
  | "audience"
  | "urgent"
  | "gatheringId"
  | "correctsId"
  | "createdById"
  | "createdBy"
  | "scheduledAt"
  | "notAfter"
  | "createdAt"
>;

export async function addBroadcast(db: Db, broadcast: NewBroadcast): Promise<number> {
  const { id } = await db.broadcast.create({ data: broadcast, select: { id: true } });
  return id;
}

/** Other words, another audience or other times, while it is a draft; false when it is none any more. */
export async function editDraft(
  db: Db,
  id: number,
  changes: Partial<
    Pick<
      NewBroadcast,
      | "words"
      | "audience"
      | "urgent"
      | "gatheringId"
      | "scheduledAt"
      | "notAfter"
      | "createdById"
      | "createdBy"
    >
  >,
): Promise<boolean> {
  const { count } = await db.broadcast.updateMany({ where: { id, state: "draft" }, data: changes });
  return count === 1;
}

export async function broadcastOf(db: Db, id: number): Promise<BroadcastRow | null> {
  const found = await db.broadcast.findUnique({ where: { id } });
  return found && rowOf(found);
}

/** The same, locked until the transaction ends: two who act on it come one after the other. */
export async function lockBroadcast(db: Db, id: number): Promise<BroadcastRow | null> {
  await db.$queryRaw`SELECT id FROM broadcasts WHERE id = ${id} FOR UPDATE`;
  return broadcastOf(db, id);
}

type Times = Partial<
  Pick<BroadcastRow, "releasedById" | "releasedBy" | "releasedAt" | "startsAt" | "startedAt" | "stoppedAt">
>;

/** Makes the move if it leads on from the state it has; false when it does not. */
export async function moveBroadcast(
  db: Db,
  id: number,
  move: BroadcastMove,
  times: Times = {},
): Promise<boolean> {
  const { from, to } = moveOf(move);
  const { count } = await db.broadcast.updateMany({
    where: { id, state: { in: [...from] } },
    data: { state: to, ...times },
  });
  return count === 1;
}

/** Newest first. */
export async function allBroadcasts(db: Db, most: number): Promise<readonly BroadcastRow[]> {
  const rows = await db.broadcast.findMany({ orderBy: { id: "desc" }, take: most });
  return rows.map(rowOf);
}

/** Those that go to none but these groups, their corrections too, newest first. */
export async function broadcastsTo(
  db: Db,
  groupIds: readonly number[],
  most: number,
): Promise<readonly BroadcastRow[]> {
  const ids = await db.$queryRaw<{ id: number }[]>`
    SELECT b.id FROM broadcasts b, root_audience(b.id) AS first
    WHERE first ->> 'kind' = 'groups' AND first -> 'groupIds' <@ ${JSON.stringify(groupIds)}::jsonb
    ORDER BY b.id DESC LIMIT ${most}`;
  const rows = await db.broadcast.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { id: "desc" },
  });
  return rows.map(rowOf);
}

/** Releases to the whole camp come one after the other until the transaction ends: two at once could both be the third. */
export async function lockAllCamp(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('broadcasts to the whole camp'))`;
}

export type AllCamp = { readonly id: number; readonly language: Language | null };

/**
 * This broadcast and those that start between `from` and `to`, as far as they go to the whole camp: on NEWS, or told of
 * a gathering of all. Corrections count as what they correct; one about safety counts for nothing.
 */
export async function allCampBetween(db: Db, id: number, from: Date, to: Date): Promise<readonly AllCamp[]> {
  return db.$queryRaw<AllCamp[]>`
    SELECT b.id, first ->> 'language' AS language FROM broadcasts b, root_audience(b.id) AS first
    WHERE (b.id = ${id} OR (NOT b.urgent AND b.starts_at >= ${from}::timestamptz AND b.starts_at < ${to}::timestamptz
        AND (b.state <> 'stopped' OR b.started_at IS NOT NULL)))
      AND (first ->> 'kind' = 'news' OR (first ->> 'kind' = 'told' AND EXISTS (SELECT FROM gatherings g
        WHERE g.id = (first ->> 'gatheringId')::int AND g.group_id IS NULL)))`;
}

export type Tally = {
  readonly state: string;
  /** dropped: in our words. failed: the carrier's code. */
  readonly reason: string | null;
  /** failed: what that code means; null where the carrier gave none. */
  readonly meaning: Refusal | null;
  readonly count: number;
};

/** How many of its texts are in which state, and why those that are not delivered. */
export async function tallyOf(db: Db, broadcastId: number): Promise<readonly Tally[]> {
  return db.$queryRaw<Tally[]>`
    SELECT state, CASE WHEN state IN ('failed', 'dropped') THEN reason END AS reason,
      CASE WHEN state = 'failed' THEN meaning END AS meaning, count(*)::int AS count
    FROM outbound_texts WHERE broadcast_id = ${broadcastId} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** Takes what has not left out of the queue, or puts it back. */
export async function holdTexts(db: Db, broadcastId: number, now: Date): Promise<void> {
  await db.outboundText.updateMany({
    where: { broadcastId, state: "queued" },
    data: { state: "held", updatedAt: now },
  });
}

export async function freeTexts(db: Db, broadcastId: number, now: Date): Promise<void> {
  await db.outboundText.updateMany({
    where: { broadcastId, state: "held" },
    data: { state: "queued", dueAt: now, updatedAt: now },
  });
}

/** How many may still leave, those included of which nobody knows yet whether they did. */
export async function waitingTexts(db: Db, broadcastId: number): Promise<number> {
  return db.outboundText.count({
    where: { broadcastId, state: { in: ["queued", "held", "sending", "unknown"] } },
  });
}

/** Drops what has not left; returns how many. */
export async function dropTexts(
  db: Db,
  broadcastId: number,
  now: Date,
  reason: "stopped" | "late" = "stopped",
): Promise<number> {
  const { count } = await db.outboundText.updateMany({
    where: { broadcastId, state: { in: ["queued", "held"] } },
    data: { state: "dropped", reason, updatedAt: now },
  });
  return count;
}

/**
 * A text came back into the queue: it goes the way of its broadcast. The broadcast's row is locked against a pause or a
 * stop that would pass this text by.
 */
export async function followBroadcast(db: Db, textId: number, now: Date): Promise<void> {
  await db.$executeRaw`
    WITH mine AS (
      SELECT b.state FROM outbound_texts o JOIN broadcasts b ON b.id = o.broadcast_id WHERE o.id = ${textId} FOR SHARE OF b
    )
    UPDATE outbound_texts SET updated_at = ${now}::timestamptz,
      state = CASE mine.state WHEN 'paused' THEN 'held' ELSE 'dropped' END,
      reason = CASE mine.state WHEN 'stopped' THEN 'stopped' END
    FROM mine WHERE id = ${textId} AND mine.state IN ('paused', 'stopped')`;
}

/** Takes away from a person the broadcasts, corrections too, that wait for them and that they wish for no more. */
export async function dropUnwanted(db: Db, personId: number, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE outbound_texts o SET state = 'dropped', reason = 'out', updated_at = ${now}::timestamptz
    FROM people p
    WHERE p.id = ${personId} AND o.person_id = p.id AND o.broadcast_id IS NOT NULL AND o.state IN ('queued', 'held')
      AND NOT wants_broadcast(p.id, p.phone_hash, o.broadcast_id)`;
}

/** The ids of those about a gathering that are released or on their way. */
export async function broadcastsAbout(db: Db, gatheringId: number): Promise<readonly number[]> {
  const rows = await db.broadcast.findMany({
    where: { gatheringId, state: { in: ["released", "sending", "paused"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** The ids of those that are on their way. */
export async function runningBroadcasts(db: Db): Promise<readonly number[]> {
  const rows = await db.broadcast.findMany({ where: { state: "sending" }, select: { id: true } });
  return rows.map(({ id }) => id);
}

function rowOf(row: Broadcast): BroadcastRow {
  return { ...row, audience: Audience.parse(row.audience), state: row.state as BroadcastState };
}
