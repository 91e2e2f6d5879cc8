import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import { isThisMachine, networkOf } from "#server/http/organize/client-address.ts";
import { GUARDS } from "#test/meta/guards.ts";
import { filesLike, textOf } from "#test/meta/repository.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { freePort } from "#test/support/free-port.ts";
import { startWorld, type World } from "#test/support/world.ts";

let world: World;
let ada: Console;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator" });
  ada = await startConsole(world, { phone: "+14015550109", name: "Ada" });
});
afterAll(() => world.close());

const from = (address: string) => ({ "x-forwarded-for": address });
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(world.url + path, { headers, redirect: "manual" });

describe("too many requests of one address", () => {
  test("are refused with a time to come back, and nobody else's are", async () => {
    const answers: Response[] = [];
    while (answers.length < 1_201) answers.push(await get("/kiosk/card", from("203.0.113.9")));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1_200);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get("retry-after")).toBe("60");
    expect(await refused?.text()).toContain("Espera un minuto");
    expect((await get("/kiosk/card", from("203.0.113.10"))).status).toBe(200);
    expect((await get("/kiosk/card")).status).toBe(200);
    expect((await get("/healthz", from("203.0.113.9"))).status).toBe(200);
    expect((await get("/assets/icon.svg", from("203.0.113.9"))).status).toBe(200);
    expect(await (await get("/metrics")).text()).toContain("giftline_requests_over_limit_total 1");
  });

  test("have a lower limit where something is sent, the carrier none", async () => {
    const post = (path: string) =>
      fetch(world.url + path, {
        method: "POST",
        headers: { ...from("198.51.100.3"), origin: world.url },
        body: new URLSearchParams({ phone: "x" }),
      });
    const statuses: number[] = [];
    while (statuses.length < 181) statuses.push((await post("/organize/sign-in")).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect((await post("/twilio/sms")).status).toBe(403);
  });

  test.each([
    ["2001:db8::7", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:1:2:3:4", "2001:db8:0:0::/64"],
    ["2001:0db8:1::", "2001:db8:1:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["203.0.113.9", "203.0.113.9"],
    ["unknown", "unknown"],
  ])("%s is counted as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  test.each([
    ["127.0.0.1", { host: "localhost:8080" }, true],
    ["127.1.2.3", { host: "127.0.0.1:8080" }, true],
    ["::1", { host: "[::1]:8080" }, true],
    ["::ffff:127.0.0.1", { host: "LOCALHOST" }, true],
    ["128.0.0.1", { host: "localhost" }, false],
    ["::2", { host: "localhost" }, false],
    // A page whose name was made to lead to this machine.
    ["127.0.0.1", { host: "elsewhere.example:8080" }, false],
    ["127.0.0.1", { host: "localhost.elsewhere.example" }, false],
    ["127.0.0.1", {}, false],
    // What a proxy on this machine passes on.
    ["127.0.0.1", { host: "localhost", "x-forwarded-for": "127.0.0.1" }, false],
    ["127.0.0.1", { host: "localhost", forwarded: "for=203.0.113.9" }, false],
    ["127.0.0.1", { host: "localhost", via: "1.1 proxy" }, false],
    ["127.0.0.1", { host: "localhost", "x-real-ip": "203.0.113.9" }, false],
  ])("%s with %j is this machine itself: %s", (socket, headers: Record<string, string>, isHere) => {
    expect(isThisMachine(socket, (name) => headers[name])).toBe(isHere);
  });
});

describe("every page", () => {
  const pages = Object.keys(GUARDS).filter(
    (route) => route.startsWith("GET ") && !/live|events|assets/.test(route),
  );

  test.each(pages)("%s says what a browser may do with it, and names nobody else's server", async (route) => {
    const path = route.replace("GET ", "").replace(/:\w+/g, "1").replace("/*", "");
    const { headers } = await get(path);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/form-action 'self'/);
    const isBoard = path.startsWith("/organize/queues");
    expect(policy.includes("'unsafe-inline'")).toBe(isBoard);
    expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
    expect(policy.includes("'wasm-unsafe-eval'")).toBe(/^\/kiosk|\/cards\/desk$/.test(path));
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toMatch(/camera=\(self\).*geolocation=\(\)/);
    expect(headers.get("x-powered-by") ?? headers.get("server")).toBeNull();
    const { text } = await ada.get(path);
    expect(text).not.toMatch(
      /<(?:script|link|img|iframe|form|source)[^>]*(?:src|href|action)="(?:https?:)?\/\//,
    );
    if (!isBoard) expect(text).not.toMatch(/<script(?![^>]* src=)|<[^>]* on\w+=|<[^>]* style=/);
  });

  test("of the console is kept by nobody, and its cookie is for nobody's script or other site", async () => {
    const { pathname } = new URL(await makeSignInLink(world.booted.ctx, ada.personId));
    const enter = (headers: Record<string, string>) =>
      fetch(world.url + pathname, {
        method: "POST",
        headers: { origin: world.url, ...headers },
        redirect: "manual",
      });
    const signedIn = await enter({ "x-forwarded-proto": "https" });
    const [cookie = ""] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\/organize; HttpOnly; Secure; SameSite=Strict/);
    const page = await get("/organize", { cookie: cookie.split(";")[0] ?? "" });
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect((await enter({})).status).toBe(403);
  });

  test("is asked for by TLS alone for half a year, where PUBLIC_URL has it", async () => {
    expect((await get("/kiosk")).headers.get("strict-transport-security")).toBeNull();
    const far = await startWorld({ env: { PUBLIC_URL: "https://camp.example" } });
    onTestFinished(() => far.close());
    const { headers } = await fetch(`${far.url}/kiosk`);
    expect(headers.get("strict-transport-security")).toBe("max-age=15552000");
  });

  test("that fails says nothing of why", async () => {
    const odd = await Promise.all(
      ["/G/%E0%A4%A", "/organize/sign-in/%", "/calendar.ics?x=%FF", "/%2e%2e/%2e%2e/etc/passwd"].map((path) =>
        get(path),
      ),
    );
    for (const answer of odd) {
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/\bat [\w.]+ \(|node_modules|prisma|SELECT/i);
    }
  });
});

describe("an address that somebody gives", () => {
  test("is fetched by nobody: not from a text, a picture's message, a post, a card or a table", async () => {
    const asked: string[] = [];
    const port = await freePort();
    const listener = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end();
    }).listen(port, "127.0.0.1");
    await once(listener, "listening");
    const real = await startWorld();
    onTestFinished(async () => {
      await real.close();
      listener.close();
    });
    const url = `http://127.0.0.1:${port}`;
    await real.text("+14015550131", `NEED ${url}/need`);
    await real.text("+14015550131", `GIFT photo at ${url}/gift`);
    await real.standIn.postText(`${real.url}/twilio/sms`, {
      from: "+14015550131",
      body: `${url}/mms`,
      numMedia: 1,
    });
    const boss = await startConsole(real, { phone: "+14015550109", name: "Ada" });
    await boss.post("/organize/groups", { name: "Links", about: `${url}/group`, interests: `${url}/i` });
    await boss.post("/organize/csv", { what: "groups", text: `name,about\n${url}/name,${url}/csv` });
    await boss.post("/organize/cards/desk", { seen: `${url}/G/0123456789ABCDEFGHJK` });
    await boss.get(`/organize/sign-in/${encodeURIComponent(url)}`);
    await real.settled();
    expect(asked).toEqual([]);
  });

  test("has no way to: only the carriers' files, the command that sets Twilio up, and a screen's printer's, on a private network, talk to others", () => {
    const talks = /(?<![.\w])fetch\(|"(?:node:https?|node:tls|axios|undici)"|\bconnect\b.*"node:net"/;
    const talkers = filesLike("server/**/*.ts", "sms/**/*.ts").filter((file) => talks.test(textOf(file)));
    expect(talkers).toEqual([
      "server/printer/send-receipt.ts",
      "sms/simulator/carrier.ts",
      "sms/twilio/reach.ts",
      "sms/twilio/transport.ts",
    ]);
  });
});
