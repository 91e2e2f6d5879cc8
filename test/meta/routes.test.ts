import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#server/http/app.ts";
import { createMetrics } from "#server/metrics.ts";
import { startWorld, type World } from "#test/support/world.ts";
import { inOrder } from "./repository.ts";

/**
 * `signed`: by the carrier, over PUBLIC_URL and path. `open`: anybody may read it, and reading changes nothing.
 * `simulator`: there only while no real carrier is. `all`: what every request goes through.
 * `door`: anybody, from our own pages, limited by address. `console`: whoever holds a role that allows it, from our
 * own pages. `card`: whoever holds the card, which the token in the address proves.
 * `kiosk`: from this machine alone.
 */
type Guard = "card" | "kiosk" | "signed" | "open" | "simulator" | "all" | "door" | "console";

/** Every route there is. A new one has to say here who may use it. */
const GUARDS: Readonly<Record<string, Guard>> = {
  "ALL /*": "all",
  "ALL /twilio/*": "all",
  "GET /": "open",
  "GET /healthz": "open",
  "GET /readyz": "open",
  "GET /metrics": "open",
  "GET /kiosk": "open",
  "GET /kiosk/card": "open",
  "ALL /kiosk/card/*": "all",
  "POST /kiosk/card": "kiosk",
  "POST /kiosk/card/claim": "kiosk",
  "POST /kiosk/card/fill": "kiosk",
  "POST /kiosk/card/back": "kiosk",
  "POST /kiosk/card/done": "kiosk",
  "POST /kiosk/card/passed": "kiosk",
  "POST /kiosk/card/met": "kiosk",
  "POST /kiosk/card/pending": "kiosk",
  "GET /calendar.ics": "open",
  "GET /assets/": "open",
  "ALL /G/*": "all",
  "ALL /g/*": "all",
  "GET /G/:token": "card",
  "POST /G/:token/claim": "card",
  "POST /G/:token/fill": "card",
  "POST /G/:token/done": "card",
  "POST /G/:token/back": "card",
  "POST /G/:token/passed": "card",
  "GET /g/:token": "card",
  "POST /g/:token/claim": "card",
  "POST /g/:token/fill": "card",
  "POST /g/:token/done": "card",
  "POST /g/:token/back": "card",
  "POST /g/:token/passed": "card",
  "POST /twilio/sms": "signed",
  "POST /twilio/status": "signed",
  "GET /simulator": "simulator",
  "GET /simulator/texts": "simulator",
  "POST /simulator/texts": "simulator",
  "ALL /organize/*": "all",
  "ALL /organize/people/*": "all",
  "ALL /organize/broadcasts/*": "all",
  "ALL /organize/groups/*": "all",
  "ALL /organize/gatherings/*": "all",
  "ALL /organize/day-sheet/*": "all",
  "ALL /organize/csv/*": "all",
  "GET /organize/sign-in": "door",
  "POST /organize/sign-in": "door",
  "POST /organize/sign-in/code": "door",
  "GET /organize/sign-in/:token": "door",
  "POST /organize/sign-in/:token": "door",
  "POST /organize/sign-out": "door",
  "POST /organize/language": "door",
  "GET /organize": "console",
  "GET /organize/people": "console",
  "GET /organize/groups": "console",
  "POST /organize/groups": "console",
  "GET /organize/groups/new": "console",
  "GET /organize/groups/:id": "console",
  "POST /organize/groups/:id": "console",
  "GET /organize/groups/:id/edit": "console",
  "POST /organize/groups/:id/close": "console",
  "POST /organize/groups/:id/ask": "console",
  "GET /organize/gatherings": "console",
  "POST /organize/gatherings": "console",
  "GET /organize/gatherings/new": "console",
  "GET /organize/gatherings/:id": "console",
  "POST /organize/gatherings/:id": "console",
  "GET /organize/gatherings/:id/edit": "console",
  "POST /organize/gatherings/:id/cancel": "console",
  "POST /organize/gatherings/:id/items": "console",
  "POST /organize/gatherings/:id/items/:item": "console",
  "POST /organize/gatherings/:id/items/:item/order": "console",
  "GET /organize/gatherings/:id/print": "console",
  "GET /organize/day-sheet": "console",
  "GET /organize/day-sheet/slip.bin": "console",
  "GET /organize/csv": "console",
  "POST /organize/csv": "console",
  "POST /organize/csv/import": "console",
  "GET /organize/csv/groups.csv": "console",
  "GET /organize/csv/gatherings.csv": "console",
  "GET /organize/broadcasts": "console",
  "POST /organize/broadcasts": "console",
  "GET /organize/broadcasts/new": "console",
  "POST /organize/broadcasts/preview": "console",
  "GET /organize/broadcasts/:id": "console",
  "POST /organize/broadcasts/:id": "console",
  "GET /organize/broadcasts/:id/edit": "console",
  "GET /organize/broadcasts/:id/events": "console",
  "POST /organize/broadcasts/:id/test": "console",
  "POST /organize/broadcasts/:id/submit": "console",
  "POST /organize/broadcasts/:id/release": "console",
  "POST /organize/broadcasts/:id/pause": "console",
  "POST /organize/broadcasts/:id/resume": "console",
  "POST /organize/broadcasts/:id/stop": "console",
  "POST /organize/people": "console",
  "POST /organize/people/:id/end": "console",
  "ALL /organize/inbox/*": "all",
  "GET /organize/inbox": "console",
  "GET /organize/inbox/live": "console",
  "POST /organize/inbox/stop": "console",
  "POST /organize/inbox/:id/answer": "console",
  "POST /organize/inbox/:id/close": "console",
  "POST /organize/inbox/:id/stop": "console",
  "POST /organize/inbox/phones/:id/mute": "console",
  "POST /organize/inbox/phones/:id/unmute": "console",
  "ALL /organize/posts/*": "all",
  "GET /organize/posts": "console",
  "POST /organize/posts/introduce": "console",
  "POST /organize/posts/:id/hide": "console",
  "POST /organize/posts/:id/show": "console",
  "POST /organize/posts/:id/board": "console",
  "POST /organize/posts/:id/off-board": "console",
  "ALL /organize/cards/*": "all",
  "GET /organize/cards": "console",
  "POST /organize/cards": "console",
  "POST /organize/cards/look": "console",
  "GET /organize/cards/:id": "console",
  "POST /organize/cards/:id/activate": "console",
  "POST /organize/cards/:id/revoke": "console",
  "POST /organize/cards/:id/print": "console",
  "GET /organize/cards/:id/codes.csv": "console",
  "POST /organize/cards/:id/cards/:card/back": "console",
  "POST /organize/cards/:id/cards/:card/lost": "console",
  "ALL /organize/tent/*": "all",
  "GET /organize/tent": "console",
  "POST /organize/tent": "console",
  "GET /organize/tent/:id": "console",
  "GET /organize/tent/:id/slip": "console",
  "GET /organize/tent/:id/slip.bin": "console",
  "POST /organize/tent/:id/post": "console",
  "POST /organize/tent/:id/close": "console",
  "POST /organize/tent/:id/say": "console",
  "POST /organize/tent/:id/forget": "console",
  "POST /organize/tent/:id/unshare": "console",
  "POST /organize/tent/:id/leave": "console",
  "POST /organize/tent/:id/read": "console",
  "POST /organize/tent/:id/join": "console",
  "ALL /organize/queues/*": "all",
  "GET /organize/queues/*": "console",
};

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
