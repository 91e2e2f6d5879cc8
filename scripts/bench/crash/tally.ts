import { Client } from "pg";
import { joinPostgres } from "#server/embedded/join.ts";
import type { StandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";
import type { Killer } from "./killer.ts";
import type { People } from "./stories.ts";
import type { Written } from "./writer.ts";

/** A text in doubt is looked up after 20 s, three times at the most, before it goes again. */
const PATIENCE_MS = 180_000;

/** Waits until every text has come to an end and nothing is due. */
export async function settle(dataDir: string): Promise<void> {
  await onDatabase(dataDir, async (client) => {
    await until(
      "all is settled",
      async () => {
        const { rows } = await client.query(`SELECT
          (SELECT count(*) FROM outbound_texts WHERE state IN ('queued', 'sending', 'unknown'))
          + (SELECT count(*) FROM outbox WHERE due_at <= now()) AS left`);
        return rows[0].left === "0";
      },
      PATIENCE_MS,
    );
  });
}

type Sides = {
  readonly dataDir: string;
  readonly standIn: StandIn;
  readonly people: People;
  readonly killer: Killer;
};

/** What was promised against what the database and the carrier hold. */
export async function tally({ dataDir, standIn, people, killer }: Sides) {
  const { stored, posts, introduced, states, handedOverAgain } = await onDatabase(dataDir, read);
  const answered = people.writer.written.filter((text) => text.answered);
  const lost = answered.filter(({ sid }) => !stored.has(sid));
  const relayed = countOf(standIn.accepted.map(({ body }) => /^\d+: (.*)$/.exec(body)?.[1] ?? ""));
  const effects: Record<Written["kind"], (mark: string) => number> = {
    need: (mark) => posts.get(`need ${mark}`) ?? 0,
    gift: (mark) => posts.get(`gift ${mark}`) ?? 0,
    yes: (mark) => introduced.get(mark) ?? 0,
    words: (mark) => relayed.get(mark) ?? 0,
  };
  const wrong = answered.filter(({ kind, mark }) => effects[kind](mark) !== 1);
  const ids = countOf(standIn.accepted.map((text) => text.statusCallback?.split("?")[1] ?? ""));
  const twice = [...ids.values()].filter((count) => count > 1).length;
  const unsent = states.filter(({ state }) => ["failed", "dropped"].includes(state));
  const startsMs = killer.startsMs.toSorted((one, other) => one - other);
  const rows = {
    kills: killer.kills,
    "restart to ready, median ms": Math.round(startsMs[Math.floor(startsMs.length / 2)] ?? 0),
    "texts answered with 200": answered.length,
    "deliveries repeated": people.writer.repeats,
    "texts never answered": people.writer.written.length - answered.length,
    "answered, not stored": lost.length,
    "stored, all in all": stored.size,
    "effects not exactly one": wrong.length,
    "stories that got stuck": people.stuck.length,
    "texts the carrier accepted": standIn.accepted.length,
    "not accepted at first, handed over again": handedOverAgain,
    "accepted twice": twice,
    "texts failed or dropped": unsent.reduce((sum, { count }) => sum + count, 0),
  };
  const faults = [
    "answered, not stored",
    "effects not exactly one",
    "stories that got stuck",
    "accepted twice",
  ] as const;
  return { rows, faults: faults.filter((name) => rows[name] > 0).map((name) => `${name}: ${rows[name]}`) };
}

async function read(client: Client) {
  const stored = await client.query<{ id: string }>("SELECT carrier_id AS id FROM inbound_texts");
  const posts = await client.query<{ mark: string }>(
    "SELECT kind || ' ' || substring(words FROM '[a-z]{10}') AS mark FROM posts",
  );
  const introduced = await client.query<{ mark: string }>(
    "SELECT substring(words FROM '[a-z]{10}') AS mark FROM introductions i JOIN posts p ON p.id = i.need_id",
  );
  const states = await client.query<{ state: string; count: number }>(
    "SELECT state, count(*)::int AS count FROM outbound_texts GROUP BY state",
  );
  const again = await client.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM outbound_texts WHERE sends > 1",
  );
  return {
    handedOverAgain: again.rows[0]?.count ?? 0,
    stored: new Set(stored.rows.map(({ id }) => id)),
    posts: countOf(posts.rows.map(({ mark }) => mark)),
    introduced: countOf(introduced.rows.map(({ mark }) => mark)),
    states: states.rows,
  };
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

async function onDatabase<T>(dataDir: string, work: (client: Client) => Promise<T>): Promise<T> {
  const joined = await joinPostgres({ dataDir, log: () => undefined });
  const client = new Client(joined.connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await joined.leave();
  }
}
