import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createContext } from "#server/boot.ts";
import { nextKeyFile } from "#server/keys/key-files.ts";
import { rotateKey } from "#server/upkeep/rotate-key.ts";
import { type Camp, lineIn, type Phone, postIn, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard, printCards } from "#test/support/cards.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { keyOf, placeOf, sealedValues } from "#test/support/key.ts";
import { startScript } from "#test/support/program.ts";
import { until } from "#test/support/until.ts";

let camp: Camp;
let needer: Phone;
let giver: Phone;
let gone: Phone;
let line: number;
let cards: readonly PrintedCard[];
let organizer: Console;

beforeAll(async () => {
  camp = await startCamp();
  [needer, giver, gone] = [camp.phone(), camp.phone(), camp.phone()];
  const need = postIn(await needer.text("NEED 2 tarps"));
  await giver.text("GIFT tarps, have 3");
  await giver.unread();
  line = lineIn(await giver.text("1"));
  await needer.unread();
  expect(need).toBeGreaterThan(9);
  await gone.text("NEWS");
  await gone.text("stop texting me");
  await gone.text("WIPE");
  await gone.text("1");
  cards = await liveCards(camp.booted.ctx, { meaning: { kind: "gift", words: "hot soup" } });
  await printCards(camp.booted.ctx, { meaning: { kind: "blank" } });
  organizer = await startConsole(camp, { phone: "+14015550190", name: "Ada" });
});
/** Who texts the same again and again is answered a few times an hour. */
const anHour = () => camp.advance(61);
afterAll(() => camp.close());

async function count(table: string): Promise<number> {
  return (await camp.database.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;
}

function rotate() {
  const { config, connection } = placeOf(camp);
  return rotateKey(connection, config, { now: camp.booted.ctx.now() });
}

describe("while texts come in", () => {
  test("everything goes over to the new key, nobody waits in vain and nobody is taken for a stranger", async () => {
    const old = keyOf(camp);
    const before = await count("people");
    const letters = Array.from({ length: 30 }, (_, i) => needer.text(`${line} are you there ${i}`));
    const newcomers = Array.from({ length: 10 }, () => camp.phone());
    const greetings = newcomers.map((phone) => phone.text("MENU"));
    const done = await rotate();
    const after = Array.from({ length: 10 }, (_, i) => giver.text(`${line} yes ${i}`));
    expect(done).toMatchObject({ ok: true });
    for (const answer of await Promise.all([...letters, ...after])) expect(answer).toContain("passed on");
    for (const answer of await Promise.all(greetings)) expect(answer).toContain("NEED");
    await camp.settled();
    expect(await count("people")).toBe(before + newcomers.length);
    expect(keyOf(camp).secret).not.toBe(old.secret);
    expect(existsSync(nextKeyFile(placeOf(camp).config))).toBe(false);
  });

  test("what was sealed opens with the new key and with no other", async () => {
    const values = await sealedValues(camp.database);
    expect(new Set(values.map(({ column }) => column)).size).toBe(5);
    const old = keyOf(camp);
    expect(await rotate()).toMatchObject({ ok: true });
    const fresh = await sealedValues(camp.database);
    expect(fresh).toHaveLength(values.length);
    expect(fresh.filter((value) => value.opensWith(old))).toEqual([]);
    expect(fresh.filter((value) => !value.opensWith(keyOf(camp)))).toEqual([]);
  });
});

describe("after two rotations", () => {
  test("both sides of a line still write to each other", async () => {
    await giver.unread();
    expect(await needer.text(`${line} by the big oak`)).toContain("passed on");
    expect(await giver.unread()).toEqual([expect.stringContaining("by the big oak")]);
  });

  test("a printed card still works, by its digits and by its picture", async () => {
    for (const { code, token } of cards) {
      expect(await giver.text(code)).toContain("hot soup");
      expect(await (await fetch(`${camp.url}/G/${token}`)).text()).toContain("hot soup");
    }
  });

  test("a browser stays signed in", async () => {
    expect((await organizer.get("/organize")).text).toContain("Overview");
  });

  test("a STOP of somebody who was forgotten is still a STOP", async () => {
    expect(await gone.text("NEED boots")).toBeNull();
  });

  test("the next start finds its key", async () => {
    const booted = await createContext(placeOf(camp).config);
    await booted.close();
    expect(await needer.text("MINE")).toContain("tarps");
  });
});

test("a process that cannot read the new key keeps it from changing anything", async () => {
  const key = keyOf(camp).secret;
  const elsewhere = await camp.join({ SECRET_KEY: key, DATA_DIR: `${camp.env["DATA_DIR"]}/elsewhere` });
  const { config, connection } = placeOf(camp);
  expect(await rotateKey(connection, config, { now: camp.booted.ctx.now(), withinMs: 1_000 })).toEqual({
    ok: false,
  });
  expect(keyOf(camp).secret).toBe(key);
  expect(await needer.text("MINE")).toContain("tarps");
  await camp.stop(elsewhere);
});

test("a process whose hold on the key was cut takes hold again, and follows the next change", async () => {
  const cut = await camp.database.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  expect(cut.rows.length).toBeGreaterThan(0);
  await anHour();
  const texts = Array.from({ length: 5 }, () => needer.text("MINE"));
  expect(await rotate()).toMatchObject({ ok: true });
  for (const answer of [...(await Promise.all(texts)), await needer.text("MINE")])
    expect(answer).toContain("tarps");
});

describe("broken off", () => {
  beforeEach(anHour);

  test("by kill -9 anywhere it has changed nothing or everything, and the next run ends it", async () => {
    await camp.database.query(
      `INSERT INTO consents (phone_hash, purpose, granted, method, wording, at)
       SELECT sha256(n::text::bytea), 'news', true, 'keyword', 'NEWS', now() FROM generate_series(1, 25000) n`,
    );
    const { config } = placeOf(camp);
    const moments = [
      () => existsSync(nextKeyFile(config)),
      () => locked("AccessShareLock"),
      () => locked("ExclusiveLock"),
    ];
    for (const moment of moments) {
      const old = keyOf(camp);
      const rotation = startScript("scripts/rotate-key.ts", camp.env);
      await until("it is at it", moment);
      await rotation.kill();
      expect(await needer.text("MINE")).toContain("tarps");
      expect(keyOf(camp).secret).toBe(old.secret);
    }
    const last = startScript("scripts/rotate-key.ts", camp.env);
    expect(await last.ended).toBe(0);
    expect(last.said()).toMatch(/\d{5} rows are under a new key/);
    expect(await giver.text(`${line} still here`)).toContain("passed on");
  }, 240_000);

  test("between the database and the file, the next start puts the new key in its place", async () => {
    const { config } = placeOf(camp);
    const old = readFileSync(config.secretKeyFile);
    await rotate();
    writeFileSync(nextKeyFile(config), readFileSync(config.secretKeyFile));
    writeFileSync(config.secretKeyFile, old);
    expect(await rotate()).toEqual({ ok: true, finished: true });
    expect(existsSync(nextKeyFile(config))).toBe(false);
    expect(keyOf(camp).secret).not.toBe(String(old).trim());
    expect(await needer.text("MINE")).toContain("tarps");
  });
});

async function locked(mode: string): Promise<boolean> {
  const { rows } = await camp.database.query(
    "SELECT FROM pg_locks WHERE relation = 'consents'::regclass AND mode = $1 AND granted AND pid <> pg_backend_pid()",
    [mode],
  );
  return rows.length > 0;
}
