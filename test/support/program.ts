import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { joinPostgres } from "#server/embedded/join.ts";
import { FLAGS } from "#server/node/flags.mjs";
import { until } from "#test/support/until.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export type Program = Awaited<ReturnType<typeof startProgram>>;

/** The whole program in a process of its own, as a unit or a container starts it. `env` is all it knows; PORT is a must. */
export function startProgram(env: Record<string, string>) {
  const began = performance.now();
  const { said, ended, kill, stop, hasEnded } = startScript("server/main.ts", env);
  const url = `http://127.0.0.1:${env["PORT"]}`;
  return {
    url,
    said,
    /** Waits until it takes work; how long that took since its start, in ms. */
    async ready(): Promise<number> {
      await until(
        "the program is ready or has ended",
        async () => hasEnded() || (await isReady(url)),
        60_000,
      );
      if (hasEnded()) throw new Error(`The program ended before it was ready:\n${said()}`);
      return performance.now() - began;
    },
    ended,
    stop,
    kill,
  };
}

/** A command in a process of its own. `env` is all it knows; `typed` is what somebody types into it. */
export function startScript(
  file: string,
  env: Record<string, string>,
  { args = [], typed }: { readonly args?: readonly string[]; readonly typed?: string } = {},
) {
  const child = spawn(process.execPath, [...FLAGS, join(ROOT, file), ...args], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // It may have ended before it read them.
  child.stdin.on("error", () => undefined).end(typed);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (words: string) => said.push(words));
  }
  const ended = once(child, "close").then(([code]): number | null => code);
  const end = (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    return ended;
  };
  return {
    /** All it has printed, on either stream. */
    said: () => said.join(""),
    /** The exit code once it has ended, by itself or by a signal of the test's; null when it was killed. */
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    /** Ends it as a unit or a container does. */
    stop: () => end("SIGTERM"),
    /** Ends it as a power cut does. */
    kill: () => end("SIGKILL"),
  };
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 200;
}

/** Stops the embedded database that a killed program left running, and removes its data wherever it lies. */
export async function removeData(dataDir: string): Promise<void> {
  if (existsSync(join(dataDir, "postgres"))) {
    const { leave } = await joinPostgres({ dataDir, log: () => undefined });
    await leave();
  }
  removeFolders(dataDir);
}

/** The same when nothing runs on it any more. For root the database's files lie elsewhere. */
export function removeFolders(dataDir: string): void {
  const link = join(dataDir, "postgres");
  if (existsSync(link)) {
    const folder = realpathSync(link);
    const moved = basename(dirname(folder)).startsWith("data-") ? dirname(folder) : folder;
    rmSync(moved, { recursive: true, force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
}
