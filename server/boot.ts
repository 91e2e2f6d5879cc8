import { join } from "node:path";
import { Pool } from "pg";
import type { Carrier } from "#sms/carrier.ts";
import { simulatorCarrier } from "#sms/simulator/carrier.ts";
import { twilioCarrier } from "#sms/twilio/client.ts";
import type { Config } from "./config.ts";
import type { Booted, Context } from "./context.ts";
import { findDatabase } from "./database.ts";
import { type Pump, startPump } from "./jobs/outbox.ts";
import { openQueues } from "./jobs/queues.ts";
import type { Gate } from "./keys/gate.ts";
import { openKeyring } from "./keys/keyring.ts";
import { followKnowledge } from "./knowledge.ts";
import { openLimits } from "./limits.ts";
import { createLog, type Log } from "./log.ts";
import { createMatcher } from "./matcher.ts";
import type { Fault } from "./matching/know/parse-lexicon.ts";
import { createMetrics } from "./metrics.ts";
import { type Database, type Db, openDatabase, outliveServer } from "./store/db.ts";
import { migrate } from "./store/migrate.ts";
import type { Vault } from "./vault.ts";

/** What tests put in the place of the real thing. */
export type Replacements = {
  readonly now?: () => Date;
  readonly log?: Log;
  readonly carrier?: Carrier;
  readonly carrierTimeoutMs?: number;
  /** Instead of the end of the process, when its key is no more. */
  readonly onKeyLost?: () => void;
};

const CARRIER_TIMEOUT_MS = 10_000;
const CONNECTIONS = 16;
/** Who waits longer for a connection hears that it failed, instead of nothing. */
const CONNECT_TIMEOUT_MS = 10_000;
/** A camp's own words, under its data folder: read anew when they change. */
const LEXICON_FOLDER = "lexicon";
/** Plans are kept for a connection's life: made on a young database, they must not be made for empty tables. */
const PLAN_FOR_GROWTH = "-c enable_seqscan=off";

/** Wires everything once, from the configuration alone; tests call it too. Nothing is served or worked yet. */
export async function createContext(config: Config, replaced: Replacements = {}): Promise<Booted> {
  const log = replaced.log ?? createLog(config.logLevel);
  const now = replaced.now ?? (() => new Date());
  const { connection, leave } = await findDatabase(config, (line) => log.info(line));
  await migrate(connection);
  const pool = new Pool({
    ...connection,
    max: CONNECTIONS,
    options: PLAN_FOR_GROWTH,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  pool.on("error", (err) => log.error({ err }, "database connection"));
  pool.on("connect", outliveServer);
  const database = openDatabase(pool);
  const queues = await openQueues(config.redisUrl, connection, log);
  const pump = startPump({ db: database.db, queues, now, log });
  const keyring = await openKeyring({
    connection,
    place: config,
    log,
    onLost: replaced.onKeyLost ?? (() => process.exit(1)),
  });
  const { vault } = keyring;
  const carrier = replaced.carrier ?? carrierOf(config, vault, replaced.carrierTimeoutMs);
  const metrics = createMetrics();
  const matcher = createMatcher(
    followKnowledge(join(config.dataDir, LEXICON_FOLDER), (faults) => reportFaults(faults, log)),
    config.timeZone,
  );
  const limits = await openLimits(pool);
  const ctx = bind(
    { config, carrier, matcher, vault, limits, metrics, log, now },
    { database, gate: keyring.gate, pump },
  );
  return {
    ctx,
    queues,
    webhookTokens: () => config.twilio?.authTokens ?? [vault.derive("simulator")],
    poke: pump.poke,
    async close() {
      await pump.stop();
      await queues.close();
      await keyring.close();
      await database.close();
      await pool.end();
      await leave();
    },
  };
}

/** A context on the database itself; inside a transaction, one on that transaction, whose commit wakes the outbox. */
function bind(
  parts: Omit<Context, "db" | "inTransaction">,
  { database, gate, pump }: { database: Database; gate: Gate; pump: Pump },
): Context {
  const on = (db: Db): Context => ({ ...parts, db, inTransaction: (work) => work(on(db)) });
  return {
    ...parts,
    db: database.db,
    async inTransaction(work) {
      const result = await gate.pass(() => database.transact((db) => work(on(db))));
      pump.poke();
      return result;
    },
  };
}

/** A slip in a camp's file costs its line, never the start. */
function reportFaults(faults: readonly Fault[], log: Log): void {
  for (const { where, problem } of faults)
    log.warn({ where, problem }, "A line of the lexicon could not be read.");
}

function carrierOf(config: Config, vault: Vault, timeoutMs = CARRIER_TIMEOUT_MS): Carrier {
  const { twilio } = config;
  if (!twilio)
    return simulatorCarrier({
      publicUrl: config.publicUrl,
      reportTo: config.role === "all" ? `http://127.0.0.1:${config.port}` : config.publicUrl,
      token: () => vault.derive("simulator"),
    });
  return twilioCarrier({
    ...twilio,
    authToken: twilio.authTokens[0] ?? "",
    statusUrl: config.hasPublicUrl && !twilio.pollSeconds ? `${config.publicUrl}/twilio/status` : null,
    timeoutMs,
  });
}
