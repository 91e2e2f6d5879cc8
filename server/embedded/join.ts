import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { findBinaries } from "./binaries.ts";
import { user } from "./cluster.ts";
import { findFolder, makeDataDir } from "./folder.ts";
import { oneAtATime } from "./mutex.ts";
import { type Server, startOrAdopt, stop } from "./server.ts";
import { port, socketFolder } from "./socket-folder.ts";

type Log = (line: string) => void;

export type JoinedPostgres = {
  readonly connection: { host: string; port: number; user: string; database: string };
  /** Stops the server only when nobody else has joined. */
  leave(): Promise<void>;
};

const database = "giftline";
/** Held shared, in the maintenance database, by everybody who has joined. Any number that nobody else there uses. */
const membershipKey = 4_743_551;

/**
 * Joins the embedded PostgreSQL under `dataDir`: starts it if nobody has, adopts it if it runs (also one that
 * outlived its starter), and brings it back if it dies while we are joined. Keeps the process alive until `leave`.
 * Throws, with what to do, if it can neither be started nor reached.
 */
export async function joinPostgres(options: { dataDir: string; log: Log }): Promise<JoinedPostgres> {
  // The server's programs run elsewhere, so no path may hang on our working directory.
  const dataDir = resolve(options.dataDir);
  makeDataDir(dataDir);
  const lockFile = resolve(dataDir, "postgres.lock");
  const server = await oneAtATime(lockFile, async () => prepare(dataDir, options.log));
  const membership = keepMembership(server, lockFile, options.log);
  await membership.enter();
  const host = socketFolder(server.folder);
  return { connection: { host, port, user, database }, leave: membership.leave };
}

function prepare(dataDir: string, log: Log): Server {
  const folder = findFolder(dataDir, log);
  return { folder, binaries: findBinaries(folder.account, log) };
}

function keepMembership(server: Server, lockFile: string, log: Log) {
  let client: pg.Client | undefined;
  let left = false;

  async function enter(): Promise<void> {
    await oneAtATime(lockFile, async () => {
      if (left) return;
      const entered = await startOrAdopt(server);
      await becomeMember(entered);
      client = entered;
      entered.once("end", () => {
        client = undefined;
        if (!left) void enterAgain();
      });
    });
  }

  async function enterAgain(): Promise<void> {
    log("PostgreSQL has gone away: bringing it back");
    for (let waitMs = 100; !left; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        await enter();
        if (!left) log("PostgreSQL is back");
        return;
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await pause(waitMs, undefined, { ref: false });
      }
    }
  }

  async function leave(): Promise<void> {
    if (left) return;
    left = true;
    // Under the mutex nobody can join between finding ourselves alone and the server's end.
    await oneAtATime(lockFile, async () => {
      const isLast = client !== undefined && (await endMembership(client));
      const problem = isLast ? await stop(server) : undefined;
      if (problem !== undefined) log(`PostgreSQL did not stop: ${problem}`);
    });
  }

  return { enter, leave };
}

async function becomeMember(client: pg.Client): Promise<void> {
  try {
    await client.query("SELECT pg_advisory_lock_shared($1)", [membershipKey]);
    const known = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** True if nobody else is joined. */
async function endMembership(client: pg.Client): Promise<boolean> {
  try {
    await client.query("SELECT pg_advisory_unlock_shared($1)", [membershipKey]);
    const sql = "SELECT pg_try_advisory_lock($1) AS alone";
    const { rows } = await client.query<{ alone: boolean }>(sql, [membershipKey]);
    return rows[0]?.alone === true;
  } catch {
    // It died just now; whoever is joined brings it back, and nobody has to stop it.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
