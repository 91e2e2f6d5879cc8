import { execFileSync } from "node:child_process";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LIBRARIES = [
  "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
  "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
  "/usr/local/lib/faketime/libfaketime.so.1",
];

export type Clock = {
  /** For the programs that are to believe it. */
  readonly env: Readonly<Record<string, string>>;
  /** Lets it go wrong by so many seconds; 0: right. Believed within a second, by those that run too. */
  set(seconds: number): void;
};

/** A wall clock that can jump under running programs, by libfaketime; or why there is none on this machine. */
export function clockIn(folder: string): Clock | string {
  const library = LIBRARIES.find((path) => existsSync(path));
  if (library === undefined) return "libfaketime is not here (Debian: apt-get install faketime)";
  const file = join(folder, "clock");
  const clock: Clock = {
    env: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: "1",
      // Timers run on, as on a machine whose clock is set.
      DONT_FAKE_MONOTONIC: "1",
      NO_FAKE_STAT: "1",
    },
    set(seconds) {
      // Whole at every moment: it may be read at any.
      writeFileSync(`${file}.new`, `${seconds < 0 ? "" : "+"}${seconds}\n`);
      renameSync(`${file}.new`, file);
    },
  };
  clock.set(3600);
  const env = { PATH: process.env["PATH"], ...clock.env };
  const told = Number(execFileSync(process.execPath, ["-p", "Date.now()"], { env, encoding: "utf8" }));
  clock.set(0);
  return Math.abs(told - Date.now() - 3_600_000) < 60_000 ? clock : "libfaketime does not move Node's clock";
}
