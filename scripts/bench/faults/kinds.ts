import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { oneAtATime } from "#server/embedded/mutex.ts";
import { type carrierMoods, MOOD_NAMES, type Mood } from "./carrier.ts";
import { killDatabase } from "./database.ts";
import type { Machine } from "./machine.ts";

export const KINDS = [
  "web",
  "worker",
  "database",
  "power",
  "redis-killed",
  "redis-emptied",
  "redis-paused",
  "disk-full",
  "clock-jumps",
  "carrier-reports-badly",
  ...MOOD_NAMES,
] as const;
export type Kind = (typeof KINDS)[number];

export type Broken = { readonly machine: Machine; readonly carrier: ReturnType<typeof carrierMoods> };
export type Blow = {
  readonly lastMs: number;
  /** Where the clock goes. */
  readonly jumpSeconds: number;
};

type Way = {
  /** Null: it can be done to this one. Else why not; "" where there is nothing of the kind to break. */
  cannot(machine: Machine): string | null;
  /** Breaks it and mends it after `lastMs`. */
  strike(broken: Broken, blow: Blow): Promise<void>;
};

/** Nobody looks at a clock's file more often than once a second. */
const BELIEVED_MS = 1_500;

const REFILL_MS = 50;
/** As much as Giftline wants, and the sample between two looks may miss. */
const ENOUGH_BYTES = 16 * 1024 ** 2;

const always = () => null;
const onRedis = ({ redis }: Machine) => (redis ? null : "");

export const WAYS: Record<Kind, Way> = {
  web: { cannot: always, strike: ({ machine }, { lastMs }) => machine.web.kill(pause(lastMs)) },
  worker: {
    cannot: ({ worker }) => (worker ? null : ""),
    strike: async ({ machine }, { lastMs }) => machine.worker?.kill(pause(lastMs)),
  },
  database: { cannot: always, strike: loseDatabase },
  power: { cannot: always, strike: cutPower },
  "redis-killed": {
    cannot: onRedis,
    strike: ({ machine }, { lastMs }) =>
      machine
        .without("queue", async () => {
          await machine.redis?.kill();
          await pause(lastMs);
        })
        .then(() => machine.redis?.start()),
  },
  "redis-emptied": {
    cannot: onRedis,
    strike: async ({ machine }) => void (await machine.redis?.running()?.empty()),
  },
  "redis-paused": {
    cannot: onRedis,
    strike: async ({ machine }, { lastMs }) => {
      const server = machine.redis?.running();
      await machine.without("queue", async () => {
        server?.freeze();
        await pause(lastMs);
      });
      server?.thaw();
    },
  },
  "disk-full": {
    cannot: ({ disk }) => (typeof disk === "string" ? disk : null),
    strike: async ({ machine }, { lastMs }) => {
      const { disk } = machine;
      if (typeof disk === "string") return;
      disk.fill();
      let isBack = machine.lose("disk");
      // What a database that starts anew gives back is taken too: for a moment the disk had room.
      const refilling = setInterval(() => {
        if (disk.fill() < ENOUGH_BYTES) return;
        isBack(REFILL_MS);
        isBack = machine.lose("disk");
      }, REFILL_MS);
      await pause(lastMs);
      clearInterval(refilling);
      isBack(disk.fill() < ENOUGH_BYTES ? 0 : REFILL_MS);
      disk.free();
    },
  },
  "clock-jumps": {
    cannot: ({ clock }) => (typeof clock === "string" ? clock : null),
    strike: async ({ machine }, { lastMs, jumpSeconds }) => {
      const { clock } = machine;
      if (typeof clock === "string") return;
      clock.set(jumpSeconds);
      await pause(Math.max(lastMs, BELIEVED_MS));
      clock.set(0);
    },
  },
  "carrier-reports-badly": {
    cannot: always,
    strike: ({ carrier }, { lastMs }) => carrier.reportBadly(pause(lastMs)),
  },
  "carrier-429": inMood("carrier-429"),
  "carrier-5xx": inMood("carrier-5xx"),
  "carrier-hangs": inMood("carrier-hangs"),
  "carrier-drops": inMood("carrier-drops"),
  "carrier-silent": inMood("carrier-silent"),
};

function inMood(mood: Mood): Way {
  return { cannot: always, strike: ({ carrier }, { lastMs }) => carrier.during(mood, pause(lastMs)) };
}

/** It is brought back within moments: for as long as it is to be gone, nobody gets to do so. */
async function loseDatabase({ machine }: Broken, { lastMs }: Blow): Promise<void> {
  await oneAtATime(join(machine.dataDir, "postgres.lock"), async () => {
    await killDatabase(machine.dataDir);
    await machine.without("database", () => pause(lastMs));
  });
}

/** Everything at once, and everything starts at once. */
async function cutPower({ machine }: Broken, { lastMs }: Blow): Promise<void> {
  const { promise: back, resolve: turnOn } = Promise.withResolvers<void>();
  const { dataDir, redis, web, worker } = machine;
  await Promise.all([web.kill(back), worker?.kill(back), killDatabase(dataDir), redis?.kill()]);
  // A program that was just starting it may have been quicker.
  await killDatabase(dataDir);
  await pause(lastMs);
  await redis?.start();
  turnOn();
}
