import type { Question } from "#server/domain/question.ts";
import type { TextKind, TextState } from "#server/domain/text-state.ts";
import type { Db } from "./db.ts";

export type NewOutboundText = {
  readonly personId: number;
  readonly kind: TextKind;
  readonly priority: number;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly segments: number;
  readonly question: Question | null;
  readonly askId: number | null;
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
    INSERT INTO outbound_texts (person_id, kind, priority, body, segments, question, ask_id, due_at, not_after,
      created_at, updated_at)
    VALUES (${text.personId}, ${text.kind}, ${text.priority}, ${text.body}, ${text.segments}, ${question}::jsonb,
        ${text.askId}::int, ${text.dueAt}::timestamptz, ${text.notAfter}::timestamptz, ${text.now}::timestamptz,
      ${text.now}::timestamptz)`;
}

export type DoubtfulText = {
  readonly id: number;
  readonly personId: number;
  readonly phone: Uint8Array | null;
  readonly body: Uint8Array | null;
  readonly claimedAt: Date;
  readonly sends: number;
  readonly lookUps: number;
};

/** Texts handed over without a known outcome whose time to be looked up has come. */
export async function textsInDoubt(db: Db, now: Date): Promise<readonly DoubtfulText[]> {
  return db.$queryRaw<DoubtfulText[]>`
    SELECT o.id, o.person_id AS "personId", p.phone, o.body, o.claimed_at AS "claimedAt", o.sends, o.look_ups AS "lookUps"
    FROM outbound_texts o JOIN people p ON p.id = o.person_id
    WHERE o.state IN ('sending', 'unknown') AND o.due_at <= ${now}::timestamptz
    ORDER BY o.due_at LIMIT 50`;
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
  readonly dueAt?: Date | null;
  readonly lookedUp?: boolean;
  readonly now: Date;
};

/** Moves a text on if it still is in one of `from`; what it was and its ask, or null when it was not. */
export async function moveText(db: Db, by: { id: number } | { carrierId: string }, move: Move) {
  const where = { ...by, state: { in: [...move.from] } };
  const [moved] = await db.outboundText.updateManyAndReturn({
    where,
    data: {
      state: move.to,
      updatedAt: move.now,
      ...(move.carrierId === undefined ? {} : { carrierId: move.carrierId }),
      ...(move.reason === undefined ? {} : { reason: move.reason }),
      ...(move.dueAt === undefined ? {} : { dueAt: move.dueAt }),
      ...(move.lookedUp ? { lookUps: { increment: 1 } } : {}),
    },
    select: { id: true, personId: true, askId: true, kind: true },
  });
  return moved ?? null;
}

/** Takes every queued text of a person out of the queue. */
export async function dropQueuedTexts(db: Db, personId: number, reason: string, now: Date): Promise<void> {
  await db.outboundText.updateMany({
    where: { personId, state: "queued" },
    data: { state: "dropped", reason, updatedAt: now },
  });
}

/** How many texts are in each state that is not final, for readiness and metrics. */
export async function unsentCounts(db: Db): Promise<{ state: string; count: number }[]> {
  return db.$queryRaw<{ state: string; count: number }[]>`
    SELECT state, count(*)::int AS count FROM outbound_texts WHERE state IN ('queued', 'sending', 'unknown') GROUP BY state`;
}

/** Whether an ask's text has not left yet: behind another menu, or its sender stands still. */
export async function textOfAskWaits(db: Db, askId: number): Promise<boolean> {
  return (await db.outboundText.count({ where: { askId, kind: "ask", state: "queued" } })) > 0;
}
