import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

/** Longer than a server may take to recover, which is done under the lock. */
const patienceMs = 300_000;

/**
 * Runs `work` while no other process (or caller in this one) works under the same lock file.
 * SQLite's lock is the kernel's, so it goes with its holder, even by kill -9; no pid file has to be judged stale.
 */
export async function oneAtATime<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(lockFile);
  try {
    await acquire(lock, lockFile);
    return await work();
  } finally {
    lock.close();
  }
}

async function acquire(lock: DatabaseSync, lockFile: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!tryAcquire(lock)) {
    if (Date.now() > deadline) {
      throw new Error(`another process has been starting or stopping PostgreSQL for too long (${lockFile})`);
    }
    await pause(25);
  }
}

function tryAcquire(lock: DatabaseSync): boolean {
  try {
    // Nothing is ever written to it, and a journal beside it would need room on a disk that may be full.
    lock.exec("PRAGMA journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && error.message.includes("database is locked")) return false;
    throw error;
  }
}
