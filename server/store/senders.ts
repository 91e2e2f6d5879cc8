import { QUESTION_UNDISTURBED_MS } from "#server/domain/question.ts";
import { type DayBudget, kindsFor } from "#server/domain/segment-budget.ts";
import { LOOK_UP_AFTER_MS } from "#server/domain/text-state.ts";
import { type Db, only } from "./db.ts";
import { BUDGET_LANE } from "./segment-days.ts";

/** A worker wakes up this late at times, and makes up for it with the next text. */
const LATE_MS = 20;

/**
 * More than any text has. What keeps the pace waiting for longer than this many is a clock that was set back; a hand
 * that holds the sender writes `infinity`.
 */
const MOST_SEGMENTS = 30;
const LOOK_AGAIN_MS = 3_600_000;

/** The pace is the carrier's, one row for all workers and both queue backends, on the database's clock. */
export async function openSender(db: Db, name: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO senders (name, next_at) VALUES (${name}, clock_timestamp())
    ON CONFLICT (name) DO UPDATE SET halted_at = NULL, halted_code = NULL`;
}

export type Claimed = {
  readonly id: number;
  readonly personId: number;
  readonly phone: Uint8Array | null;
  readonly body: Uint8Array;
  readonly notAfter: Date | null;
  readonly sends: number;
  readonly claimedAt: Date;
  /** `out`: said STOP since it was queued, or wishes for no such broadcast any more. `late`: its time has passed. Both are dropped, not sent. */
  readonly verdict: "send" | "out" | "late" | "bad-number";
  /** Segments of the day with this text, where there is a budget. */
  readonly spent: number | null;
};

/**
 * Takes the next text if the pace allows one: lowest priority number first, then oldest. A text with a menu is
 * passed over while another menu on that phone is younger than two minutes; taking it opens its own menu.
 * What the day's budget has nothing left for is passed over too: the day's row is locked, so that however many claim and
 * answer at once, not one segment more is spent. A person who is being answered just then is passed over as well, because
 * whoever answers waits for the day's row.
 * `segmentMs`: how long one segment occupies the sender. Null when there is nothing to take just then.
 */
export async function claimText(
  db: Db,
  sender: string,
  { segmentMs, budget }: { readonly segmentMs: number; readonly budget: DayBudget },
  now: Date,
): Promise<Claimed | null> {
  const { day, most } = budget;
  const limited = most !== null;
  const lookUpAt = new Date(now.getTime() + LOOK_UP_AFTER_MS);
  const undisturbed = new Date(now.getTime() - QUESTION_UNDISTURBED_MS);
  const [claimed] = await db.$queryRaw<Claimed[]>`
    WITH pace AS (
      SELECT name FROM senders
      WHERE name = ${sender} AND halted_at IS NULL AND (next_at <= clock_timestamp()
        OR next_at > clock_timestamp() + ${MOST_SEGMENTS * segmentMs}::float8 * interval '1 millisecond' AND isfinite(next_at))
      FOR UPDATE
    ), purse AS (
      SELECT d.segments FROM pace, segment_days d
      WHERE ${limited} AND d.day = ${day}::date AND d.lane = ${BUDGET_LANE}
      FOR UPDATE OF d
    ), pick AS (
      SELECT o.id, p.phone, o.question,
        CASE WHEN o.kind <> 'goodbye' AND is_out(p.phone_hash) THEN 'out'
          WHEN o.broadcast_id IS NOT NULL AND NOT wants_broadcast(p.id, p.phone_hash, o.broadcast_id) THEN 'out'
          WHEN o.not_after <= ${now}::timestamptz THEN 'late'
          WHEN p.bad_number OR p.phone IS NULL THEN 'bad-number' ELSE 'send' END AS verdict
      FROM pace, outbound_texts o JOIN people p ON p.id = o.person_id
      WHERE o.state = 'queued' AND o.due_at <= ${now}::timestamptz
        AND (o.question IS NULL OR p.question IS NULL OR p.question_at <= ${undisturbed}::timestamptz)
        AND (NOT ${limited} OR coalesce((SELECT segments FROM purse), 0) + o.segments <=
          CASE WHEN o.kind = ANY (${[...kindsFor("announcing")]}) THEN ${most?.announcing ?? 0}::int
            WHEN o.kind = ANY (${[...kindsFor("saving")]}) THEN ${most?.saving ?? 0}::int ELSE ${most?.answering ?? 0}::int END)
      ORDER BY o.priority, o.id
      LIMIT 1
      FOR UPDATE OF o SKIP LOCKED
      FOR NO KEY UPDATE OF p SKIP LOCKED
    ), taken AS (
      UPDATE outbound_texts o SET
        state = CASE WHEN verdict = 'send' THEN 'sending' ELSE 'dropped' END,
        reason = CASE WHEN verdict = 'send' THEN NULL ELSE verdict END,
        sends = sends + CASE WHEN verdict = 'send' THEN 1 ELSE 0 END,
        claimed_at = ${now}::timestamptz, updated_at = ${now}::timestamptz,
        due_at = ${lookUpAt}::timestamptz
      FROM pick WHERE o.id = pick.id
      RETURNING o.id, o.person_id, pick.phone, o.body, o.not_after, o.sends, o.segments, o.claimed_at, pick.verdict
    ), menu AS (
      UPDATE people SET question = pick.question, question_at = ${now}::timestamptz
      FROM pick JOIN taken ON taken.id = pick.id
      WHERE people.id = taken.person_id AND pick.question IS NOT NULL AND pick.verdict = 'send'
    ), paced AS (
      UPDATE senders SET next_at = least(clock_timestamp(), greatest(next_at, clock_timestamp() - ${LATE_MS} * interval '1 millisecond')) + segments * ${segmentMs}::float8 * interval '1 millisecond'
      FROM taken WHERE senders.name = ${sender} AND verdict = 'send'
    ), counted AS (
      INSERT INTO segment_days AS d (day, lane, segments)
      SELECT ${day}::date, CASE WHEN ${limited} THEN ${BUDGET_LANE} ELSE pg_backend_pid() % 16 END, segments
      FROM taken WHERE verdict = 'send'
      ON CONFLICT (day, lane) DO UPDATE SET segments = d.segments + EXCLUDED.segments
      RETURNING d.segments
    )
    SELECT id, person_id AS "personId", phone, body, not_after AS "notAfter", sends, claimed_at AS "claimedAt", verdict,
      (SELECT segments FROM counted) AS spent
    FROM taken`;
  return claimed ?? null;
}

export type Outlook = {
  readonly halted: string | null;
  /** Until the pace allows the next segment. */
  readonly paceMs: number;
  /** When the earliest text that is queued or in doubt comes due; null when there is none. */
  readonly nextDue: Date | null;
  /** Something is due that only the pace holds back. */
  readonly waiting: boolean;
};

/** Why nothing could be claimed, and when to look again. */
export async function outlook(db: Db, sender: string, now: Date): Promise<Outlook> {
  const undisturbed = new Date(now.getTime() - QUESTION_UNDISTURBED_MS);
  return only(
    await db.$queryRaw<Outlook[]>`
    WITH menus AS (
      SELECT CASE WHEN p.question IS NULL OR p.question_at <= ${undisturbed}::timestamptz
        THEN o.due_at ELSE greatest(o.due_at, p.question_at + ${QUESTION_UNDISTURBED_MS} * interval '1 millisecond') END AS at
      FROM outbound_texts o JOIN people p ON p.id = o.person_id WHERE o.state = 'queued' AND o.question IS NOT NULL
    ), due AS (
      SELECT least((SELECT min(at) FROM menus),
        (SELECT min(due_at) FROM outbound_texts WHERE state = 'queued' AND question IS NULL)) AS at
    )
    SELECT halted_code AS halted,
      least(${LOOK_AGAIN_MS}, greatest(0, extract(epoch FROM next_at - clock_timestamp()) * 1000))::float8 AS "paceMs",
      least(due.at,
        (SELECT min(due_at) FROM outbound_texts WHERE state IN ('sending', 'unknown'))) AS "nextDue",
      coalesce(due.at <= ${now}::timestamptz, false) AS waiting
    FROM due, senders WHERE name = ${sender}`,
  );
}

/** Stops the sender for everybody; true when it was not stopped before. */
export async function haltSender(db: Db, name: string, code: string, now: Date): Promise<boolean> {
  const { count } = await db.sender.updateMany({
    where: { name, haltedAt: null },
    data: { haltedAt: now, haltedCode: code },
  });
  return count === 1;
}

/** Whether the sender is halted; nobody can halt it between this answer and the end of the transaction. */
export async function standsStill(db: Db, name: string): Promise<boolean> {
  const [sender] = await db.$queryRaw<{ halted: boolean }[]>`
    SELECT halted_at IS NOT NULL AS halted FROM senders WHERE name = ${name} FOR SHARE`;
  return sender?.halted ?? false;
}

export async function haltedCodes(db: Db): Promise<readonly string[]> {
  const rows = await db.sender.findMany({ where: { haltedAt: { not: null } }, select: { haltedCode: true } });
  return rows.flatMap((row) => row.haltedCode ?? []);
}
