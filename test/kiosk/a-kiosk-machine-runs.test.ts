import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { root as project } from "#test/meta/repository.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { startFarAway } from "#test/support/far-away.ts";
import { until } from "#test/support/until.ts";
import { startWorld, type World } from "#test/support/world.ts";

let world: World;
let ada: Console;
let far: Awaited<ReturnType<typeof startFarAway>>;
let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  world = await startWorld({ frozen: false });
  ada = await startConsole(world, { phone: "+14015550109", name: "Ada" });
  far = await startFarAway(world.url);
  folder = await mkdtemp(join(tmpdir(), "giftline-kiosk-"));
  await writeFile(join(folder, "settings"), `KIOSK_URL=${far.url}\n`);
});
afterEach(async () => {
  far.cut(false);
  for (const each of running) await end(each);
});
afterAll(async () => {
  await far.close();
  await world.close();
  await rm(folder, { recursive: true });
});

/** In a group of its own, so that its browser ends with it. */
function start(script: string, env: Record<string, string>, args: readonly string[] = []) {
  const child = spawn(join(project, "scripts/kiosk", script), args, {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
    env: { PATH: process.env["PATH"], HOME: folder, KIOSK_URL: far.url, KIOSK_RETRY_SECONDS: "0.2", ...env },
  });
  running.add(child);
  const said: string[] = [];
  child.stdout.on("data", (chunk) => said.push(String(chunk)));
  return { child, said: () => said.join("") };
}

async function end(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.pid === undefined) return;
  const gone = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

const seenAt = async () =>
  (await world.database.query("SELECT seen_at FROM kiosks WHERE name = 'Booth'")).rows[0]?.seen_at ?? null;

test("a machine is paired from its command line, and keeps a token that an organizer has let", async () => {
  const pair = start("pair.sh", { KIOSK_FOLDER: folder, KIOSK_RESTART: `touch ${folder}/restarted` });
  await until("the code is shown", () => /\d{3} \d{3}/.test(pair.said()));
  const code = /\d{3} \d{3}/.exec(pair.said())?.[0] ?? "";
  expect((await ada.post("/organize/kiosks", { code, name: "Booth" })).status).toBe(200);
  await once(pair.child, "exit");
  expect(pair.child.exitCode).toBe(0);
  expect(await readFile(join(folder, "token"), "utf8")).toMatch(/^[\w-]{43}$/);
  await access(join(folder, "restarted"));
});

test("its browser waits for the server, then acts, and its token is on no command line and in no address", async () => {
  far.cut(true);
  const token = await readFile(join(folder, "token"), "utf8");
  const run = await mkdtemp(join(tmpdir(), "giftline-run-"));
  const dirs = { RUNTIME_DIRECTORY: run, CREDENTIALS_DIRECTORY: folder };
  const { child } = start("launch.sh", dirs, ["--headless", "--no-sandbox", "--disable-gpu"]);
  await until("it waits", async () => (await commandsOf(child)).some((command) => command.includes("sleep")));
  expect(await commandsOf(child)).not.toContainEqual(expect.stringContaining("--kiosk"));
  far.cut(false);
  await until("its screen has told that it lives", async () => (await seenAt()) !== null, 60_000);
  const commands = await commandsOf(child);
  expect(commands).toContainEqual(expect.stringContaining("--kiosk-printing"));
  expect(commands.join()).not.toContain(token);
  expect(far.passed.join()).not.toContain(token);
  expect(far.passed).toContain("POST /kiosk/pair/enter");
  await end(child);
  await rm(run, { recursive: true, maxRetries: 5, retryDelay: 100 });
}, 90_000);

test("a screen that is silent while the server answers is started anew; one that lives is left alone", async () => {
  const marker = join(folder, "started-anew");
  const watch = () =>
    start("watchdog.sh", {
      CREDENTIALS_DIRECTORY: folder,
      KIOSK_ASK_SECONDS: "0.2",
      KIOSK_GRACE_SECONDS: "0",
      KIOSK_RESTART: `touch ${marker}`,
    });
  const isStarted = () =>
    access(marker).then(
      () => true,
      () => false,
    );
  const asked = async (times: number) => {
    const before = far.passed.length;
    await until("it has asked", () => far.passed.length >= before + times);
  };
  const lived = (seconds: number) =>
    world.database.query("UPDATE kiosks SET seen_at = now() - make_interval(secs => $1)", [seconds]);

  await lived(5);
  const { child } = watch();
  await asked(5);
  expect(await isStarted()).toBe(false);
  far.cut(true);
  await lived(600);
  const before = far.passed.length;
  await until("it has gone on", async () => (await commandsOf(child)).length > 0);
  expect(far.passed.length).toBe(before);
  expect(await isStarted()).toBe(false);
  far.cut(false);
  await until("the browser is started anew", isStarted);
});

/** What runs in the group of a process, as everybody on the machine can see it. */
async function commandsOf({ pid }: ChildProcess): Promise<readonly string[]> {
  const commands: string[] = [];
  for (const each of await readdir("/proc")) {
    if (!/^\d+$/.test(each)) continue;
    const stat = await readFile(`/proc/${each}/stat`, "utf8").catch(() => "");
    const group = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2];
    if (group !== String(pid)) continue;
    commands.push((await readFile(`/proc/${each}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " "));
  }
  return commands;
}
