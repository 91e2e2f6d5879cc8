import { type Db, only } from "./db.ts";
import { BUDGET_LANE } from "./segment-days.ts";

export type NewInboundText = {
  readonly carrierId: string;
  readonly phoneHash: Uint8Array<ArrayBuffer>;
  readonly phone: Uint8Array<ArrayBuffer>;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly bodyHash: Uint8Array<ArrayBuffer>;
  readonly now: Date;
};

export type KeptText = {
  readonly personId: number;
  readonly language: string | null;
  readonly question: unknown;
  readonly questionAt: Date | null;
  readonly textId: number;
  /** The newest consent to texts; null when none was ever given or taken back. */
  readonly granted: boolean | null;
  readonly answers: number;
  readonly dullAnswers: number;
  /** Texts of the last ten minutes that we did not understand. */
  readonly unknown: number;
  /** The same words came within the hour. */
  readonly repeated: boolean;
  /** Muted by an organizer. */
  readonly blocked: boolean;
};

/**
 * Stores a text once, whoever delivers it how often, and locks its person for the rest of the transaction,
 * so that two texts of one phone are worked one after the other. One statement: this is the hot path.
 * Null for a repeat, which brings back nobody who was forgotten since.
 */
export async function keepInboundText(db: Db, text: NewInboundText): Promise<KeptText | null> {
  const { now } = text;
  const [kept] = await db.$queryRaw<KeptText[]>`
    WITH who AS (
      INSERT INTO people (phone_hash, phone, created_at, seen_at)
      SELECT ${text.phoneHash}, ${text.phone}, ${now}::timestamptz, ${now}::timestamptz
      WHERE NOT EXISTS (SELECT FROM inbound_texts WHERE carrier_id = ${text.carrierId})
      ON CONFLICT (phone_hash) DO UPDATE SET seen_at = EXCLUDED.seen_at, bad_number = false
      RETURNING id, language, question, question_at, blocked_at
    ), kept AS (
      INSERT INTO inbound_texts (carrier_id, person_id, body, body_hash, received_at)
      SELECT ${text.carrierId}, id, ${text.body}, ${text.bodyHash}, ${now}::timestamptz FROM who
      ON CONFLICT (carrier_id) DO NOTHING
      RETURNING id
    )
    SELECT who.id AS "personId", who.language, who.question, who.question_at AS "questionAt",
      who.blocked_at IS NOT NULL AS blocked, kept.id AS "textId",
      (SELECT granted FROM consents WHERE phone_hash = ${text.phoneHash} AND purpose = 'texts'
        ORDER BY id DESC LIMIT 1) AS granted,
      recent.*
    FROM who, kept, LATERAL (
      SELECT count(*) FILTER (WHERE reply_segments > 0)::int AS answers,
        count(*) FILTER (WHERE reply_segments > 0 AND dull)::int AS "dullAnswers",
        count(*) FILTER (WHERE verb = 'other' AND received_at > ${now}::timestamptz - interval '10 minutes')::int AS unknown,
        coalesce(bool_or(body_hash = ${text.bodyHash}), false) AS repeated
      FROM inbound_texts
      WHERE person_id = who.id AND received_at > ${now}::timestamptz - interval '1 hour'
    ) recent`;
  return kept ?? null;
}

export type Answer = {
  readonly textId: number;
  readonly personId: number;
  readonly verb: string;
  readonly dull: boolean;
  readonly reply: Uint8Array<ArrayBuffer> | null;
  readonly segments: number;
  readonly language: string | null;
  /** The phone's open question from here on; undefined leaves the one there is. */
  readonly question: object | null | undefined;
  /** The day that its segments are spent on, and how many may have left by then; `most` null: as many as there are. */
  readonly spend: { readonly day: string; readonly most: number | null } | null;
  readonly now: Date;
};

/** `said`: false when the day's budget had nothing left for it. `spent`: segments of the day, where it has a budget. */
export type Recorded = { readonly said: boolean; readonly spent: number | null };

/**
 * Writes beside the text what it meant and the answer it gets, and on its phone what is asked there: one statement with
 * the counting of its segments, as this is the hot path. An answer that is not paid opens no question.
 */
export async function recordAnswer(db: Db, answer: Answer): Promise<Recorded> {
  const { question, segments } = answer;
  const asked = question ? JSON.stringify(question) : null;
  const spends = answer.spend !== null && segments > 0;
  const { day, most } = answer.spend ?? { day: "2000-01-01", most: null };
  const rows = await db.$queryRaw<Recorded[]>`
    WITH spent AS (
      INSERT INTO segment_days AS d (day, lane, segments)
      SELECT ${day}::date, CASE WHEN ${most !== null} THEN ${BUDGET_LANE} ELSE pg_backend_pid() % 16 END, ${segments}::int
      WHERE ${spends} AND (${most}::int IS NULL OR ${segments}::int <= ${most}::int)
      ON CONFLICT (day, lane) DO UPDATE SET segments = d.segments + EXCLUDED.segments
        WHERE ${most}::int IS NULL OR d.segments + EXCLUDED.segments <= ${most}::int
      RETURNING d.segments
    ), paid AS (
      SELECT NOT ${spends} OR EXISTS (SELECT FROM spent) AS said
    ), phone AS (
      UPDATE people SET
        language = coalesce(${answer.language}, language),
        question = CASE WHEN ${question === undefined} OR (${asked !== null} AND NOT said) THEN question ELSE ${asked}::jsonb END,
        question_at = CASE WHEN ${question === undefined} OR (${asked !== null} AND NOT said) THEN question_at ELSE ${answer.now}::timestamptz END
      FROM paid
      WHERE id = ${answer.personId} AND (${question !== undefined} OR language IS DISTINCT FROM coalesce(${answer.language}, language))
    )
    UPDATE inbound_texts SET verb = ${answer.verb}, dull = ${answer.dull},
      reply = CASE WHEN said THEN ${answer.reply}::bytea END, reply_segments = CASE WHEN said THEN ${segments}::int ELSE 0 END
    FROM paid
    WHERE id = ${answer.textId}
    RETURNING said, (SELECT segments FROM spent) AS spent`;
  return only(rows);
}

/** The stored answer of a text that came before; undefined when no such text is stored. */
export async function answerOf(db: Db, carrierId: string) {
  return db.inboundText.findUnique({ where: { carrierId }, select: { reply: true } });
}

/** The words of a stored text, sealed; null when they were purged. */
export async function bodyOf(db: Db, textId: number): Promise<Uint8Array | null> {
  const text = await db.inboundText.findUnique({ where: { id: textId }, select: { body: true } });
  return text?.body ?? null;
}
