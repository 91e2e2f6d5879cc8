import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { joinPostgres } from "#server/embedded/join.ts";
import { oneAtATime } from "#server/embedded/mutex.ts";
import { freePort } from "#test/support/free-port.ts";
import { type Program, removeData, startProgram } from "#test/support/program.ts";
import { type StandIn, startStandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";
import { ACCOUNT, OUR_NUMBER, TOKEN } from "#test/support/world.ts";
import { ANA, BEN, phoneNo } from "./scene.ts";

let dataDir: string;
let standIn: StandIn;
let settings: Record<string, string>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "giftline-program-"));
  const identity = { accountSid: ACCOUNT, authToken: TOKEN, ourNumber: OUR_NUMBER };
  // Long enough that texts are under way when the program is told to stop.
  standIn = await startStandIn({ ...identity, statusCallbacks: true, latencyMs: 150 });
  const port = String(await freePort());
  settings = {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: "30",
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: OUR_NUMBER,
    TWILIO_API_URL: standIn.url,
  };
});

afterAll(async () => {
  await standIn.close();
  await removeData(dataDir);
});

async function running(): Promise<Program & { readonly readyMs: number }> {
  const program = startProgram(settings);
  onTestFinished(async () => void (await program.kill()));
  return { ...program, readyMs: await program.ready() };
}

const text = (program: Program, from: string, body: string, sid?: string) =>
  standIn.postText(`${program.url}/twilio/sms`, { from, body, ...(sid === undefined ? {} : { sid }) });
/** 0 when nobody answers, as on a connection that the program before this one had kept open. */
const status = async (program: Program, path: string) =>
  (await fetch(program.url + path).catch(() => null))?.status ?? 0;

async function ask(sql: string): Promise<string[]> {
  const joined = await joinPostgres({ dataDir, log: () => undefined });
  const client = new Client(joined.connection);
  await client.connect();
  const { rows } = await client.query({ text: sql, rowMode: "array" });
  await client.end();
  await joined.leave();
  return rows.map((row: unknown[]) => row.join(" "));
}

test("told to stop, it finishes what is in hand; the next start goes on and is quick", async () => {
  const first = await running();
  for (const [path, code] of [
    ["/healthz", 200],
    ["/readyz", 200],
    ["/metrics", 200],
    ["/nothing", 404],
  ] as const) {
    expect(await status(first, path), path).toBe(code);
  }
  const pairs = Array.from({ length: 40 }, (_, i) => i);
  const things = pairs.map(
    (i) => `${"bcdfghjklm"[i % 10]}${"npqrst"[i % 6]}${"uvwxyz"[Math.floor(i / 10)]}xqvk${i % 7}`,
  );
  await Promise.all(pairs.map((i) => text(first, phoneNo(i), `NEED 1 ${things[i]}`)));
  const gifts = pairs.map((i) => text(first, phoneNo(100 + i), `GIFT 1 ${things[i]}`).catch(() => null));
  await until("asks are under way", () => standIn.accepted.length >= 5);
  expect(await first.stop()).toBe(0);
  const answered = (await Promise.all(gifts)).filter((gift) => gift?.status === 200);

  const left = await ask("SELECT state, count(*) FROM outbound_texts GROUP BY state ORDER BY state");
  expect(left.join()).not.toMatch(/sending|unknown/);
  const [taken = ""] = await ask("SELECT count(*) FROM outbound_texts WHERE carrier_id IS NOT NULL");
  expect(Number(taken)).toBe(standIn.accepted.length);
  const sids = new Set(await ask("SELECT carrier_id FROM inbound_texts"));
  expect(answered.filter((gift) => !sids.has(gift?.sid ?? ""))).toEqual([]);

  const second = await running();
  console.log(`Second start: ready after ${Math.round(second.readyMs)} ms`);
  expect(second.readyMs).toBeLessThan(15_000);
  const [asks] = await ask("SELECT count(*) FROM asks");
  await until("every ask has gone", () => standIn.accepted.length === Number(asks));
  expect(new Set(standIn.accepted.map(({ statusCallback }) => statusCallback)).size).toBe(Number(asks));
  expect(await second.stop()).toBe(0);
}, 90_000);

test("it stops though somebody holds a connection open and says nothing", async () => {
  const program = await running();
  const idle = connect(Number(settings["PORT"]), "127.0.0.1");
  idle.on("error", () => undefined);
  await once(idle, "connect");
  idle.write("POST /twilio/sms HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nFrom=");
  await text(program, ANA, "MENU");
  const began = performance.now();
  expect(await program.stop()).toBe(0);
  expect(performance.now() - began).toBeLessThan(15_000);
  idle.destroy();
});

test("it is not ready while its database is gone, and is again when that is back by itself", async () => {
  const program = await running();
  const pid = Number.parseInt(readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8"), 10);
  // It serves a moment before it works; the end of its database in between ends it.
  await until("it works too", () => program.said().includes("Giftline is up"));
  // It is brought back within moments, so the test keeps everybody from doing so for as long as it looks.
  await oneAtATime(join(dataDir, "postgres.lock"), async () => {
    process.kill(pid, "SIGKILL");
    await until("it is not ready", async () => (await status(program, "/readyz")) === 503);
  });
  expect(await status(program, "/healthz")).toBe(200);
  await until("it is ready again", async () => (await status(program, "/readyz")) === 200, 30_000);
  const sent = standIn.accepted.length;
  expect((await text(program, ANA, "NEED 1 kayak")).reply).toContain("kayak");
  expect((await text(program, BEN, "GIFT 1 kayak")).reply).toContain("kayak");
  // What was in hand when the database died gives up its transaction only after its time limit.
  await until("the giver is asked", () => standIn.accepted.length > sent, 45_000);
  expect(await program.stop()).toBe(0);
}, 90_000);

test("nothing that it prints in a busy life holds a number, a text or a token", async () => {
  const program = await running();
  const words = ["umbrella", "bicycle", "guitar", "kettle"];
  for (const [i, thing] of words.entries()) {
    await text(program, phoneNo(200 + i), `NEED 1 ${thing}`);
    await text(program, phoneNo(300 + i), `GIFT 1 ${thing}`);
  }
  standIn.behave(({ to }) =>
    to === phoneNo(300) ? { status: 400, code: 21610 } : { status: 500, code: 20500 },
  );
  await text(program, phoneNo(400), "help he's here");
  await text(program, "not a number", "NEED secrets");
  await standIn.postText(`${program.url}/twilio/sms`, {
    from: ANA,
    body: "forged umbrella",
    signature: "wrong",
  });
  await fetch(`${program.url}/twilio/status?text=notanumber`, {
    method: "POST",
    body: "MessageSid=umbrella",
  });
  await until("it has tried to send", async () =>
    (await (await fetch(`${program.url}/metrics`)).text()).includes('outcome="unknown"'),
  );
  standIn.behave(() => "accept");
  const metrics = await (await fetch(`${program.url}/metrics`)).text();
  expect(await program.stop()).toBe(0);
  const said = program.said() + metrics;
  const key = readFileSync(join(dataDir, "secret.key"), "utf8").trim();
  for (const secret of [...words, "4015560", "14015550", "he's here", "forged", TOKEN, key]) {
    expect(said.includes(secret), secret).toBe(false);
  }
  for (const line of program
    .said()
    .split("\n")
    .filter((each) => each.startsWith("{")))
    JSON.parse(line);
});

test.each([
  ["PORT", "eighty-eight"],
  ["PUBLIC_URL", "ftp-camp-secret"],
  ["DATABASE_URL", "mysql://ann:hunter2secret@db/x"],
  ["REDIS_URL", "hunter2secret"],
  ["ROLE", "chieftain"],
  ["SECRET_KEY", "tooshortsecret"],
  ["TWILIO_ACCOUNT_SID", "ACnotone"],
  ["TWILIO_FROM", "555-hunter2"],
  ["SMS_PER_SECOND", "minus-three"],
  ["QUIET_HOURS", "nine-to-five"],
  ["TIME_ZONE", "Camp/Willow"],
  ["COUNTRIES", "Atlantis"],
])("a wrong %s stops the start, by its name and without its value", async (name, value) => {
  const program = startProgram({ ...settings, [name]: value });
  expect(await program.ended).toBe(1);
  expect(program.said()).toContain(name);
  expect(program.said()).not.toContain(value);
  expect(program.said()).not.toContain(TOKEN);
});

test("a database that cannot be reached stops the start without its password", async () => {
  const nobody = `postgresql://ann:hunter2secret@127.0.0.1:${await freePort()}/camp`;
  const program = startProgram({ ...settings, DATABASE_URL: nobody });
  expect(await program.ended).toBe(1);
  expect(program.said()).not.toContain("hunter2secret");
});

test("a port that is taken stops the start, and says which", async () => {
  const program = await running();
  const other = startProgram(settings);
  expect(await other.ended).toBe(1);
  expect(other.said()).toContain(settings["PORT"]);
  expect(await status(program, "/readyz")).toBe(200);
  expect(await program.stop()).toBe(0);
  expect(execFileSync("ps", ["-e", "-o", "args"], { encoding: "utf8" })).not.toContain(dataDir);
});
