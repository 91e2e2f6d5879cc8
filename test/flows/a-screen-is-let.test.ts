import { afterAll, beforeAll, expect, test } from "vitest";
import { type Console, startConsole } from "#test/support/console.ts";
import { startWorld, type World } from "#test/support/world.ts";

let world: World;
let ada: Console;
beforeAll(async () => {
  world = await startWorld();
  ada = await startConsole(world, { phone: "+14015550109", name: "Ada" });
});
afterAll(() => world.close());

let lastHost = 1;

/** A browser somewhere in the camp's network, which keeps its cookie. */
function farScreen(address = `192.168.7.${lastHost++}`) {
  let cookie = "";
  async function ask(method: string, path: string, form?: Record<string, string>) {
    const answer = await fetch(world.url + path, {
      method,
      headers: { "x-forwarded-for": address, origin: world.url, cookie },
      redirect: "manual",
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    const [given] = answer.headers.getSetCookie();
    if (given) cookie = given.split(";")[0] ?? "";
    return { status: answer.status, text: await answer.text(), given };
  }
  return {
    get: (path: string) => ask("GET", path),
    post: (path: string, form: Record<string, string> = {}) => ask("POST", path, form),
    cookie: () => cookie,
    async code(): Promise<string> {
      return /class="paircode">(\d{3} \d{3})</.exec((await ask("POST", "/kiosk/pair", {})).text)?.[1] ?? "";
    },
    mayAct: async () => (await ask("POST", "/kiosk/person", {})).status === 200,
  };
}

async function letScreen(name: string) {
  const screen = farScreen();
  const said = await ada.post("/organize/kiosks", { code: await screen.code(), name });
  expect(said.text).toContain("It may act");
  const { rows } = await world.database.query("SELECT id FROM kiosks WHERE name = $1", [name]);
  return { screen, id: Number(rows[0]?.id) };
}

test("a screen elsewhere may be read at once; what it cannot do it says, with two ways on", async () => {
  const screen = farScreen();
  expect((await screen.get("/kiosk/doors")).status).toBe(200);
  const refused = await screen.post("/kiosk/person");
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("This screen may only be read");
  expect(refused.text).toContain("/kiosk/pair?lang=en");
  expect(refused.text).toContain("/kiosk/person?lang=en");
});

test("it acts once an organizer has typed its code, and only its next request may read after it was revoked", async () => {
  const { screen, id } = await letScreen("Info tent, left");
  expect(await screen.mayAct()).toBe(true);
  expect((await ada.get("/organize/kiosks")).text).toContain("Info tent, left");
  expect((await ada.post(`/organize/kiosks/${id}`, { does: "revoke" })).text).toContain("Revoked");
  expect(await screen.mayAct()).toBe(false);
  expect((await screen.get("/kiosk/doors")).status).toBe(200);
  expect((await ada.get("/organize/people")).text).toContain("revoked a screen");
});

test("its cookie is for the kiosk's pages alone, and scripts cannot read it", async () => {
  const { given } = await farScreen().post("/kiosk/pair");
  expect(given).toMatch(/^giftline_kiosk=[\w-]{43}; .*Path=\/kiosk; HttpOnly; SameSite=Strict$/);
});

test("neither token nor code is written down", async () => {
  const screen = farScreen();
  const code = await screen.code();
  const { rows } = await world.database.query("SELECT row_to_json(k)::text AS all FROM kiosks k");
  const kept = rows.map(({ all }) => String(all)).join();
  expect(kept).not.toContain(code.replace(" ", ""));
  expect(kept).not.toContain(Buffer.from(screen.cookie().split("=")[1] ?? "").toString("hex"));
});

test.each(["its own", "a revoked", "an invented"])(
  "with %s token nobody gets into the console",
  async (whose) => {
    const { screen, id } = await letScreen(`With ${whose} token`);
    if (whose === "a revoked") await ada.post(`/organize/kiosks/${id}`, { does: "revoke" });
    const token = whose === "an invented" ? "A".repeat(43) : (screen.cookie().split("=")[1] ?? "");
    for (const name of ["giftline_kiosk", "giftline_session"]) {
      const headers = { cookie: `${name}=${token}`, origin: world.url };
      for (const path of ["/organize", "/organize/kiosks", "/organize/inbox", "/organize/queues/"]) {
        const answer = await fetch(world.url + path, { headers, redirect: "manual" });
        expect(answer.headers.get("location")).toBe("/organize/sign-in");
      }
    }
  },
);

test("a code counts for a quarter of an hour, once", async () => {
  const late = farScreen();
  const code = await late.code();
  await world.advance(16);
  expect((await ada.post("/organize/kiosks", { code, name: "Late" })).status).toBe(400);
  const screen = farScreen();
  const fresh = await screen.code();
  expect((await ada.post("/organize/kiosks", { code: fresh, name: "Once" })).status).toBe(200);
  expect((await ada.post("/organize/kiosks", { code: fresh, name: "Twice" })).status).toBe(400);
  expect(await late.mayAct()).toBe(false);
});

test("wrong codes at the console are counted, written down, and end", async () => {
  const bea = await startConsole(world, { phone: "+14015550110", name: "Bea" });
  for (let miss = 0; miss < 10; miss++)
    expect((await bea.post("/organize/kiosks", { code: "000 000", name: "X" })).text).toContain(
      "No screen waits",
    );
  const code = await farScreen().code();
  expect((await bea.post("/organize/kiosks", { code, name: "X" })).text).toContain("Too many wrong codes");
  expect((await ada.get("/organize/people")).text).toContain("typed a wrong code of a screen");
});

test("only organizers tend screens", async () => {
  const helper = await startConsole(world, { phone: "+14015550111", name: "Hal", role: "helper" });
  expect((await helper.get("/organize/kiosks")).status).toBe(403);
  expect((await helper.post("/organize/kiosks/1", { does: "out-of-order" })).status).toBe(403);
});

test("strangers cannot fill the list: ten from one address, twenty in all, and asking anew waits once", async () => {
  await world.advance(16);
  const stranger = farScreen("192.168.8.1");
  for (let ask = 0; ask < 10; ask++) expect(await stranger.code()).not.toBe("");
  expect((await stranger.post("/kiosk/pair")).status).toBe(429);
  const waiting = async () =>
    (await world.database.query("SELECT count(*)::int FROM kiosks WHERE approved_at IS NULL")).rows[0]?.count;
  expect(await waiting()).toBe(1);
  for (let host = 1; host < 20; host++) expect(await farScreen(`192.168.9.${host}`).code()).not.toBe("");
  expect((await farScreen("192.168.9.99").post("/kiosk/pair")).status).toBe(429);
  expect(await waiting()).toBe(20);
  await world.advance(16);
  expect(await farScreen("192.168.9.99").code()).not.toBe("");
});

test("a machine's launcher gets its code as JSON, and hands its token over without an address", async () => {
  const asked = await fetch(`${world.url}/kiosk/pair`, {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "x-forwarded-for": "192.168.7.200",
    },
  });
  const token = /giftline_kiosk=([\w-]+)/.exec(asked.headers.getSetCookie()[0] ?? "")?.[1] ?? "";
  const code = /"(\d{3} \d{3})"/.exec(await asked.text())?.[1] ?? "";
  await ada.post("/organize/kiosks", { code, name: "Launched" });
  const enter = (given: string) =>
    fetch(`${world.url}/kiosk/pair/enter`, {
      method: "POST",
      headers: { origin: "null", "x-forwarded-for": "192.168.7.200" },
      body: new URLSearchParams({ token: given }),
    });
  const entered = await enter(token);
  expect(entered.status).toBe(200);
  expect(entered.headers.getSetCookie()[0]).toContain(`giftline_kiosk=${token};`);
  expect((await enter("A".repeat(43))).status).toBe(403);
});

test("whoever looks after the machine hears how long its screen has been silent", async () => {
  const { screen } = await letScreen("Alive");
  const silence = async () => JSON.parse((await screen.get("/kiosk/pulse")).text) as unknown;
  expect(await silence()).toEqual({ mayAct: true, silentSeconds: null });
  expect((await screen.post("/kiosk/pulse")).text).toBe("usual");
  await world.advance(2);
  expect(await silence()).toEqual({ mayAct: true, silentSeconds: 120 });
  expect((await farScreen().get("/kiosk/pulse")).text).toContain('"mayAct":false');
});

test.each([
  ["pin", { does: "pin", pin: "123" }, "4 to 8 digits"],
  ["printer", { does: "printer", printer: "203.0.113.9:9100" }, "no printer we can reach"],
  ["port", { does: "printer", printer: "127.0.0.1:5432" }, "no printer we can reach"],
  ["name", { does: "rename", name: " " }, "at most 30 letters"],
  ["revoking this machine", { does: "revoke" }, "cannot be revoked"],
])("what cannot be set says why: %s", async (_, form, words) => {
  const { rows } = await world.database.query("SELECT id FROM kiosks WHERE here");
  const said = await ada.post(`/organize/kiosks/${rows[0]?.id}`, form);
  expect(said.status).toBe(400);
  expect(said.text).toContain(words);
});

test("out of order, a screen shows nothing else, to everybody who stands there, until it is put back", async () => {
  const { screen, id } = await letScreen("Broken");
  await ada.post(`/organize/kiosks/${id}`, { does: "out-of-order" });
  for (const path of ["/kiosk", "/kiosk/doors", "/kiosk/person"]) {
    const page = await screen.get(path);
    expect(page.text).toContain("This screen is out of order");
    expect(page.text).toContain("Esta pantalla no funciona ahora");
  }
  expect((await screen.post("/kiosk/person")).text).toContain("out of order");
  expect((await farScreen().get("/kiosk/doors")).text).not.toContain("out of order");
  await ada.post(`/organize/kiosks/${id}`, { does: "in-order" });
  expect((await screen.get("/kiosk/doors")).text).toContain("What brings you here?");
});

test("the PIN of the staff corner has five tries, and its ticket is for that screen and ten minutes", async () => {
  const { screen, id } = await letScreen("Corner");
  const other = await letScreen("Other corner");
  for (const each of [id, other.id])
    await ada.post(`/organize/kiosks/${each}`, { does: "pin", pin: "471100" });
  const opened = await screen.post("/kiosk/staff", { pin: "471100" });
  const ticket = /name="ticket" value="([^"]+)"/.exec(opened.text)?.[1] ?? "";
  const look = { ticket, view: "queue" };
  expect((await screen.post("/kiosk/staff/view", look)).text).toContain("Scans that wait here");
  expect((await other.screen.post("/kiosk/staff/view", look)).text).not.toContain("Scans that wait here");
  await world.advance(11);
  expect((await screen.post("/kiosk/staff/view", look)).text).toContain("Type the PIN again");
  const misses = await Promise.all(
    Array.from({ length: 20 }, async () => (await screen.post("/kiosk/staff", { pin: "0000" })).text),
  );
  expect(misses.filter((text) => text.includes("That is not the PIN"))).toHaveLength(5);
  expect(misses.filter((text) => text.includes("Too many wrong PINs"))).toHaveLength(15);
  expect((await screen.post("/kiosk/staff", { pin: "471100" })).text).toContain("Too many wrong PINs");
});
