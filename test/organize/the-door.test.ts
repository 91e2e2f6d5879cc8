import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import type { Phone } from "#server/domain/phone.ts";
import { clientAddress } from "#server/http/organize/client-address.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { until } from "#test/support/until.ts";

const ADA = "+14015550109" as Phone;
const BEN = "+14015550108";

describe("the door", () => {
  let camp: Camp;
  beforeEach(async () => {
    camp = await startCamp({ env: { PUBLIC_URL: "https://willow.example" } });
    const grant = { phone: ADA, role: "organizer", groupId: null, name: "Ada" } as const;
    await grantRole(camp.booted.ctx, "command line", grant);
  });
  afterEach(() => camp.close());

  test("counts what fails by the address that the proxy saw, not by the proxy's own", async () => {
    const ada = camp.phone(ADA);
    for (let i = 0; i < 20; i++) expect(await guess(`+1401555${2000 + i}`, "203.0.113.5")).toBe(403);
    expect(await guess(ADA, "203.0.113.5")).toBe(429);
    expect(await guess(ADA, "203.0.113.5, 198.51.100.7")).toBe(403);
    await post("/organize/sign-in", { phone: ADA });
    const code = codeIn(await ada.unread());
    expect(await guess(ADA, "198.51.100.7", code)).toBe(303);
  });

  test("counts what fails by the phone, from wherever", async () => {
    for (let i = 0; i < 20; i++) expect(await guess(BEN, `203.0.113.${i}`)).toBe(403);
    expect(await guess(BEN, "198.51.100.7")).toBe(429);
    expect(await guess(ADA, "198.51.100.7")).toBe(403);
  });

  test("looks at five guesses of a code, however many are made in the same moment from wherever", async () => {
    const ada = camp.phone(ADA);
    await post("/organize/sign-in", { phone: ADA });
    const code = codeIn(await ada.unread());
    const wrong = Array.from({ length: 60 }, (_, at) => String((Number(code) + 1 + at) % 1_000_000));
    const statuses = await Promise.all(
      wrong.map((each, at) => guess(ADA, `203.0.113.${at}`, each.padStart(6, "0"))),
    );
    expect(statuses.filter((status) => status !== 403 && status !== 429)).toEqual([]);
    const { rows } = await camp.database.query("SELECT FROM audit_entries WHERE act = 'wrong sign-in code'");
    expect(rows).toHaveLength(5);
    await camp.database.query("DELETE FROM limits");
    expect(await guess(ADA, "198.51.100.7", code)).toBe(403);
  });

  test("sends a phone twelve codes a day at the most", async () => {
    const ada = camp.phone(ADA);
    for (let i = 0; i < 20; i++) {
      await post("/organize/sign-in", { phone: ADA });
      await camp.settled();
      await camp.advance(16);
    }
    expect(await ada.unread()).toHaveLength(12);
    await camp.advance(24 * 60);
    await camp.database.query("DELETE FROM limits");
    await post("/organize/sign-in", { phone: ADA });
    expect(await ada.unread()).toHaveLength(1);
  });

  test("sends no code that is worth nothing any more", async () => {
    const ada = camp.phone(ADA);
    await camp.database.query("UPDATE senders SET next_at = 'infinity'");
    await post("/organize/sign-in", { phone: ADA });
    await until(
      "the code waits",
      async () => (await camp.database.query("SELECT FROM outbound_texts")).rowCount === 1,
    );
    camp.tick(11);
    await camp.database.query("UPDATE senders SET next_at = now()");
    expect(await ada.unread()).toEqual([]);
  });

  test("names the command when no text leaves", async () => {
    await camp.database.query("UPDATE senders SET halted_at = now(), halted_code = '20003'");
    const page = await (await post("/organize/sign-in", { phone: ADA })).text();
    expect(page).toContain("npm run organizer");
  });

  test("takes forms from PUBLIC_URL's pages and its own, from no others", async () => {
    const status = async (origin: string) =>
      (await post("/organize/sign-in", { phone: BEN }, { origin })).status;
    expect(await status("https://willow.example")).toBe(200);
    expect(await status(camp.url)).toBe(200);
    expect(await status("https://willow.example.evil")).toBe(403);
    expect(await status("null")).toBe(403);
  });

  async function guess(phone: string, from: string, code = "000000"): Promise<number> {
    return (await post("/organize/sign-in/code", { phone, code }, { "x-forwarded-for": from })).status;
  }

  function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
    return fetch(camp.url + path, {
      method: "POST",
      headers: { origin: camp.url, ...headers },
      body: new URLSearchParams(form),
      redirect: "manual",
    });
  }
});

describe("where a request comes from", () => {
  test.each([
    ["127.0.0.1", undefined, "127.0.0.1"],
    ["::ffff:127.0.0.1", "203.0.113.5", "203.0.113.5"],
    ["192.168.1.2", "203.0.113.5, 198.51.100.7", "198.51.100.7"],
    ["fd00::2", "2001:db8::7", "2001:db8::7"],
    ["203.0.113.9", "198.51.100.7", "203.0.113.9"],
    ["127.0.0.1", "not an address", "127.0.0.1"],
    [undefined, "198.51.100.7", "unknown"],
  ])("%s, forwarded for %s: %s", (socket, forwarded, address) => {
    expect(clientAddress(socket, forwarded)).toBe(address);
  });
});

function codeIn(texts: readonly string[]): string {
  return /\b(\d{6})\b/.exec(texts.at(-1) ?? "")?.[1] ?? "";
}
