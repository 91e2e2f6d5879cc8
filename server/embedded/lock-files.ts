import { spawnSync } from "node:child_process";
import { closeSync, constants, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** No system gives out this pid, and PostgreSQL takes it for what it is: the mark of a server that is gone. */
const nobodysPid = 2_147_483_647;

/** The pid of the live server of this cluster, if there is one. */
export function runningPostmaster(cluster: string): number | undefined {
  const pid = readPid(join(cluster, "postmaster.pid"));
  return pid !== undefined && isPostmasterOf(pid, cluster) ? pid : undefined;
}

/**
 * Lets a new server start where a dead one's lock file names a pid that some other process has since been given:
 * PostgreSQL would refuse for as long as that lives. Call only under the mutex, with no postmaster running.
 * The rest of the file stays, because PostgreSQL finds in it memory that orphans of the dead server may still use.
 */
export function disownLockFiles(cluster: string, socketLock: string): void {
  for (const path of [join(cluster, "postmaster.pid"), socketLock]) {
    const pid = readPid(path);
    if (pid === undefined || !isAlive(pid)) continue;
    const rest = readFileSync(path, "utf8").replace(/^-?\d+/, String(nobodysPid));
    overwrite(path, rest);
  }
}

function overwrite(path: string, content: string): void {
  // The folder is the server's user's; root must not be led by a link of theirs to another file.
  const file = openSync(path, constants.O_WRONLY | constants.O_TRUNC | constants.O_NOFOLLOW);
  writeFileSync(file, content);
  closeSync(file);
}

function readPid(path: string): number | undefined {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(path, "utf8"), 10));
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A postmaster works in its data directory; a stranger with a recycled pid does not. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("lsof", ["-a", "-p", String(pid), "-d", "cwd", "-Fn"], { encoding: "utf8" });
    return stdout.split("\n").includes(`n${cluster}`);
  }
  try {
    const [its, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)];
    const program = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
    return its.dev === ours.dev && its.ino === ours.ino && program === "postgres";
  } catch {
    return false;
  }
}
