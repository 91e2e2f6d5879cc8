import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

/** How many tries in how many seconds, counted in the database for all processes together. */
const LIMITS = {
  /** Codes asked for and guessed, from one address. */
  "sign-in": { points: 20, duration: 15 * 60 },
} as const;
type LimitName = keyof typeof LIMITS;

export type Limits = {
  /** Counts one try of `key`; false when there were too many. */
  take(name: LimitName, key: string): Promise<boolean>;
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
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
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
