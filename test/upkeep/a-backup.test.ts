import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp } from "#server/upkeep/backup.ts";
import { type Restored, restore } from "#server/upkeep/restore.ts";
import { type Camp, lineIn, type Phone, startCamp } from "#test/support/camp.ts";
import { freePort } from "#test/support/free-port.ts";
import { keyOf, placeOf } from "#test/support/key.ts";
import { removeData, startProgram, startScript } from "#test/support/program.ts";

let camp: Camp;
let needer: Phone;
let giver: Phone;
let line: number;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "giftline-backup-"));
  file = join(folder, "kept/camp.backup");
  camp = await startCamp();
  [needer, giver] = [camp.phone(), camp.phone()];
  await needer.text("NEED 2 tarps");
  await giver.text("GIFT tarps, have 3");
  await giver.unread();
  line = lineIn(await giver.text("1"));
  await needer.text(`${line} behind the \\ kitchen\ttent\u2028 at 5`);
  await camp.settled();
});
afterAll(async () => {
  await camp.close();
  await rm(folder, { recursive: true });
});

function make(out = file) {
  const { config, connection } = placeOf(camp);
  return backUp(connection, { file: out, place: config, now: camp.booted.ctx.now() });
}

function bringBack(from: string, more: { secret?: string; replace?: boolean } = {}): Promise<Restored> {
  const { config, connection } = placeOf(camp);
  const { secret = null, replace = true } = more;
  return restore(connection, { file: from, place: config, secret, replace, now: camp.booted.ctx.now() });
}

test("while texts come in, everything of one moment is in it, for its owner alone, and no key", async () => {
  const texts = Array.from({ length: 20 }, (_, i) => needer.text(`${line} number ${i}`));
  const made = await make();
  expect(made.rows).toBeGreaterThan(9_000);
  await Promise.all(texts);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const inside = gunzipSync(readFileSync(file)).toString("utf8");
  expect(inside).toContain("2 tarps");
  for (const secret of [keyOf(camp).secret, needer.number.slice(2), giver.number.slice(2), "behind the"])
    expect(inside.includes(secret), secret).toBe(false);
});

describe("on an empty machine", () => {
  test("with the key it is the camp again, and without it nothing", async () => {
    const dataDir = join(folder, "elsewhere");
    const port = String(await freePort());
    const { DATABASE_URL: _, ...rest } = camp.env;
    const env = { ...rest, DATA_DIR: dataDir, PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` };
    const keyFile = join(folder, "kept.key");
    copyFileSync(placeOf(camp).config.secretKeyFile, keyFile);
    try {
      const blind = startScript("scripts/restore.ts", env, { args: [file] });
      expect(await blind.ended).toBe(1);
      expect(blind.said()).toContain("--key KEYFILE");
      const seeing = startScript("scripts/restore.ts", env, { args: [file, "--key", keyFile] });
      expect(await seeing.ended, seeing.said()).toBe(0);
      const program = startProgram(env);
      await program.ready();
      const text = async (from: string, body: string) =>
        (await camp.standIn.postText(`${program.url}/twilio/sms`, { from, body })).reply;
      expect(await text(needer.number, "MINE")).toContain("tarps");
      expect(await text(giver.number, `${line} hello again`)).toContain("passed on");
      const again = startScript("scripts/restore.ts", env, { args: [file] });
      expect(await again.ended).toBe(1);
      expect(again.said()).toContain("not empty");
      const own = startScript("scripts/backup.ts", env);
      expect(await own.ended, own.said()).toBe(0);
      expect(own.said()).toContain(join(dataDir, "backups/giftline-"));
      expect(await program.stop()).toBe(0);
    } finally {
      await removeData(dataDir);
    }
  }, 240_000);
});

describe("in the place of a camp that runs", () => {
  test("every row is as it was, and it goes on; a STOP since then stays a STOP", async () => {
    const quiet = camp.phone();
    await quiet.text("NEED rope");
    await camp.settled();
    await make();
    const before = await allRows();
    await camp.tick(1);
    await quiet.text("stop texting me");
    await needer.text("NEED 4 lanterns");
    await camp.settled();
    expect(await bringBack(file)).toMatchObject({ ok: true, consentsKept: 2 });
    const after = await allRows();
    const moved = ["consents", "outbox", "audit_entries", "outbound_texts"];
    for (const [table, rows] of before)
      if (!moved.includes(table)) expect(after.get(table), table).toEqual(rows);
    expect(await quiet.text("MINE")).toBeNull();
    expect(await needer.text("MINE")).not.toContain("lanterns");
    expect(await needer.text("NEED 1 anvil")).toContain("anvil");
    expect(await giver.text("GIFT 1 anvil")).toContain("anvil");
    expect(await giver.unread()).toContainEqual(expect.stringContaining("anvil"));
  });

  test("what waited to be sent and has gone since is not sent again", async () => {
    await camp.database.query("UPDATE senders SET halted_at = now(), halted_code = 'test'");
    await giver.text(`${line} only once`);
    await make();
    await mend();
    const wanted = () => camp.sentTo(needer.number).filter((text) => text.includes("only once"));
    await camp.advance(1);
    expect(wanted()).toHaveLength(1);
    expect(await bringBack(file)).toMatchObject({ ok: true });
    await mend();
    for (let i = 0; i < 4; i++) await camp.advance(1);
    expect(wanted()).toHaveLength(1);
  });
});

describe("is refused, and nothing changes,", () => {
  test("when it is cut off anywhere", async () => {
    await make();
    const whole = readFileSync(file);
    const part = join(folder, "part.backup");
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        writeFileSync(part, whole.subarray(0, length));
        expect(await bringBack(part)).toEqual({ ok: false, refusal: "damaged" });
      }),
      { numRuns: 40, examples: [[whole.length - 1], [whole.length - 8]] },
    );
  });

  test("when any byte in it is another", async () => {
    const inside = gunzipSync(readFileSync(file));
    const part = join(folder, "part.backup");
    await fc.assert(
      fc.asyncProperty(fc.nat(inside.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const other = Buffer.from(inside);
        other[at] = (other[at] ?? 0) ^ change;
        writeFileSync(part, gzipSync(other, { level: 1 }));
        expect(await bringBack(part)).toEqual({ ok: false, refusal: "damaged" });
      }),
      { numRuns: 25 },
    );
    expect(await needer.text("MINE")).toContain("tarps");
  });

  test("when a newer version made it, or it opens with another key", async () => {
    const part = join(folder, "part.backup");
    const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
    const body = lines
      .slice(0, -2)
      .join("\n")
      .replace('"migrations":[', '"migrations":["20990101000000_later",');
    const end = {
      ...JSON.parse(lines.at(-2) ?? ""),
      sha256: createHash("sha256").update(`${body}\n`).digest("hex"),
    };
    writeFileSync(part, gzipSync(`${body}\n${JSON.stringify(end)}\n`));
    expect(await bringBack(part)).toEqual({ ok: false, refusal: "newer" });

    const { config, connection } = placeOf(camp);
    const place = { ...config, secretKey: "another key of at least 32 letters" };
    const how = { file, place, secret: null, replace: true, now: new Date() };
    expect(await restore(connection, how)).toEqual({ ok: false, refusal: "no-key" });
    expect(await bringBack(file, { replace: false })).toEqual({ ok: false, refusal: "in-use" });
    expect(await needer.text("MINE")).toContain("tarps");
  });
});

/** The carrier takes texts again, and the worker is started anew. */
async function mend(): Promise<void> {
  await camp.database.query(
    `WITH mended AS (UPDATE senders SET halted_at = NULL)
     INSERT INTO outbox (name, subject_id, due_at, wake_at) VALUES ('send', 0, $1, $1)`,
    [camp.booted.ctx.now()],
  );
}

/** Every table's rows, but for what a new cluster gives anew. */
async function allRows(): Promise<Map<string, string>> {
  const { rows } = await camp.database.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'limits') ORDER BY 1",
  );
  const all = new Map<string, string>();
  for (const { name } of rows) {
    const found = await camp.database.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'change')::text AS row FROM ${name} t ORDER BY 1`,
    );
    all.set(name, found.rows.map(({ row }) => row).join("\n"));
  }
  return all;
}
