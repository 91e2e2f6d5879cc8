import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import type { Phone } from "#server/domain/phone.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { startConsole } from "#test/support/console.ts";

let camp: Camp;
beforeEach(async () => {
  camp = await startCamp();
});
afterEach(() => camp.close());

const ADA = "+14015550109" as Phone;

describe("an organizer signs in", () => {
  test("with the code that comes by text, once", async () => {
    const ada = camp.phone(ADA);
    await makeOrganizer();
    expect((await post("/organize/sign-in", { phone: "(401) 555-0109" })).status).toBe(200);
    const code = codeIn(await ada.unread());
    const answer = await post("/organize/sign-in/code", { phone: ADA, code });
    expect(answer.status).toBe(303);
    const cookie = answer.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(await pageTitle(cookie)).toContain("Overview");
    expect((await post("/organize/sign-in/code", { phone: ADA, code })).status).toBe(403);
  });

  test("with a link from the command line, once, and opening it is not using it", async () => {
    const personId = await makeOrganizer();
    const path = new URL(await makeSignInLink(camp.booted.ctx, personId)).pathname;
    expect((await fetch(camp.url + path)).status).toBe(200);
    expect((await fetch(camp.url + path)).status).toBe(200);
    expect((await post(path, {})).status).toBe(303);
    expect((await post(path, {})).status).toBe(403);
  });

  test("not with a code that is ten minutes old", async () => {
    const ada = camp.phone(ADA);
    await makeOrganizer();
    await post("/organize/sign-in", { phone: ADA });
    const code = codeIn(await ada.unread());
    await camp.advance(11);
    expect((await post("/organize/sign-in/code", { phone: ADA, code })).status).toBe(403);
  });

  test("not after five wrong guesses, even with the right code", async () => {
    const ada = camp.phone(ADA);
    await makeOrganizer();
    await post("/organize/sign-in", { phone: ADA });
    const code = codeIn(await ada.unread());
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i++) await post("/organize/sign-in/code", { phone: ADA, code: wrong });
    expect((await post("/organize/sign-in/code", { phone: ADA, code })).status).toBe(403);
  });

  test("three codes in a quarter of an hour at the most, and too many tries from one place are refused", async () => {
    const ada = camp.phone(ADA);
    await makeOrganizer();
    for (let i = 0; i < 5; i++) await post("/organize/sign-in", { phone: ADA });
    expect(await ada.unread()).toHaveLength(3);
    const answers: number[] = [];
    for (let i = 0; i < 20; i++) answers.push((await post("/organize/sign-in", { phone: ADA })).status);
    expect(answers.at(-1)).toBe(429);
  });
});

describe("a stranger", () => {
  test("gets the same page as an organizer, and no text", async () => {
    const stranger = camp.phone();
    await makeOrganizer();
    const theirs = await (await post("/organize/sign-in", { phone: stranger.number })).text();
    const known = await (await post("/organize/sign-in", { phone: ADA })).text();
    expect(theirs.replaceAll(stranger.number, "")).toBe(known.replaceAll(ADA, ""));
    expect(await stranger.unread()).toEqual([]);
  });
});

describe("a role", () => {
  test("lapses by itself, and with it the browser that is signed in", async () => {
    const helper = await startConsole(camp, { phone: ADA, name: "Ada", role: "helper" });
    expect((await helper.get("/organize")).text).toContain("Overview");
    await camp.database.query("UPDATE sessions SET expires_at = expires_at + interval '30 days'");
    await camp.advance(72 * 60 + 1);
    expect((await helper.get("/organize")).text).toContain("Sign in");
  });

  test("opens only its own doors", async () => {
    const helper = await startConsole(camp, { phone: ADA, name: "Ada", role: "helper" });
    expect((await helper.get("/organize/people")).status).toBe(403);
    expect((await helper.get("/organize")).text).not.toContain("/organize/people");
  });

  test("is given and taken away at the console, and the trail says by whom", async () => {
    const ada = await startConsole(camp, { phone: ADA, name: "Ada" });
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben" });
    const given = await ada.post("/organize/people", {
      name: "Cleo",
      phone: "401 555 0107",
      role: "helper",
      group: "",
    });
    expect(given.text).toContain("Given.");
    expect(given.text).toContain("helper Cleo");
    expect(given.text).toContain("gave a role");
    const role = await camp.database.query("SELECT id FROM roles WHERE name = 'Ben'");
    await ada.post(`/organize/people/${role.rows[0]?.id}/end`, {});
    expect((await ben.get("/organize")).text).toContain("Sign in");
    const { rows } = await camp.database.query(
      "SELECT actor_name, act, subject FROM audit_entries ORDER BY id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ actor_name: "Ada", act: "take role away", subject: "Ben" }]);
  });
});

async function makeOrganizer(): Promise<number> {
  const grant = { phone: ADA, role: "organizer", groupId: null, name: "Ada" } as const;
  return grantRole(camp.booted.ctx, "command line", grant);
}

function post(path: string, form: Record<string, string>): Promise<Response> {
  const headers = { origin: camp.url };
  return fetch(camp.url + path, {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
    redirect: "manual",
  });
}

function codeIn(texts: readonly string[]): string {
  const code = /\b(\d{6})\b/.exec(texts.at(-1) ?? "")?.[1];
  if (code === undefined) throw new Error(`No code in: ${texts.join(" | ")}`);
  return code;
}

async function pageTitle(cookie: string): Promise<string> {
  const page = await fetch(`${camp.url}/organize`, { headers: { cookie: cookie.split(";")[0] ?? "" } });
  return (/<title>(.*)<\/title>/.exec(await page.text())?.[1] ?? "").trim();
}
