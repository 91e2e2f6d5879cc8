import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

/** How many in how many seconds, counted in the database for all processes together. */
const LIMITS = {
  /** Codes asked for to one phone, whoever asks and whether or not it has a role. */
  "codes-asked": { points: 20, duration: 15 * 60 },
  /** Wrong codes and links from one address. */
  "missed-from": { points: 20, duration: 15 * 60 },
  /** Wrong codes to one phone. */
  "missed-for": { points: 20, duration: 15 * 60 },
  /** Screens that asked to act, from one address. */
  "pairings-from": { points: 10, duration: 15 * 60 },
  /** Wrong codes of screens, typed by one organizer. */
  "codes-missed": { points: 10, duration: 15 * 60 },
  /** Wrong PINs at one screen's staff corner. */
  "pins-missed": { points: 5, duration: 15 * 60 },
  /** Slips that came out for one touchscreen. */
  slips: { points: 30, duration: 10 * 60 },
  /** Numbers typed at one touchscreen, whoever they belong to. */
  "kiosk-numbers": { points: 30, duration: 60 * 60 },
  /** Posts and takings at one touchscreen by people without a phone. */
  "kiosk-posts": { points: 60, duration: 60 * 60 },
} as const;
export type LimitName = keyof typeof LIMITS;

export type Limits = {
  /** Counts one more of `key`; false when there were too many before it. Of many at the same moment no more are let through. */
  take(name: LimitName, key: string): Promise<boolean>;
  /** One that was taken does not count after all. */
  giveBack(name: LimitName, key: string): Promise<void>;
  /** Forgets whoever is counted no more. */
  forget(): Promise<void>;
};

/** Makes its table when it is not there. */
export async function openLimits(pool: Pool): Promise<Limits> {
  const limiters = new Map<LimitName, RateLimiterPostgres>();
  for (const name of Object.keys(LIMITS) as LimitName[]) limiters.set(name, await open(pool, name));
  return {
    async take(name, key) {
      try {
        await limiters.get(name)?.consume(key);
        return true;
      } catch (fault) {
        if (fault instanceof RateLimiterRes) return false;
        throw fault;
      }
    },
    async giveBack(name, key) {
      await limiters.get(name)?.reward(key);
    },
    async forget() {
      await pool.query("DELETE FROM limits WHERE expire < $1", [Date.now()]);
    },
  };
}

function open(pool: Pool, name: LimitName): Promise<RateLimiterPostgres> {
  return new Promise((resolve, reject) => {
    const options = {
      storeClient: pool,
      storeType: "pool",
      tableName: "limits",
      keyPrefix: name,
      ...LIMITS[name],
    };
    const limiter: RateLimiterPostgres = new RateLimiterPostgres(
      { ...options, clearExpiredByTimeout: false },
      (fault) => (fault ? reject(fault) : resolve(limiter)),
    );
  });
}
