import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import { overflowOf, SIZES } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { type Console, startConsole } from "#test/support/console.ts";
import { startFarAway } from "#test/support/far-away.ts";
import { startStandInPrinter } from "#test/support/stand-in-printer.ts";
import { startWorld, type World } from "#test/support/world.ts";

const PIN = "471199";
let browser: Browser;
let world: World;
let ada: Console;
let far: Awaited<ReturnType<typeof startFarAway>>;
let printer: Awaited<ReturnType<typeof startStandInPrinter>>;
let here: string;
let page: Page;

beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  ada = await startConsole(world, { phone: "+14015550109", name: "Ada" });
  far = await startFarAway(world.url);
  printer = await startStandInPrinter();
  browser = await launchBrowser();
  const { rows } = await world.database.query("SELECT id FROM kiosks WHERE here");
  here = `/organize/kiosks/${rows[0]?.id}`;
  await ada.post(here, { does: "pin", pin: PIN });
  await ada.post(here, { does: "rename", name: "Info tent by the big old oak" });
});
beforeEach(() => printer.set("none"));
afterEach(() => page.context().close());
afterAll(async () => {
  await browser.close();
  await printer.close();
  await far.close();
  await world.close();
});

async function openStaff(language: "en" | "es", size: readonly [number, number] = SIZES[0]) {
  const viewport = { width: size[0], height: size[1] };
  const opened = await open(browser, `${world.url}/kiosk/staff?lang=${language}`, {
    viewport,
    hasTouch: true,
  });
  page = opened.page;
  return opened;
}

async function typePin(pin: string): Promise<void> {
  for (const digit of pin) await page.locator(`[data-digit="${digit}"]`).tap();
  await page.locator("form > .go").tap();
}

const shows = (screen: string) => page.locator(`[data-screen="${screen}"]`).waitFor();

test.each(SIZES.flatMap((size) => [["en", size] as const, ["es", size] as const]))(
  "in %s at %j the staff corner and the ruler hold everything without scrolling, and axe finds nothing",
  async (language, size) => {
    const { complaints } = await openStaff(language, size);
    const isFine = async (screen: string) => {
      await shows(screen);
      expect(await overflowOf(page), screen).toEqual([]);
      // What axe looks at is the same in each size and language.
      if (size === SIZES[1] && language === "en") expect(await violationsOn(page), screen).toEqual([]);
    };
    await isFine("staff-pin");
    await typePin(PIN);
    await isFine("staff-all");
    for (const view of ["printer", "queue", "network", "errors"]) {
      await page.locator(`button[value=${view}]`).tap();
      await isFine(`staff-${view}`);
      await page.locator("button[value=all]").tap();
      await shows("staff-all");
    }
    await page.locator("button[formaction*=ruler]").tap();
    await isFine("ruler");
    expect(complaints).toEqual([]);
  },
);

test.each(SIZES.flatMap((size) => [["en", size] as const, ["es", size] as const]))(
  "in %s at %j a screen that asks to act holds everything without scrolling, and axe finds nothing",
  async (language, size) => {
    const opened = await open(browser, `${far.url}/kiosk/pair?lang=${language}`, {
      viewport: { width: size[0], height: size[1] },
      hasTouch: true,
    });
    page = opened.page;
    const isFine = async (screen: string) => {
      await shows(screen);
      expect(await overflowOf(page), screen).toEqual([]);
      if (size === SIZES[1] && language === "en") expect(await violationsOn(page), screen).toEqual([]);
    };
    await isFine("pair");
    await page.locator("form > .go").tap();
    await isFine("pair-code");
  },
);

test("a screen notices by itself that an organizer has typed its code, and then acts", async () => {
  ({ page } = await open(browser, `${far.url}/kiosk/doors?lang=en`, { hasTouch: true }));
  await page.getByRole("link", { name: "Ask a person" }).tap();
  await page.getByRole("link", { name: "Let this screen act" }).tap();
  await page.getByRole("button", { name: "Ask to act" }).tap();
  const code = (await page.locator(".paircode").textContent()) ?? "";
  expect((await ada.post("/organize/kiosks", { code, name: "Booth" })).status).toBe(200);
  await shows("paired");
  await page.getByRole("link", { name: "Begin" }).tap();
  await page.getByRole("link", { name: "Touch to begin" }).tap();
  await page.getByRole("link", { name: "Ask a person" }).tap();
  await page.getByRole("button", { name: "Call somebody" }).tap();
  await page.getByText("Somebody was told").waitFor();
});

test("the hidden corner opens after three seconds, not at a touch, and what lies under it is not pressed", async () => {
  ({ page } = await open(browser, `${world.url}/kiosk`, { hasTouch: true }));
  const touch = await page.context().newCDPSession(page);
  const point = { x: 1270, y: 10 };
  const dispatch = (type: "touchStart" | "touchEnd") =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchStart" ? [point] : [] });
  await dispatch("touchStart");
  await shows("staff-pin");
  await dispatch("touchEnd");
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  await shows("staff-pin");
  await page.getByRole("link", { name: "Start over" }).tap();
  await shows("attract");
  await page.touchscreen.tap(point.x, point.y);
  await expect.poll(() => page.locator("body").getAttribute("data-screen")).toBe("language");
});

test("without a server the corner says so, and how much waits on this screen", async () => {
  ({ page } = await open(browser, `${far.url}/kiosk/doors?lang=en`, { hasTouch: true }));
  const kept = JSON.stringify([{ path: "/kiosk/card/late", fields: {}, at: Date.now() }]);
  await page.evaluate((words) => localStorage.setItem("giftline waiting", words), kept);
  far.cut(true);
  const touch = await page.context().newCDPSession(page);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: 1270, y: 10 }] });
  const said = page.getByText("The server does not answer");
  await said.waitFor();
  expect(await said.textContent()).toMatch(/once it is back: 1$/);
  far.cut(false);
});

test("a ruler makes a millimetre a millimetre, for this screen", async () => {
  await openStaff("en");
  await typePin(PIN);
  await page.locator("button[formaction*=ruler]").tap();
  const bar = async () => Number(await page.locator("[data-bar]").getAttribute("data-bar"));
  const before = await bar();
  await page.getByRole("button", { name: "Longer, much" }).tap();
  await expect.poll(bar).toBeGreaterThan(before + 15);
  await page.getByRole("button", { name: "Shorter", exact: true }).tap();
  const right = 6.11;
  await expect.poll(bar).toBe(Math.round(85.6 * right));
  await page.getByRole("button", { name: "Save" }).tap();
  await shows("staff-all");
  await page.getByRole("link", { name: "Start over" }).tap();
  await shows("attract");
  const mm = () => getComputedStyle(document.documentElement).getPropertyValue("--mm");
  await expect.poll(() => page.evaluate(mm)).toBe(`${right}px`);
});

test("out of order by one touch: the first screen says so by itself, and staff ends it", async () => {
  ({ page } = await open(browser, `${world.url}/kiosk`, { hasTouch: true }));
  const standing = page;
  await openStaff("en");
  await typePin(PIN);
  await page.getByRole("button", { name: "Out of order" }).tap();
  await page.getByRole("button", { name: "Back in order" }).waitFor();
  await standing.getByText("Esta pantalla no funciona ahora").waitFor();
  expect(await overflowOf(standing)).toEqual([]);
  expect(await violationsOn(standing)).toEqual([]);
  await page.getByRole("button", { name: "Back in order" }).tap();
  await standing.getByRole("link", { name: "Touch to begin" }).waitFor();
  expect((await ada.get("/organize/people")).text).toContain("a staff corner");
  await standing.context().close();
});

test("a slip by the browser has the slip on paper and nothing else, and starting over takes it from the page", async () => {
  await openStaff("en");
  await typePin(PIN);
  await page.locator("button[value=printer]").tap();
  await shows("staff-printer");
  await page.evaluate(() =>
    Object.assign(globalThis, { print: () => document.body.setAttribute("data-went", "") }),
  );
  await page.getByRole("button", { name: "Print a slip" }).tap();
  await page.locator("[data-went]").waitFor();
  await page.getByText("Your slip comes out of the printer here").waitFor();
  const { pages, words } = await paperOf(page);
  expect(words).toContain("Test print");
  expect(words).toContain("1234567890");
  expect(words).not.toMatch(/Staff corner|Start over|comes out/);
  expect(pages).toBe(1);
  await page.getByRole("link", { name: "Start over" }).tap();
  await shows("attract");
  expect(await page.locator(".slip").count()).toBe(0);
});

test.each([
  ["none", "Your slip is printed"],
  ["no-paper", "has no paper"],
  ["cover-open", "cover is open"],
  ["silent", "does not answer"],
  ["breaks-off", "stopped answering"],
] as const)("a receipt printer with %s: the screen says %j, and stays", async (trouble, words) => {
  await ada.post(here, { does: "printer", printer: printer.address });
  await openStaff("en");
  await typePin(PIN);
  await page.locator("button[value=printer]").tap();
  await shows("staff-printer");
  printer.set(trouble);
  const before = printer.paper();
  await page.getByRole("button", { name: "Print a slip" }).tap();
  await page.getByRole("status").getByText(words).waitFor();
  await shows("staff-printer");
  const isPrinted = printer.paper() !== before;
  expect(isPrinted).toBe(trouble === "none" || trouble === "breaks-off");
  await ada.post(here, { does: "printer", printer: "" });
});

test("the organizers' list of screens fits a phone, and axe finds nothing on it", async () => {
  const link = await makeSignInLink(world.booted.ctx, ada.personId);
  ({ page } = await open(browser, link, { viewport: { width: 360, height: 780 } }));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Screens" }).click();
  await page.getByRole("heading", { name: "Screens" }).waitFor();
  await page.getByLabel("Receipt printer").first().fill("example.com:80");
  await page.getByRole("button", { name: "Set the printer" }).first().click();
  await page.getByText("That is no printer we can reach").waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

async function paperOf(shown: Page): Promise<{ readonly pages: number; readonly words: string }> {
  const mupdf = await import("mupdf");
  const document = mupdf.Document.openDocument(
    await shown.pdf({ preferCSSPageSize: true }),
    "application/pdf",
  );
  const pages = Array.from({ length: document.countPages() }, (_, at) =>
    document.loadPage(at).toStructuredText("preserve-whitespace").asText(),
  );
  return { pages: pages.length, words: pages.join("\n") };
}
