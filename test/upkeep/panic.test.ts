import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { Redis } from "ioredis";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinPostgres } from "#server/embedded/join.ts";
import { createKey } from "#server/vault.ts";
import { lineIn } from "#test/support/camp.ts";
import { freePort } from "#test/support/free-port.ts";
import { sealedValues } from "#test/support/key.ts";
import { type Program, removeData, startProgram, startScript } from "#test/support/program.ts";
import { createDatabase, freshRedis } from "#test/support/servers.ts";
import { type StandIn, startStandIn } from "#test/support/stand-in-carrier.ts";
import { until } from "#test/support/until.ts";
import { ACCOUNT, OUR_NUMBER, TOKEN } from "#test/support/world.ts";

const ANA = "+14015557301";
const BEN = "+14015557302";
const ADA = "+14015557303";
const CONFIRMED = "destroy the key\nWillow Camp\n";

let folder: string;
let dataDir: string;
let standIn: StandIn;
let redisUrl: string;
let env: Record<string, string>;
let program: Program;
let key: string;
/** Everything that somebody may have got hold of, before and after: by name. */
const spoils = new Map<string, Buffer>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "giftline-panic-"));
  dataDir = join(folder, "data");
  standIn = await startStandIn({
    accountSid: ACCOUNT,
    authToken: TOKEN,
    ourNumber: OUR_NUMBER,
    statusCallbacks: true,
  });
  const port = String(await freePort());
  redisUrl = await freshRedis();
  env = {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    NODE_NAME: "Willow Camp",
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: "30",
    REDIS_URL: redisUrl,
    LOG_LEVEL: "debug",
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: OUR_NUMBER,
    TWILIO_API_URL: standIn.url,
  };
  program = startProgram(env);
  await program.ready();
  key = readFileSync(join(dataDir, "secret.key"), "utf8").trim();
  await live();
  await stealAll("before");
}, 240_000);

afterAll(async () => {
  await program.kill();
  await standIn.close();
  await removeData(dataDir);
  await rm(folder, { recursive: true });
});

const text = async (from: string, body: string) =>
  (await standIn.postText(`${program.url}/twilio/sms`, { from, body })).reply;

/** A day of the camp: posts, an introduction, words between two people, an organizer, a person at the tent asked for. */
async function live(): Promise<void> {
  await text(ANA, "NEED 2 tarps");
  await text(BEN, "GIFT tarps, have 3");
  await until("the giver is asked", () => standIn.accepted.some(({ to }) => to === BEN));
  const line = lineIn(await text(BEN, "1"));
  expect(await text(ANA, `${line} meet me where the heron nests`)).toContain("passed on");
  await text(BEN, "0");
  await text(BEN, "my shoes are vermilion");
  await until("the words arrived", () => standIn.accepted.some(({ body }) => body.includes("heron")));
  const organizer = startScript("scripts/organizer.ts", env, { args: ["add", ADA, "--name", "Ada"] });
  expect(await organizer.ended, organizer.said()).toBe(0);
  await ask(
    "INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at) VALUES (2, 'Kitchen', 'cooks', '', '', '', now(), now())",
  );
}

/** Copies what a thief, a seizure or a lost disk brings away. */
async function stealAll(when: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const parts: Buffer[] = [];
  for (const name of await redis.keys("*"))
    parts.push(Buffer.from(name), (await redis.dumpBuffer(name)) ?? Buffer.alloc(0));
  redis.disconnect();
  expect(parts.length).toBeGreaterThan(2);
  spoils.set(`redis ${when}`, Buffer.concat(parts));
  spoils.set(
    `metrics ${when}`,
    Buffer.from(await (await fetch(`${program.url}/metrics`).catch(() => new Response())).text()),
  );
  spoils.set(`log ${when}`, Buffer.from(program.said()));
  await stealFiles(when);
}

async function stealFiles(when: string): Promise<void> {
  for (const root of [dataDir, realpathSync(join(dataDir, "postgres"))])
    for (const name of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      const path = join(root, name);
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
      if (when === "before" && name.startsWith("secret.key")) continue;
      spoils.set(`${path} ${when}`, readFileSync(path));
    }
}

async function ask(sql: string): Promise<number> {
  const joined = await joinPostgres({ dataDir, log: () => undefined });
  const client = new Client(joined.connection);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  await joined.leave();
  return rows[0]?.n;
}

test("a slip of the finger in either confirmation changes nothing", async () => {
  for (const typed of ["yes\nWillow Camp\n", "destroy the key\nyes\n", "destroy the key\n"]) {
    const panic = startScript("scripts/panic.ts", env, { typed });
    expect(await panic.ended).toBe(1);
    expect(panic.said()).toContain("Nothing was changed");
  }
  expect(await text(ANA, "MINE")).toContain("tarps");
});

test("after both the key is gone from disk and memory, and with it every number, message and relayed word", async () => {
  const backup = join(folder, "camp.backup");
  const made = startScript("scripts/backup.ts", env, { args: ["--out", backup] });
  expect(await made.ended, made.said()).toBe(0);
  const stolen = await stolenDatabase(backup);
  copyFileSync(join(dataDir, "secret.key"), join(dataDir, "secret.key.before-restore"));

  const panic = startScript("scripts/panic.ts", env, { typed: CONFIRMED });
  expect(await panic.ended, panic.said()).toBe(0);
  expect(panic.said()).toContain("The key is destroyed");
  expect(await program.ended).toBe(1);
  expect(program.said()).toContain("The key was destroyed");
  expect(readdirSync(dataDir).filter((name) => name.startsWith("secret.key"))).toEqual([]);

  spoils.set("backup", gunzipSync(readFileSync(backup)));
  await stealAll("after");
  const personal = [ANA, BEN, ADA].map((number) => number.slice(2));
  for (const secret of [
    ...personal,
    "heron",
    "vermilion",
    key,
    createHash("sha256").update(ANA).digest("hex"),
  ])
    for (const [name, bytes] of spoils)
      expect(
        bytes.includes(secret) || bytes.includes(Buffer.from(secret, "utf16le")),
        `${secret} in ${name}`,
      ).toBe(false);
  // What is public is found, so what is not found is not there.
  const posts = [...spoils].filter(([, bytes]) => bytes.includes("2 tarps")).map(([name]) => name);
  expect(posts).toEqual(expect.arrayContaining(["backup", expect.stringMatching(/postgres.*before/)]));
  for (const table of ["people", "inbound_texts", "outbound_texts", "consents", "posts", "cards"])
    expect(await ask(`SELECT count(*)::int AS n FROM ${table}`), table).toBe(0);

  const back = startScript("scripts/restore.ts", env, { args: [backup, "--replace"] });
  expect(await back.ended).toBe(1);
  expect(back.said()).toContain("opens with another key");
  expect(stolen.length).toBeGreaterThan(5);
}, 240_000);

test("the next start has a new key, its groups, and nobody in it", async () => {
  program = startProgram(env);
  await program.ready();
  expect(readFileSync(join(dataDir, "secret.key"), "utf8").trim()).not.toBe(key);
  expect(await text(ANA, "MINE")).toContain("nothing listed");
  expect(await text(ANA, "GROUP 2")).toContain("Kitchen");
  const fresh = createKey(readFileSync(join(dataDir, "secret.key"), "utf8").trim());
  const values = await stolenDatabase(join(folder, "camp.backup"));
  expect(values.filter((sealed) => fresh.open("phone", sealed) ?? fresh.open("text", sealed))).toEqual([]);
}, 240_000);

/** The sealed values of a backup. */
async function stolenDatabase(backup: string): Promise<readonly Uint8Array[]> {
  const inside = gunzipSync(readFileSync(backup)).toString("latin1");
  return [...inside.matchAll(/\\\\x([0-9a-f]{60,})/g)].map(([, hex = ""]) => Buffer.from(hex, "hex"));
}

test("a key in the environment is out of its reach, and it says so", async () => {
  const database = await createDatabase();
  const settings = {
    DATABASE_URL: database.url,
    DATA_DIR: join(folder, "other"),
    SECRET_KEY: "a key of more than thirty-two letters",
    NODE_NAME: "Willow Camp",
  };
  const panic = startScript("scripts/panic.ts", settings, { typed: CONFIRMED });
  expect(await panic.ended, panic.said()).toBe(0);
  expect(panic.said()).toContain("SECRET_KEY IS STILL IN THE ENVIRONMENT");
  expect(await sealedValues(database.pool)).toEqual([]);
  await database.drop();
});
