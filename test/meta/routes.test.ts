import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#server/http/app.ts";
import { createMetrics } from "#server/metrics.ts";
import { startWorld, type World } from "#test/support/world.ts";
import { inOrder } from "./repository.ts";

/**
 * `signed`: by the carrier, over PUBLIC_URL and path. `open`: anybody may read it, and reading changes nothing.
 * `simulator`: there only while no real carrier is. `all`: what every request goes through.
 */
type Guard = "signed" | "open" | "simulator" | "all";

/** Every route there is. A new one has to say here who may use it. */
const GUARDS: Readonly<Record<string, Guard>> = {
  "ALL /*": "all",
  "ALL /twilio/*": "all",
  "GET /": "open",
  "GET /healthz": "open",
  "GET /readyz": "open",
  "GET /metrics": "open",
  "GET /kiosk": "open",
  "GET /assets/": "open",
  "POST /twilio/sms": "signed",
  "POST /twilio/status": "signed",
  "GET /simulator": "simulator",
  "GET /simulator/texts": "simulator",
  "POST /simulator/texts": "simulator",
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

function withGuard(guard: Guard): readonly string[] {
  return Object.keys(GUARDS).filter((route) => GUARDS[route] === guard);
}

/** Styles and scripts are one route each; they count as one. */
function routesOf({ booted }: World): readonly string[] {
  const app = createApp({ ...booted, ctx: { ...booted.ctx, metrics: createMetrics() } });
  const routes = app.routes.map(({ method, path }) => `${method} ${path}`);
  return inOrder(new Set(routes.map((route) => route.replace(/^(GET \/assets\/).*/, "$1"))));
}
