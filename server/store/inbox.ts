import { MOST_OPEN_ENTRIES } from "#server/domain/answer-limit.ts";
import type { Db } from "./db.ts";

export type InboxReason =
  | "emergency"
  | "person"
  | "unknown"
  | "out"
  | "sender"
  | "guesses"
  | "kiosk"
  /** The day's budget of segments nears its end, is spent. */
  | "budget"
  | "spent";

/**
 * Puts something before the organizers that a human must answer; urgent ones come on top. Not when as many entries of
 * that phone wait for the same reason as one reads: nobody can bury what others wrote.
 */
export async function addInboxEntry(
  db: Db,
  entry: {
    personId: number | null;
    textId: number | null;
    reason: InboxReason;
    urgent: boolean;
    createdAt: Date;
  },
): Promise<void> {
  const { personId, textId, reason, urgent, createdAt } = entry;
  await db.$executeRaw`
    INSERT INTO inbox_entries (person_id, text_id, reason, urgent, created_at)
    SELECT ${personId}::int, ${textId}::int, ${reason}, ${urgent}, ${createdAt}::timestamptz
    WHERE ${personId}::int IS NULL OR (SELECT count(*) FROM inbox_entries
      WHERE person_id = ${personId}::int AND reason = ${reason} AND closed_at IS NULL) < ${MOST_OPEN_ENTRIES}`;
}

/**
 * Puts before the organizers that somebody wants a person. The words after a bare 0 that still waits take its place, so
 * that both are one entry, since the 0 came.
 */
export async function addCall(
  db: Db,
  call: { readonly personId: number; readonly textId: number; readonly createdAt: Date },
): Promise<void> {
  const told = await db.$executeRaw`
    UPDATE inbox_entries SET text_id = ${call.textId} WHERE id = (
      SELECT e.id FROM inbox_entries e JOIN inbound_texts t ON t.id = e.text_id AND t.verb = 'digit'
      WHERE e.person_id = ${call.personId} AND e.reason = 'person' AND e.closed_at IS NULL
      ORDER BY e.id DESC LIMIT 1)`;
  if (told === 0) await addInboxEntry(db, { ...call, reason: "person", urgent: false });
}

/** Puts before the organizers that somebody at a touchscreen wants a person; nothing while a call from there still waits. */
export async function addKioskCall(db: Db, kioskId: number, createdAt: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO inbox_entries (reason, urgent, created_at, kiosk_id)
    VALUES ('kiosk', false, ${createdAt}::timestamptz, ${kioskId})
    ON CONFLICT (kiosk_id) WHERE closed_at IS NULL DO NOTHING`;
}

/** How many entries nobody has closed yet. */
export async function openInboxCounts(db: Db): Promise<{ urgent: number; other: number }> {
  const groups = await db.inboxEntry.groupBy({ by: ["urgent"], where: { closedAt: null }, _count: true });
  const count = (urgent: boolean) => groups.find((group) => group.urgent === urgent)?._count ?? 0;
  return { urgent: count(true), other: count(false) };
}

export type InboxRow = {
  readonly id: number;
  readonly personId: number | null;
  readonly reason: InboxReason;
  readonly urgent: boolean;
  readonly createdAt: Date;
  readonly textId: number | null;
  /** The words, sealed; null when they were forgotten. */
  readonly body: Uint8Array | null;
  readonly language: string | null;
  readonly blocked: boolean;
  /** Said STOP, or there is no phone: no text can go there. */
  readonly out: boolean;
  /** The touchscreen that calls. */
  readonly kiosk: string | null;
};

/** What waits for a person: emergencies first, then whoever has waited longest. */
export async function openInbox(db: Db, most: number): Promise<readonly InboxRow[]> {
  return db.$queryRaw<InboxRow[]>`
    SELECT e.id, e.person_id AS "personId", e.reason, e.urgent, e.created_at AS "createdAt", e.text_id AS "textId",
      t.body, p.language, p.blocked_at IS NOT NULL AS blocked, (p.phone IS NULL OR is_out(p.phone_hash)) AS out,
      k.name AS kiosk
    FROM inbox_entries e
    LEFT JOIN kiosks k ON k.id = e.kiosk_id
    LEFT JOIN inbound_texts t ON t.id = e.text_id
    LEFT JOIN people p ON p.id = e.person_id
    WHERE e.closed_at IS NULL
    ORDER BY e.urgent DESC, e.id LIMIT ${most}`;
}

export type EarlierText = {
  readonly id: number;
  readonly personId: number;
  readonly direction: "in" | "out";
  readonly body: Uint8Array | null;
  readonly at: Date;
};

/**
 * What these people wrote to the camp and what it answered since `since`, oldest first: neither words to each other,
 * nor anything that was sent to them for another reason.
 */
export async function textsSince(
  db: Db,
  personIds: readonly number[],
  since: Date,
): Promise<readonly EarlierText[]> {
  if (personIds.length === 0) return [];
  return db.$queryRaw<EarlierText[]>`
    SELECT * FROM (
      SELECT id, person_id AS "personId", 'in' AS direction, body, received_at AS at, 0 AS turn FROM inbound_texts
        WHERE person_id = ANY (${[...personIds]}::int[]) AND received_at > ${since}::timestamptz AND verb <> 'relay'
      UNION ALL
      SELECT id, person_id, 'out', reply, received_at, 1 FROM inbound_texts
        WHERE person_id = ANY (${[...personIds]}::int[]) AND received_at > ${since}::timestamptz AND verb <> 'relay'
          AND reply IS NOT NULL
      UNION ALL
      SELECT id, person_id, 'out', body, created_at, 2 FROM outbound_texts
        WHERE person_id = ANY (${[...personIds]}::int[]) AND created_at > ${since}::timestamptz AND kind = 'organizer'
    ) texts ORDER BY at, turn, id`;
}

/** Closes an entry that is open; whose it is, or undefined when somebody else was first. */
export async function closeInboxEntry(
  db: Db,
  id: number,
  closedById: number,
  now: Date,
): Promise<{ personId: number | null } | undefined> {
  const [closed] = await db.inboxEntry.updateManyAndReturn({
    where: { id, closedAt: null },
    data: { closedAt: now, closedById },
    select: { personId: true },
  });
  return closed;
}

/** Whose entry it is, open or closed; null when it is nobody's or gone. */
export async function personOfEntry(db: Db, id: number): Promise<number | null> {
  const entry = await db.inboxEntry.findUnique({ where: { id }, select: { personId: true } });
  return entry?.personId ?? null;
}

/** Changes with every entry that comes, gets its words or is closed: a page that shows another one is old. */
export async function inboxStamp(db: Db): Promise<string> {
  const { _count, _max } = await db.inboxEntry.aggregate({
    where: { closedAt: null },
    _count: true,
    _max: { id: true, textId: true },
  });
  return `${_count}-${_max.id ?? 0}-${_max.textId ?? 0}`;
}

export async function hasEntrySince(db: Db, reason: InboxReason, since: Date): Promise<boolean> {
  const entry = await db.inboxEntry.findFirst({
    where: { reason, createdAt: { gt: since } },
    select: { id: true },
  });
  return entry !== null;
}
