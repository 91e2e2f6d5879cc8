import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { badSigns, SIGNS } from "#server/domain/signs.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Console, startConsole } from "#test/support/console.ts";

let camp: Camp;
let ada: Console;
beforeAll(async () => {
  camp = await startCamp({ env: { DAILY_SEGMENTS: "10" } });
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
});
afterAll(() => camp.close());
beforeEach(() => camp.settled());

/** What the page says of one thing, its tags left out. */
async function said(sign: string): Promise<string> {
  const { text } = await ada.get("/organize/status");
  const part = new RegExp(`<li class="slip" id="sign-${sign}">([\\s\\S]*?)</li>`).exec(text)?.[1] ?? "";
  return part
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

test("says in plain words how the line stands", async () => {
  expect(await said("carrier")).toBe("The carrier fine Texts leave by Twilio.");
  expect(await said("work")).toBe("Work fine Nothing waits to be done.");
  expect(await said("texts")).toBe("Texts waiting fine None.");
  expect(await said("disk")).toMatch(/of [\d.,]+ GB are free/);
});

test("counts today's segments, and says when they are nearly used up", async () => {
  expect(await said("segments")).toMatch(/fine \d of 10\.$/);
  for (let at = 0; at < 9; at++) await camp.phone().text("MENU");
  expect(await said("segments")).toContain("look at this");
  const { text } = await ada.get("/organize/inbox");
  expect(text).toContain("nearly used up");
});

test("says when the last backup was made, and when it is missing or old", async () => {
  expect(await said("backup")).toContain("There is none on this machine");
  const folder = join(camp.env["DATA_DIR"] ?? "", "backups");
  await mkdir(folder);
  await writeFile(join(folder, "giftline-1.backup"), "");
  const made = (iso: string) => utimes(join(folder, "giftline-1.backup"), new Date(iso), new Date(iso));
  await made("2026-11-23T10:00:00Z");
  expect(await said("backup")).toMatch(/^Last backup fine Mon,? 23 Nov,? 05:00\.$/);
  await made("2026-11-21T10:00:00Z");
  expect(await said("backup")).toContain("older than a day");
});

test("says in the language of who reads it what is wrong, with the carrier's code", async () => {
  await camp.database.query("UPDATE senders SET halted_at = now(), halted_code = '30034'");
  await camp.phone("+14015550109").text("MIOS");
  expect(await said("carrier")).toMatch(/^La operadora mira esto Rechaza nuestro número.* 30034\./);
});

describe("what is worth a look", () => {
  const now = new Date("2026-11-23T17:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const well = {
    haltedCode: null,
    oldestJob: ago(0.5),
    oldestText: ago(5),
    textsInDoubt: 0,
    segmentsToday: 79,
    warnedFrom: 80,
    lastBackup: ago(25 * 60),
    disk: { freeBytes: 20e9, sizeBytes: 100e9 },
  };
  test.each([
    [[], {}],
    [["carrier"], { haltedCode: "30034" }],
    [["work"], { oldestJob: ago(2) }],
    [["texts"], { oldestText: ago(11) }],
    [["texts"], { textsInDoubt: 1 }],
    [["segments"], { segmentsToday: 80 }],
    [["backup"], { lastBackup: null }],
    [["backup"], { lastBackup: ago(27 * 60) }],
    [["disk"], { disk: { freeBytes: 9e9, sizeBytes: 100e9 } }],
    [["disk"], { disk: { freeBytes: 1e9, sizeBytes: 2e9 } }],
    [[], { disk: null, oldestJob: null, oldestText: null }],
  ])("%j", (signs, change) => {
    expect([...badSigns({ ...well, ...change }, now)]).toEqual(signs);
    expect(SIGNS).toEqual(expect.arrayContaining(signs));
  });
});
