import type { Carrier } from "#sms/carrier.ts";
import type { Config } from "./config.ts";
import type { Queues } from "./jobs/queues.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";
import type { Matcher } from "./matcher.ts";
import type { Metrics } from "./metrics.ts";
import type { Db } from "./store/db.ts";
import type { Vault } from "./vault.ts";

/** Everything an action needs, wired once in boot.ts. Nothing is imported as a global. */
export type Context = {
  readonly config: Config;
  /** The database; inside `inTransaction`, that transaction. */
  readonly db: Db;
  /** Runs `work` in one transaction: all of it happens or nothing. Then the outbox is looked at. */
  inTransaction<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  readonly carrier: Carrier;
  readonly matcher: Matcher;
  readonly vault: Vault;
  readonly limits: Limits;
  readonly metrics: Metrics;
  readonly log: Log;
  now(): Date;
};

/** Everything that was opened for a process, to serve from, to work with, and to close. */
export type Booted = {
  readonly ctx: Context;
  readonly queues: Queues;
  /** Which signatures the webhooks accept. */
  webhookTokens(): readonly string[];
  /** Looks at the outbox at once: for who moved the clock or wrote past the context. */
  poke(): void;
  close(): Promise<void>;
};
