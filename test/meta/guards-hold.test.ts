import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { everything } from "#test/delivery/scene.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { at, insertGathering, insertGroup } from "#test/support/gatherings.ts";
import { startWorld, type World } from "#test/support/world.ts";
import { GUARDS, type Guard } from "./guards.ts";
import { formFor, rolesOf, strangeForms } from "./roles-of-routes.ts";

/** Every route is asked many times over; a busy machine may take long over it. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let world: World;
let ids: { readonly group: number; readonly gathering: number };
const consoles = new Map<string, Console>();
const door = (name: string) => {
  const found = consoles.get(name);
  if (!found) throw new Error(`${name} is not there.`);
  return found;
};

beforeAll(async () => {
  world = await startWorld({ carrier: "simulator" });
  const own = await insertGroup(world, { number: 1, name: "Kitchen" });
  const group = await insertGroup(world, { number: 2, name: "Medics" });
  ids = { group, gathering: await insertGathering(world, { title: "Assembly", startsAt: at("19:00") }) };
  const people = [
    ["lapsed", "organizer"],
    ["ended", "organizer"],
    ["expired", "organizer"],
    ["gone", "organizer"],
    ["organizer", "organizer"],
    ["helper", "helper"],
    ["convenor", "convenor"],
  ] as const;
  for (const [index, [name, role]] of people.entries()) {
    const who = { phone: `+1401555012${index}`, name, role };
    consoles.set(name, await startConsole(world, role === "convenor" ? { ...who, groupId: own } : who));
  }
  await world.database.query("UPDATE roles SET expires_at = '2026-11-23T16:59:59Z' WHERE person_id = $1", [
    door("lapsed").personId,
  ]);
  await world.database.query("UPDATE roles SET ended_at = now() WHERE person_id = $1", [
    door("ended").personId,
  ]);
  await world.database.query("UPDATE sessions SET expires_at = '2026-11-23T16:59:59Z' WHERE person_id = $1", [
    door("expired").personId,
  ]);
  await door("gone").post("/organize/sign-out", {});
  await world.settled();
});
afterAll(() => world.close());

/** Streams end by themselves after minutes: whoever is let in to one is not waited for. */
const routes = (guard: Guard) => Object.keys(GUARDS).filter((route) => GUARDS[route] === guard);
const isStream = (route: string) => /\/(?:live|events)$/.test(route);

function pathOf(route: string): string {
  const path = route.replace(/^\w+ /, "").replace("/*", "");
  return path
    .replace("/groups/:id", `/groups/${ids.group}`)
    .replace("/gatherings/:id", `/gatherings/${ids.gathering}`)
    .replace(":token", "0123456789ABCDEFGHJK")
    .replace(/:\w+/g, "1");
}

function knock(who: Console, route: string) {
  return route.startsWith("POST ") ? who.post(pathOf(route), formFor(route)) : who.get(pathOf(route));
}

const MORE_THAN_ANY = String(6 * 1024 * 1024 + 1);
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** Goes on sending until it is answered; the status. */
async function sendMuch(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const sending = request(world.url + path, { method: "POST", headers: { ...headers, origin: world.url } });
  // Who has answered need not listen to the rest.
  sending.on("error", () => undefined);
  const answered = once(sending, "response");
  if (headers["transfer-encoding"]) for (let sent = 0; sent < 6200; sent++) sending.write("x".repeat(1024));
  else sending.flushHeaders();
  const [answer] = await answered;
  sending.destroy();
  return answer.statusCode;
}

describe("the console, to whoever has lost it", () => {
  test.each([
    ["a role that has lapsed", "lapsed"],
    ["a role that was taken away", "ended"],
    ["a browser that was signed in for its twelve hours", "expired"],
    ["a browser that was signed out", "gone"],
  ])("%s opens no route, and changes nothing", async (_, name) => {
    const before = await everything(world);
    const let_in: string[] = [];
    for (const route of routes("console")) {
      const { path } = await knock(door(name), route);
      if (path !== "/organize/sign-in") let_in.push(route);
    }
    expect(let_in).toEqual([]);
    expect(await everything(world)).toBe(before);
  });
});

describe("the console, to a role that it is not for", () => {
  test("a helper is turned away from each, whole forms included, and changes nothing", async () => {
    const before = await everything(world);
    const closed = routes("console").filter((route) => !rolesOf(route).includes("helper"));
    const answers = await Promise.all(
      closed.map(async (route) => [route, (await knock(door("helper"), route)).status]),
    );
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
    expect(closed.length).toBeGreaterThan(40);
    expect(await everything(world)).toBe(before);
  });

  test("a convenor is turned away from each that is the whole camp's, and from other groups'", async () => {
    const before = await everything(world);
    const closed = routes("console").filter((route) => !rolesOf(route).includes("convenor"));
    const others = routes("console").filter((route) => /^POST \/organize\/(?:groups|gatherings)/.test(route));
    const let_in: string[] = [];
    for (const route of [...closed, ...others]) {
      const { status } = await knock(door("convenor"), route);
      if (status !== 403) let_in.push(`${status} ${route}`);
    }
    expect(let_in).toEqual([]);
    expect(closed.length).toBeGreaterThan(30);
    expect(await everything(world)).toBe(before);
  });

  test("an organizer comes everywhere", async () => {
    const shut: string[] = [];
    for (const route of routes("console").filter((route) => route.startsWith("GET ") && !isStream(route))) {
      const { status, path } = await knock(door("organizer"), route);
      if (status === 403 || path === "/organize/sign-in") shut.push(route);
    }
    expect(shut).toEqual([]);
  });
});

describe("every route there is", () => {
  const all = Object.keys(GUARDS).filter((route) => !route.startsWith("ALL ") && route !== "GET /assets/");
  const origin = () => ({ origin: world.url });

  test("takes no body that is too large, declared or not", async () => {
    const taken: string[] = [];
    for (const route of all.filter((route) => route.startsWith("POST ")))
      for (const headers of [{ "content-length": MORE_THAN_ANY }, { "transfer-encoding": "chunked" }]) {
        const status = await sendMuch(pathOf(route), { ...headers, ...FORM });
        if (status !== 413) taken.push(`${status} ${route} ${Object.keys(headers)}`);
      }
    expect(taken).toEqual([]);
  });

  test("answers to its own method alone", async () => {
    const odd: string[] = [];
    for (const route of all)
      for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const { status } = await fetch(world.url + pathOf(route), {
          method,
          headers: origin(),
          redirect: "manual",
        });
        // Whoever is not signed in is sent to the door before anybody looks at what he wants.
        if (status !== 404 && status !== 303) odd.push(`${status} ${method} ${route}`);
      }
    expect(odd).toEqual([]);
  });

  test("is not hurt by ids that no row can have", async () => {
    const hurt: string[] = [];
    for (const route of all.filter((route) => /:\w+/.test(route) && !isStream(route)))
      for (const id of [
        "0",
        "-1",
        "99999999999",
        "1e30",
        "NaN",
        "%00",
        "1;DROP TABLE people",
        "..%2f..%2fetc",
      ]) {
        const path = route.replace(/^\w+ /, "").replace(/:\w+/g, id);
        const ada = door("organizer");
        const page = route.startsWith("POST ") ? await ada.post(path, formFor(route)) : await ada.get(path);
        if (page.status >= 500) hurt.push(`${page.status} ${route} ${id}`);
      }
    expect(hurt).toEqual([]);
    expect(world.logged.filter((line) => line.includes("request failed"))).toEqual([]);
  });

  test("is not hurt by what no form of ours can send: none of it is a fault of the server", async () => {
    const hurt: string[] = [];
    const posts = all.filter((each) => each.startsWith("POST ") && !/sign-(?:in|out)|twilio/.test(each));
    for (const route of posts) {
      for (const fields of strangeForms(formFor(route))) {
        const { status } = await door("organizer").post(pathOf(route), fields);
        if (status >= 500) hurt.push(`${status} ${route} ${JSON.stringify(fields).slice(0, 300)}`);
      }
      const { status } = await door("organizer").post(pathOf(route), { ...formFor(route), words: "a\0b" });
      const address = await fetch(`${world.url}${pathOf(route)}?word=a%00b`, { headers: origin() });
      if (status !== 400 || address.status !== 400) hurt.push(`${status} ${address.status} ${route} NUL`);
    }
    expect(hurt).toEqual([]);
    expect(world.logged.filter((line) => line.includes("request failed"))).toEqual([]);
  });
});

describe("what anybody may read", () => {
  test("changes nothing by being read", async () => {
    const before = await everything(world);
    for (const route of [
      ...routes("open"),
      "GET /organize/sign-in",
      "GET /organize/sign-in/:token",
      "GET /G/:token",
    ]) {
      if (route === "GET /assets/") continue;
      const answer = await fetch(world.url + pathOf(route), { redirect: "manual" });
      expect(answer.status, route).toBeLessThan(500);
    }
    expect(await everything(world)).toBe(before);
  });

  test("holds nobody's number, and no words of a text", async () => {
    await world.text("+14015550188", "the password is swordfish").catch(() => null);
    for (const route of routes("open").filter((each) => each !== "GET /assets/")) {
      const text = await (await fetch(world.url + pathOf(route))).text();
      expect(text.replace(/\D/g, ""), route).not.toContain("4015550188");
      expect(text, route).not.toContain("swordfish");
    }
  });
});
