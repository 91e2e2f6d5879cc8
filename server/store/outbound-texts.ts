import type { Question } from "#server/domain/question.ts";
import type { TextKind, TextState } from "#server/domain/text-state.ts";
import type { Refusal } from "#sms/carrier.ts";
import { type Db, only } from "./db.ts";

export type NewOutboundText = {
  readonly personId: number;
  readonly kind: TextKind;
  readonly priority: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly segments: number;
  readonly question: Question | null;
  readonly askId: number | null;
  /** The gathering that it reminds of. */
  readonly gatheringId?: number | null;
  readonly dueAt: Date;
  readonly notAfter: Date | null;
  readonly now: Date;
};

/** Queues a text and the job that wakes the sender for it. Nothing leaves before the transaction commits. */
export async function addOutboundText(db: Db, text: NewOutboundText): Promise<void> {
  const question = text.question ? JSON.stringify(text.question) : null;
  await db.$executeRaw`
    WITH job AS (
      INSERT INTO outbox (name, subject_id, due_at, wake_at)
      VALUES ('send', 0, ${text.dueAt}::timestamptz, ${text.dueAt}::timestamptz)
    )
    INSERT INTO outbound_texts (person_id, kind, priority, body, segments, question, ask_id, gathering_id, due_at, not_after,
      created_at, updated_at)
    VALUES (${text.personId}, ${text.kind}, ${text.priority}, ${text.body}, ${text.segments}, ${question}::jsonb,
        ${text.askId}::int, ${text.gatheringId ?? null}::int, ${text.dueAt}::timestamptz, ${text.notAfter}::timestamptz, ${text.now}::timestamptz,
      ${text.now}::timestamptz)`;
}

/** Keeps a text for somebody without a phone. It never leaves: it is read out or printed at the tent. */
export async function keepForReading(
  db: Db,
  text: Pick<NewOutboundText, "personId" | "kind" | "body" | "now">,
): Promise<void> {
  const { now, ...words } = text;
  const unsent = { state: "dropped", reason: "no-phone", priority: 0, segments: 0 };
  await db.outboundText.create({ data: { ...words, ...unsent, createdAt: now, updatedAt: now } });
}

export type DoubtfulText = {
  readonly id: number;
  readonly personId: number;
  readonly phone: Uint8Array | null;
  readonly body: Uint8Array | null;
  readonly claimedAt: Date;
  /** Which hand-over is in doubt: the text may meanwhile have been handed over again. */
  readonly sends: number;
  readonly lookUps: number;
};

/**
 * Takes some texts handed over without a known outcome whose time to be looked up has come. Nobody else gets them
 * before `nextLookUp`, when those whose look-up broke come up again.
 */
export async function takeTextsInDoubt(
  db: Db,
  now: Date,
  nextLookUp: Date,
): Promise<readonly DoubtfulText[]> {
  return db.$queryRaw<DoubtfulText[]>`
    UPDATE outbound_texts o SET due_at = ${nextLookUp}::timestamptz
    FROM (
      SELECT id FROM outbound_texts WHERE state IN ('sending', 'unknown') AND due_at <= ${now}::timestamptz
      ORDER BY due_at, id LIMIT 20 FOR UPDATE SKIP LOCKED
    ) due, people p
    WHERE o.id = due.id AND p.id = o.person_id
    RETURNING o.id, o.person_id AS "personId", p.phone, o.body, o.claimed_at AS "claimedAt", o.sends, o.look_ups AS "lookUps"`;
}

/** Since when the oldest text is in doubt; null when none is. */
export async function oldestInDoubt(db: Db): Promise<Date | null> {
  const oldest = await db.outboundText.aggregate({
    where: { state: { in: ["sending", "unknown"] } },
    _min: { claimedAt: true },
  });
  return oldest._min.claimedAt;
}

/**
 * The carrier says that `carrierId` is the text `id`: another text that was given it by its words and time, while
 * `id` was in doubt, is in doubt again.
 */
export async function takeBackCarrierId(db: Db, carrierId: string, id: number, now: Date): Promise<void> {
  await db.$executeRaw`
    WITH doubtful AS (
      UPDATE outbound_texts SET carrier_id = NULL, state = 'unknown', due_at = ${now}::timestamptz, updated_at = ${now}::timestamptz
      WHERE carrier_id = ${carrierId} AND id <> ${id}
        AND EXISTS (SELECT FROM outbound_texts WHERE id = ${id} AND state IN ('queued', 'sending', 'unknown'))
      RETURNING id
    )
    INSERT INTO outbox (name, subject_id, due_at, wake_at)
    SELECT 'send', 0, ${now}::timestamptz, ${now}::timestamptz FROM doubtful`;
}

/** Which of these carrier ids belong to texts that we know of. */
export async function knownCarrierIds(db: Db, carrierIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.outboundText.findMany({
    where: { carrierId: { in: [...carrierIds] } },
    select: { carrierId: true },
  });
  return new Set(rows.flatMap((row) => row.carrierId ?? []));
}

export type Move = {
  readonly to: TextState;
  readonly from: readonly TextState[];
  readonly carrierId?: string | undefined;
  readonly reason?: string | null;
  /** What the carrier's code in `reason` means. */
  readonly meaning?: Refusal;
  readonly dueAt?: Date | null;
  readonly lookedUp?: boolean;
  readonly now: Date;
};

/** One text; with `sends`, only while that hand-over of it is the last one. */
export type TextKey = { readonly id: number; readonly sends?: number } | { readonly carrierId: string };

/** Moves a text on if it still is in one of `from`; what it was and its ask, or null when it was not. */
export async function moveText(db: Db, by: TextKey, move: Move) {
  const where = { ...by, state: { in: [...move.from] } };
  const [moved] = await db.outboundText.updateManyAndReturn({
    where,
    data: {
      state: move.to,
      updatedAt: move.now,
      ...(move.carrierId === undefined ? {} : { carrierId: move.carrierId }),
      ...(move.reason === undefined ? {} : { reason: move.reason }),
      ...(move.meaning === undefined ? {} : { meaning: move.meaning }),
      ...(move.dueAt === undefined ? {} : { dueAt: move.dueAt }),
      ...(move.lookedUp ? { lookUps: { increment: 1 } } : {}),
    },
    select: { id: true, personId: true, askId: true, kind: true, claimedAt: true },
  });
  return moved ?? null;
}

/** Takes every queued text of a person out of the queue. */
export async function dropQueuedTexts(db: Db, personId: number, reason: string, now: Date): Promise<void> {
  await db.outboundText.updateMany({
    where: { personId, state: { in: ["queued", "held"] } },
    data: { state: "dropped", reason, updatedAt: now },
  });
}

/** How many texts are in each state that is not final; `unpaid`: queued, and the day's budget had nothing left for it. */
export async function unsentCounts(db: Db): Promise<{ state: string; count: number }[]> {
  return db.$queryRaw<{ state: string; count: number }[]>`
    SELECT CASE WHEN state = 'queued' AND reason = 'budget' THEN 'unpaid' ELSE state END AS state, count(*)::int AS count
    FROM outbound_texts WHERE state IN ('queued', 'sending', 'unknown') GROUP BY 1`;
}

export type WaitingTexts = {
  /** Whose time has come, and since when the first of them waits. */
  readonly due: number;
  readonly oldestDue: Date | null;
  /** For the morning, or for their own hour. */
  readonly later: number;
  /** For tomorrow's budget. */
  readonly unpaid: number;
  /** Handed over, and nobody knows whether they arrived. */
  readonly inDoubt: number;
};

export async function waitingTexts(db: Db, now: Date): Promise<WaitingTexts> {
  return only(
    await db.$queryRaw<WaitingTexts[]>`
      SELECT count(*) FILTER (WHERE state = 'queued' AND due_at <= ${now}::timestamptz)::int AS due,
        min(due_at) FILTER (WHERE state = 'queued' AND due_at <= ${now}::timestamptz) AS "oldestDue",
        count(*) FILTER (WHERE state = 'queued' AND due_at > ${now}::timestamptz AND reason IS DISTINCT FROM 'budget')::int AS later,
        count(*) FILTER (WHERE state = 'queued' AND due_at > ${now}::timestamptz AND reason = 'budget')::int AS unpaid,
        count(*) FILTER (WHERE state = 'unknown')::int AS "inDoubt"
      FROM outbound_texts WHERE state IN ('queued', 'unknown')`,
  );
}

/** Whether an ask's text has not left yet: behind another menu, or its sender stands still. */
export async function textOfAskWaits(db: Db, askId: number): Promise<boolean> {
  return (await db.outboundText.count({ where: { askId, kind: "ask", state: "queued" } })) > 0;
}

/** Wakes the sender for a text with a menu that waited for this phone's open one. */
export async function wakeWaitingMenu(db: Db, personId: number, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO outbox (name, subject_id, due_at, wake_at)
    SELECT 'send', 0, ${now}::timestamptz, ${now}::timestamptz
    WHERE EXISTS (SELECT FROM outbound_texts
      WHERE person_id = ${personId} AND state = 'queued' AND question IS NOT NULL AND due_at <= ${now}::timestamptz)`;
}

/** Puts off what is due and of these kinds, until `until`. */
export async function putOff(db: Db, kinds: readonly TextKind[], until: Date, now: Date): Promise<void> {
  await db.outboundText.updateMany({
    where: { state: "queued", kind: { in: [...kinds] }, dueAt: { lte: now } },
    data: { dueAt: until },
  });
}

/** Segments that wait for the sender at this moment. */
export async function queuedSegments(db: Db): Promise<number> {
  const { _sum } = await db.outboundText.aggregate({ where: { state: "queued" }, _sum: { segments: true } });
  return _sum.segments ?? 0;
}
