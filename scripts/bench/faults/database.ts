import { execFileSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { runningPostmaster } from "#server/embedded/lock-files.ts";
import { until } from "#test/support/until.ts";

/** Kills the embedded PostgreSQL, all of it (kill -9), and waits until it is gone. */
export async function killDatabase(dataDir: string): Promise<void> {
  const postmaster = postmasterOf(dataDir);
  if (postmaster === undefined) return;
  const all = [postmaster, ...childrenOf(postmaster)];
  for (const pid of all) signal(pid, "SIGKILL");
  await until("the database is gone", () => all.every((pid) => !signal(pid, 0)));
}

function postmasterOf(dataDir: string): number | undefined {
  try {
    return runningPostmaster(join(realpathSync(join(dataDir, "postgres")), "cluster"));
  } catch {
    // Not made yet.
    return undefined;
  }
}

function childrenOf(pid: number): number[] {
  const listed = execFileSync("ps", ["-e", "-o", "pid=,ppid="], { encoding: "utf8" });
  return listed
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
}

/** Whether there was somebody to get it. */
function signal(pid: number, name: "SIGKILL" | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
