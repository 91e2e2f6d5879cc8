import type { StandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";
import { compare, onDatabase } from "./compare.ts";
import type { Killer } from "./killer.ts";
import type { People } from "./stories.ts";

/** A text in doubt is looked up after 20 s, three times at the most, before it goes again. */
const PATIENCE_MS = 180_000;

/** Waits until every text has come to an end and nothing is due. */
export async function settle(dataDir: string, patienceMs = PATIENCE_MS): Promise<void> {
  await onDatabase(dataDir, async (client) => {
    await until(
      "all is settled",
      async () => {
        const { rows } = await client.query(`SELECT
          (SELECT count(*) FROM outbound_texts WHERE state IN ('queued', 'sending', 'unknown'))
          + (SELECT count(*) FROM outbox WHERE due_at <= now()) AS left`);
        return rows[0].left === "0";
      },
      patienceMs,
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
  const { written, repeats } = people.writer;
  const found = await compare({ dataDir, standIn, written });
  const startsMs = killer.startsMs.toSorted((one, other) => one - other);
  const rows = {
    kills: killer.kills,
    "restart to ready, median ms": Math.round(startsMs[Math.floor(startsMs.length / 2)] ?? 0),
    "texts answered with 200": found.answered.length,
    "deliveries repeated": repeats,
    "texts never answered": written.length - found.answered.length,
    "answered, not stored": found.lost.length,
    "stored, all in all": found.stored.size,
    "effects not exactly one": found.wrong.length,
    "told a wrong number or another answer": found.mistold.length,
    "stories that got stuck": people.stuck.length,
    "texts the carrier accepted": standIn.accepted.length,
    "not accepted at first, handed over again": found.handedOverAgain,
    "accepted twice": found.twice.length,
    "texts failed or dropped": found.unsent.reduce((sum, { count }) => sum + count, 0),
  };
  const faults = [
    "answered, not stored",
    "effects not exactly one",
    "told a wrong number or another answer",
    "stories that got stuck",
    "accepted twice",
  ] as const;
  return { rows, faults: faults.filter((name) => rows[name] > 0).map((name) => `${name}: ${rows[name]}`) };
}
