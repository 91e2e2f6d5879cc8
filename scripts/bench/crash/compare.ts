import { Client } from "pg";
import { joinPostgres } from "#server/embedded/join.ts";
import type { StandIn } from "#test/support/stand-in-carrier.ts";
import type { Written } from "./writer.ts";

/** What was promised to those who wrote, against what the database and the carrier hold. */
export async function compare(sides: {
  readonly dataDir: string;
  readonly standIn: StandIn;
  readonly written: readonly Written[];
}) {
  const { dataDir, standIn } = sides;
  const { stored, posts, introduced, states, handedOverAgain } = await onDatabase(dataDir, read);
  const answered = sides.written.filter((text) => text.answered);
  const relayed = countOf(standIn.accepted.map(({ body }) => /^\d+: (.*)$/.exec(body)?.[1] ?? ""));
  const effects: Record<Written["kind"], (mark: string) => number> = {
    need: (mark) => posts.get(`need ${mark}`)?.length ?? 0,
    gift: (mark) => posts.get(`gift ${mark}`)?.length ?? 0,
    yes: (mark) => introduced.get(mark) ?? 0,
    words: (mark) => relayed.get(mark) ?? 0,
  };
  const numberTold = ({ reply }: Written) => Number(/\bno\. (\d+)/i.exec(reply ?? "")?.[1]);
  const isTrue = (text: Written) =>
    (text.kind !== "need" && text.kind !== "gift") ||
    posts.get(`${text.kind} ${text.mark}`)?.includes(numberTold(text));
  const ids = countOf(standIn.accepted.map((text) => text.statusCallback?.split("?")[1] ?? ""));
  return {
    answered,
    stored,
    /** Answered, and not in the database. */
    lost: answered.filter(({ sid }) => !stored.has(sid)),
    /** Did nothing, or more than once what it should. */
    wrong: answered.filter(({ kind, mark }) => effects[kind](mark) !== 1),
    /** Told a number that its post does not have, or another answer the second time. */
    mistold: answered.filter((text) => text.answeredOtherwise || !isTrue(text)),
    /** Ids of ours that the carrier accepted more than once. */
    twice: [...ids].filter(([, count]) => count > 1).map(([id]) => id),
    unsent: states.filter(({ state }) => ["failed", "dropped"].includes(state)),
    handedOverAgain,
  };
}

async function read(client: Client) {
  const stored = await client.query<{ id: string }>("SELECT carrier_id AS id FROM inbound_texts");
  const posts = await client.query<{ mark: string; number: number }>(
    "SELECT kind || ' ' || substring(words FROM '[a-z]{10}') AS mark, number FROM posts",
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
  const numbers = Map.groupBy(posts.rows, ({ mark }) => mark);
  return {
    handedOverAgain: again.rows[0]?.count ?? 0,
    stored: new Set(stored.rows.map(({ id }) => id)),
    posts: new Map([...numbers].map(([mark, rows]) => [mark, rows.map(({ number }) => number)])),
    introduced: countOf(introduced.rows.map(({ mark }) => mark)),
    states: states.rows,
  };
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

export async function onDatabase<T>(dataDir: string, work: (client: Client) => Promise<T>): Promise<T> {
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
