import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool, PoolClient } from "pg";
import { type Prisma, PrismaClient } from "./generated/client/client.ts";

/** What store functions ask: the database, or one transaction of it. */
export type Db = Prisma.TransactionClient;

export type Database = {
  readonly db: Db;
  /** One transaction; tried again when the database chose it as the victim of a deadlock. */
  transact<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const TRIES = 4;

/** `pool` stays the caller's: it is shared with the queues. */
export function openDatabase(pool: Pool): Database {
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }),
  });
  return {
    db: client,
    async transact(work) {
      for (let left = TRIES - 1; ; left--) {
        try {
          return await client.$transaction(work, { maxWait: 10_000, timeout: 15_000 });
        } catch (fault) {
          if (left === 0 || !isDeadlock(fault)) throw fault;
        }
      }
    },
    close: () => client.$disconnect(),
  };
}

const MOST_NAMES = 500;

/**
 * Named statements are parsed and planned once a connection, which halves the database's work on the hot path.
 * Statements whose text varies without end (long lists) get no name once there are many.
 */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const name = names.size < MOST_NAMES ? `s${names.size}` : "";
    if (name) names.set(sql, name);
    return name;
  };
}

/** Prisma names it P2034; raw statements carry PostgreSQL's own 40P01 or 40001 somewhere in their cause. */
function isDeadlock(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = "code" in fault ? fault.code : undefined;
  if (code === "P2034") return true;
  if (code === "P2010") return /40P01|40001/.test(fault.message);
  return isDeadlock(fault.cause);
}

/**
 * For a pool's new connection. While it is lent out its pool does not listen to it, and an error event that nobody
 * hears ends the process: the server's end is to fail the query, not us.
 */
export function outliveServer(client: PoolClient): void {
  client.on("error", () => undefined);
}

/** The one row that must be there. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("The database gave no row where there is always one.");
  return row;
}
