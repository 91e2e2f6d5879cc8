import { spawn, spawnSync } from "node:child_process";

/** The system user that PostgreSQL runs as. Absent everywhere: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number };

/** Runs a program to its end, as its user, in a session of its own: Ctrl-C in our terminal must not reach it. */
export function run(
  command: string,
  args: readonly string[],
  where: { readonly path: string; readonly account: Account | undefined },
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...asAccount(where.account, where.path),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** True if `account` can do what the shell words say; "$1" is `path`. Tried rather than read off mode bits. */
export function canAs(account: Account | undefined, words: string, path: string): boolean {
  const tried = spawnSync("/bin/sh", ["-c", words, "sh", path], {
    ...asAccount(account, "/"),
    stdio: "ignore",
  });
  return tried.status === 0;
}

/** Our own environment holds secrets and PG* variables; our working directory may be closed to `account`. */
function asAccount(account: Account | undefined, cwd: string) {
  return { ...account, cwd, env: { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C" } };
}
