import { setTimeout as pause } from "node:timers/promises";
import { type StandIn, startStandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";
import { startDatabase } from "./database.ts";
import { startGiftline, TOKEN } from "./processes.ts";

const ACCOUNT = `AC${"0".repeat(32)}`;
/** A text's quantity tells it from the others, and may be 999 at the most. */
const MOST = 900;
/** So many are asked for one need, each for one at a time. */
const GIVERS = 3;
const PATIENCE_MS = 120_000;

type Row = { what: string; p50: number; p95: number; p99: number; unasked: number };

/**
 * From a need's text leaving its phone until the carrier has the question to a giver: webhook, outbox, queue, match, ask,
 * sender and the carrier's API. One process on the embedded database; a stand-in carrier that answers at once.
 */
export async function benchAsks(options: {
  folder: string;
  seconds: number;
  rates: readonly number[];
}): Promise<Row[]> {
  const database = await startDatabase(options.folder);
  const standIn = await startStandIn({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    ourNumber: "+14015550100",
    statusCallbacks: false,
  });
  const giftline = await startGiftline({
    ...database.settings,
    TWILIO_API_URL: standIn.url,
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: "1000",
  });
  const webhook = `${giftline.target.publicUrl}/twilio/sms`;
  try {
    const rows: Row[] = [];
    for (const [round, rate] of options.rates.entries())
      rows.push(await measure({ standIn, webhook, round, rate, seconds: options.seconds }));
    return rows;
  } finally {
    await giftline.stop();
    await standIn.close();
    await database.stop();
  }
}

type Round = { standIn: StandIn; webhook: string; round: number; rate: number; seconds: number };

/** Each round speaks of a thing of its own, so that nobody of an earlier one is asked. */
async function measure({ standIn, webhook, round, rate, seconds }: Round): Promise<Row> {
  const thing = ["tarps", "blankets", "flashlights", "buckets"][round % 4] ?? "tarps";
  const count = Math.min(MOST, rate * seconds);
  const phone = (side: number, i: number) => `+1${2_020_000_000 + round * 10_000 + side * 5_000 + i}`;
  for (let i = 0; i < count * GIVERS; i++)
    await standIn.postText(webhook, { from: phone(0, i), body: `GIFT ${thing}, have 990` });
  const asked = new Map<number, number>();
  const named = new RegExp(`needs (\\d+) ${thing}`);
  let seen = standIn.accepted.length;
  const look = () => {
    for (const { body } of standIn.accepted.slice(seen)) {
      const quantity = Number(named.exec(body)?.[1]);
      if (!asked.has(quantity)) asked.set(quantity, performance.now());
    }
    seen = standIn.accepted.length;
  };
  const looking = setInterval(look, 1);
  const sent = new Map<number, number>();
  const began = performance.now();
  const open: Promise<unknown>[] = [];
  for (let i = 0; i < count; i++) {
    await pause(Math.max(0, began + (i * 1000) / rate - performance.now()));
    sent.set(i + 10, performance.now());
    open.push(standIn.postText(webhook, { from: phone(1, i), body: `NEED ${i + 10} ${thing}` }));
  }
  await Promise.all(open);
  await until("all are asked", () => asked.size >= count, PATIENCE_MS).catch(() => undefined);
  clearInterval(looking);
  const times = [...sent].flatMap(([quantity, at]) => {
    const then = asked.get(quantity);
    return then === undefined ? [] : [then - at];
  });
  return rowOf(`text to ask at ${rate}/s`, times, count);
}

function rowOf(what: string, times: readonly number[], count: number): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return { what, p50: at(0.5), p95: at(0.95), p99: at(0.99), unasked: count - times.length };
}
