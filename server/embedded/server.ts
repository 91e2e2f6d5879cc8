import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { makeCluster } from "./cluster.ts";
import { knock } from "./connection.ts";
import type { Folder } from "./folder.ts";
import { disownLockFiles, runningPostmaster } from "./lock-files.ts";
import { run } from "./program.ts";
import { port, socketFolder } from "./socket-folder.ts";

export type Server = { readonly folder: Folder; readonly binaries: string };

/** After a group kill the dead server's memory is held for about 2 s, and it cannot start before. */
const silenceMs = 15_000;
/** A live server opens its socket within moments; one that stays silent has lost it. */
const lostSocketMs = 5_000;
/** Replaying what was written before a power cut; it answers meanwhile, but only that it is busy. */
const recoveryMs = 240_000;

/** Connects to the running server, starting it if need be. Call under the mutex. */
export async function startOrAdopt(server: Server): Promise<pg.Client> {
  await makeCluster(server.folder, server.binaries);
  const began = Date.now();
  let silentSince = began;
  let problem = "it does not get ready";
  for (;;) {
    const answer = await knock(socketFolder(server.folder), server.folder.cluster);
    if (answer.kind === "ours") return answer.client;
    if (answer.kind === "busy") silentSince = Date.now();
    const silentMs = Date.now() - silentSince;
    if (silentMs > silenceMs || Date.now() - began > recoveryMs) {
      throw new Error(`PostgreSQL did not start: ${problem}`);
    }
    if (answer.kind === "silent") problem = (await wake(server, silentMs)) ?? answer.problem;
    await pause(25);
  }
}

async function wake(server: Server, silentMs: number): Promise<string | undefined> {
  if (runningPostmaster(server.folder.cluster) === undefined) return start(server);
  return silentMs > lostSocketMs ? stop(server) : undefined;
}

/** Stops it for everybody, waiting for open transactions to roll back and a checkpoint. Says what went wrong, if so. */
export async function stop({ folder, binaries }: Server): Promise<string | undefined> {
  const args = ["stop", "-m", "fast", "-w", "-t", "60", "-D", "cluster"];
  const { code, output } = await run(join(binaries, "bin/pg_ctl"), args, folder);
  return code === 0 ? undefined : output;
}

async function start({ folder, binaries }: Server): Promise<string | undefined> {
  const sockets = socketFolder(folder);
  disownLockFiles(folder.cluster, join(sockets, `.s.PGSQL.${port}.lock`));
  const firstWords = join(folder.path, "start.log");
  rmSync(firstWords, { force: true });
  // Names relative to the folder: pg_ctl puts them into a shell's double quotes, where "$" would still work.
  const args = ["start", "-w", "-t", "60", "-D", "cluster", "-l", "start.log", "-o", options(sockets)];
  const { code, output } = await run(join(binaries, "bin/pg_ctl"), args, folder);
  if (code === 0) return undefined;
  try {
    return readFileSync(firstWords, "utf8").trim().split("\n").slice(-3).join(" ");
  } catch {
    return output;
  }
}

/** Said at each start, because our safety and privacy rest on them; tunables are set when the cluster is made. */
function options(sockets: string): string {
  const settings = {
    listen_addresses: "",
    port: String(port),
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    logging_collector: "on",
    log_directory: "../log",
    // One file for each day of the week, written over the next time round.
    log_filename: "postgresql-%a.log",
    log_rotation_age: "1d",
    log_rotation_size: "0",
    log_truncate_on_rotation: "on",
    // A failing statement's text and details hold people's words and numbers.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c '${name}=${value.replaceAll("'", "'\\''")}'`)
    .join(" ");
}
