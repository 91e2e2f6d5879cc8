import type { Db } from "./db.ts";

export type AskState = "open" | "yes" | "no" | "lapsed" | "withdrawn";

export type AskRow = {
  readonly id: number;
  readonly needId: number;
  readonly giftId: number;
  readonly giverId: number;
  /** Whose phone it was put to. */
  readonly phoneId: number;
  readonly state: AskState;
  readonly dueAt: Date;
};

/** `phoneId`: the person on whose phone the giver is asked, mostly their own. */
export type Candidate = {
  readonly giftId: number;
  readonly giverId: number;
  readonly phoneId: number;
  readonly gift: number;
};

export type AskLimits = { readonly most: number; readonly aDay: number; readonly dayStart: Date };

/**
 * Who may be asked for a need at this moment: the best fits first, of equal ones those with pieces enough, then who
 * was asked least lately, then by lot. Open gifts that fit it, of people with a phone, their own or a shared one, which
 * is not its owner's too, not out, not muted either way, not asked about it before, with no open ask on that phone and
 * asks left on it today. One gift a phone.
 */
export async function whoCanBeAsked(
  db: Db,
  needId: number,
  limits: AskLimits,
  now: Date,
): Promise<readonly Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT "giftId", "giverId", "phoneId", gift FROM (
      SELECT DISTINCT ON (phone.id) g.id AS "giftId", g.person_id AS "giverId", phone.id AS "phoneId", g.number AS gift, m.score,
        g.remaining IS NULL OR g.remaining >= coalesce(n.remaining, 1) AS enough,
        (SELECT max(a.asked_at) FROM asks a WHERE a.phone_id = phone.id) AS last_asked
      FROM matches m
      JOIN posts n ON n.id = m.need_id
      JOIN posts g ON g.id = m.gift_id AND g.state = 'open' AND g.hidden_at IS NULL AND g.expires_at > ${now}::timestamptz
      JOIN people p ON p.id = g.person_id
      JOIN people phone ON phone.id = coalesce(p.via_id, p.id) AND phone.phone_hash IS NOT NULL AND NOT phone.bad_number
      JOIN people needer ON needer.id = n.person_id
      WHERE m.need_id = ${needId} AND m.fits AND phone.id <> coalesce(needer.via_id, needer.id)
        AND NOT is_out(phone.phone_hash)
        AND NOT EXISTS (SELECT FROM mutes u WHERE (u.muter_id, u.muted_id) IN ((g.person_id, n.person_id), (n.person_id, g.person_id)))
        AND NOT EXISTS (SELECT FROM asks a WHERE a.need_id = n.id AND a.giver_id = g.person_id AND a.state <> 'withdrawn')
        AND NOT EXISTS (SELECT FROM asks a WHERE a.phone_id = phone.id AND a.state = 'open')
        AND (SELECT count(*) FROM asks a WHERE a.phone_id = phone.id AND a.asked_at >= ${limits.dayStart}::timestamptz) < ${limits.aDay}
      ORDER BY phone.id, m.score DESC, g.id
    ) best
    ORDER BY alike(score) DESC, enough DESC, last_asked NULLS FIRST, lot(${needId}, "giverId")
    LIMIT ${limits.most}`;
}

export async function openAskCount(db: Db, needId: number): Promise<number> {
  return db.ask.count({ where: { needId, state: "open" } });
}

/** Adds an open ask and the job that ends it; null when this phone got another one a moment ago. */
export async function addAsk(
  db: Db,
  ask: { needId: number; giftId: number; giverId: number; phoneId: number; now: Date; dueAt: Date },
): Promise<number | null> {
  const [added] = await db.$queryRaw<{ id: number }[]>`
    WITH added AS (
      INSERT INTO asks (need_id, gift_id, giver_id, phone_id, state, asked_at, due_at)
      VALUES (${ask.needId}, ${ask.giftId}, ${ask.giverId}, ${ask.phoneId}, 'open', ${ask.now}::timestamptz, ${ask.dueAt}::timestamptz)
      ON CONFLICT (phone_id) WHERE state = 'open' DO NOTHING
      RETURNING id
    ), job AS (
      INSERT INTO outbox (name, subject_id, due_at, wake_at)
      SELECT 'tend-ask', id, ${ask.dueAt}::timestamptz, ${ask.dueAt}::timestamptz FROM added
    )
    SELECT id FROM added`;
  return added?.id ?? null;
}

/** The ask itself; null when its need, gift or giver is gone. Not locked: lock its need first. */
export async function askOf(db: Db, id: number): Promise<AskRow | null> {
  const [ask] = await db.$queryRaw<AskRow[]>`
    SELECT id, need_id AS "needId", gift_id AS "giftId", giver_id AS "giverId", phone_id AS "phoneId", state, due_at AS "dueAt"
    FROM asks WHERE id = ${id}`;
  return ask ?? null;
}

/** The last ask that this phone got and never answered; null when the last one was answered. */
export async function unansweredAskOf(db: Db, phoneId: number): Promise<number | null> {
  const [ask] = await db.$queryRaw<{ id: number; state: AskState }[]>`
    SELECT a.id, a.state FROM asks a
    WHERE a.phone_id = ${phoneId} AND EXISTS (SELECT FROM outbound_texts o
      WHERE o.ask_id = a.id AND o.kind = 'ask' AND o.state NOT IN ('queued', 'dropped'))
    ORDER BY a.id DESC LIMIT 1`;
  return ask && ask.state !== "yes" && ask.state !== "no" ? ask.id : null;
}

/** Closes an ask that is in one of `from`; false when somebody else moved it first. */
export async function closeAsk(
  db: Db,
  id: number,
  from: readonly AskState[],
  to: AskState,
  now: Date,
): Promise<boolean> {
  const { count } = await db.ask.updateMany({
    where: { id, state: { in: [...from] } },
    data: { state: to, closedAt: now },
  });
  return count === 1;
}

/** `giverId`: also of those who share their phone. `between`: two people, whichever of them was asked for the other. */
export type AboutAsks =
  | { readonly ids: readonly number[] }
  | { readonly needId: number }
  | { readonly giftId: number }
  | { readonly giverId: number }
  | { readonly between: readonly [number, number] };

export type WithdrawnAsk = {
  readonly id: number;
  readonly giverId: number;
  readonly needId: number;
  readonly need: number;
  readonly told: boolean;
};

/**
 * Withdraws every open ask about a need, a gift, a giver or two people. `told`: the ask had left the queue, so the giver deserves a
 * word; the others' texts are dropped unsent.
 */
export async function withdrawAsks(db: Db, about: AboutAsks, now: Date): Promise<readonly WithdrawnAsk[]> {
  const asks = await db.ask.findMany({
    where: { ...whichAsks(about), state: "open" },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  if (asks.length === 0) return [];
  const ids = asks.map((ask) => ask.id);
  return db.$queryRaw<WithdrawnAsk[]>`
    WITH unsent AS (
      UPDATE outbound_texts SET state = 'dropped', reason = 'withdrawn', updated_at = ${now}::timestamptz
      WHERE ask_id = ANY (${ids}::int[]) AND state = 'queued' AND kind = 'ask'
      RETURNING ask_id
    ), closed AS (
      UPDATE asks SET state = 'withdrawn', closed_at = ${now}::timestamptz
      WHERE id = ANY (${ids}::int[]) AND state = 'open'
      RETURNING id, giver_id, phone_id, need_id
    ), phones AS (
      UPDATE people SET question = NULL, question_at = NULL FROM closed
      WHERE people.id = closed.phone_id AND question ->> 'kind' = 'ask' AND (question ->> 'ask')::int = closed.id
    )
    SELECT closed.id, giver_id AS "giverId", need_id AS "needId", posts.number AS need,
      NOT EXISTS (SELECT FROM unsent WHERE unsent.ask_id = closed.id) AS told
    FROM closed JOIN posts ON posts.id = need_id
    ORDER BY closed.id`;
}

function whichAsks(about: AboutAsks) {
  if ("ids" in about) return { id: { in: [...about.ids] } };
  if ("giverId" in about) return { OR: [{ giverId: about.giverId }, { phoneId: about.giverId }] };
  return "between" in about ? betweenThem(about.between) : about;
}

function betweenThem([one, other]: readonly [number, number]) {
  return {
    OR: [
      { giverId: one, need: { personId: other } },
      { giverId: other, need: { personId: one } },
    ],
  };
}

/** The clock of an ask starts when its text leaves, not when it was planned. */
export async function startAskClock(db: Db, id: number, dueAt: Date): Promise<void> {
  await db.$executeRaw`
    WITH started AS (UPDATE asks SET due_at = ${dueAt}::timestamptz WHERE id = ${id} AND state = 'open' RETURNING id)
    UPDATE outbox SET due_at = ${dueAt}::timestamptz, wake_at = ${dueAt}::timestamptz
    FROM started WHERE name = 'tend-ask' AND subject_id = started.id`;
}

/** What an ask says, to say it again; null when it is gone. */
export async function askFactsOf(db: Db, id: number) {
  const words = {
    number: true,
    thing: true,
    quantity: true,
    remaining: true,
    until: true,
    untilTimed: true,
  } as const;
  const ask = await db.ask.findUnique({
    where: { id },
    select: { need: { select: words }, gift: { select: { number: true } }, giverId: true },
  });
  if (!ask) return null;
  const { number, remaining, ...post } = ask.need;
  const { giverId } = ask;
  return { giverId, facts: { need: number, gift: ask.gift.number, post: { ...post, quantity: remaining } } };
}

/** Takes an ask's menu off its phone, if it is the one open there: its text never arrived. */
export async function closeMenuOfAsk(db: Db, id: number): Promise<void> {
  await db.$executeRaw`UPDATE people SET question = NULL, question_at = NULL FROM asks
    WHERE asks.id = ${id} AND people.id = asks.phone_id
      AND question ->> 'kind' = 'ask' AND (question ->> 'ask')::int = asks.id`;
}
