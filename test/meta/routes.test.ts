import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#server/http/app.ts";
import { createMetrics } from "#server/metrics.ts";
import { startWorld, type World } from "#test/support/world.ts";
import { GUARDS, type Guard } from "./guards.ts";
import { inOrder } from "./repository.ts";

let world: World;
let simulated: World;
beforeAll(async () => {
  world = await startWorld();
  simulated = await startWorld({ carrier: "simulator" });
});
afterAll(async () => {
  await world.close();
  await simulated.close();
});

test("every route has its guard, and every guard its route", () => {
  expect(routesOf(simulated)).toEqual(inOrder(Object.keys(GUARDS)));
});

test("with a real carrier the simulator is not there", () => {
  expect(routesOf(world)).toEqual(
    inOrder(Object.keys(GUARDS).filter((route) => GUARDS[route] !== "simulator")),
  );
});

test("what is open to anybody can only be read", () => {
  expect(withGuard("open").filter((route) => !route.startsWith("GET "))).toEqual([]);
});

test.each(withGuard("signed"))("%s refuses what is not signed, and keeps nothing of it", async (route) => {
  const [method = "", path = ""] = route.split(" ");
  const body = new URLSearchParams({ MessageSid: "SM1", From: "+14015550101", Body: "MENU" });
  const signature = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  for (const headers of [{}, { "x-twilio-signature": signature }]) {
    const answer = await fetch(world.url + path, { method, body, headers });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe("");
  }
  const { rows } = await world.database.query("SELECT (SELECT count(*) FROM inbound_texts)::int AS texts");
  expect(rows).toEqual([{ texts: 0 }]);
});

test.each(withGuard("console"))("%s sends whoever is not signed in to the door", async (route) => {
  const [method = "", path = ""] = route.split(" ");
  const headers = { origin: world.url, cookie: "giftline_session=nobody" };
  const address = world.url + path.replace(/:\w+/g, "1");
  const answer = await fetch(address, { method, headers, redirect: "manual" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/organize/sign-in");
});

test.each([...withGuard("console"), ...withGuard("door")].filter((route) => route.startsWith("POST ")))(
  "%s refuses a form from another site's page",
  async (route) => {
    const address = world.url + (route.split(" ")[1] ?? "").replace(/:\w+/g, "1");
    const headers = { origin: "https://elsewhere.example" };
    const answer = await fetch(address, { method: "POST", headers, body: new URLSearchParams({ a: "b" }) });
    expect(answer.status).toBe(403);
  },
);

test.each(withGuard("card"))("%s shows an unknown card to nobody, and changes nothing", async (route) => {
  const [method = "", path = ""] = route.split(" ");
  const fields = { nonce: "1", handle: "", kind: "need", words: "tarps", reason: "other" };
  const body = method === "GET" ? null : new URLSearchParams(fields);
  const answer = await fetch(world.url + path.replace(":token", "0123456789ABCDEFGHJK"), { method, body });
  expect(answer.status).toBe(404);
  const { rows } = await world.database.query("SELECT count(*)::int FROM posts");
  expect(rows).toEqual([{ count: 0 }]);
});

test.each(withGuard("kiosk"))("%s acts from this machine alone", async (route) => {
  const body = new URLSearchParams({ seen: "4839 2017 563", nonce: "1" });
  const address = world.url + (route.split(" ")[1] ?? "");
  const far = { "x-forwarded-for": "203.0.113.9", origin: world.url };
  expect((await fetch(address, { method: "POST", headers: far, body })).status).toBe(403);
  expect((await fetch(address, { method: "POST", headers: { origin: world.url }, body })).status).not.toBe(
    403,
  );
});

function withGuard(guard: Guard): readonly string[] {
  return Object.keys(GUARDS).filter((route) => GUARDS[route] === guard);
}

/** Styles and scripts are one route each; they count as one. */
function routesOf({ booted }: World): readonly string[] {
  const app = createApp({ ...booted, ctx: { ...booted.ctx, metrics: createMetrics() } });
  const routes = app.routes.map(({ method, path }) => `${method} ${path}`);
  return inOrder(new Set(routes.map((route) => route.replace(/^(GET \/assets\/).*/, "$1"))));
}
