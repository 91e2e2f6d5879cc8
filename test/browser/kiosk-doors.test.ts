import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser, open } from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let page: Page;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
afterEach(() => page.context().close());

test("the first screen says how to text in both languages, and its code opens a text to our number", async () => {
  ({ page } = await open(browser, `${world.url}/kiosk`));
  expect(await page.locator("p[lang=en]", { hasText: "NEED" }).textContent()).toMatch(
    /NEED, GIFT, GROUP or AGENDA to/,
  );
  expect(await page.locator("p[lang=es]", { hasText: "NECESITO" }).textContent()).toMatch(
    /NECESITO, REGALO, GRUPO o AGENDA al/,
  );
  expect(await page.getByText("+1 401 555 0100").isVisible()).toBe(true);
  expect(await page.getByRole("img", { name: "QR code: text +1 401 555 0100" }).isVisible()).toBe(true);
});

test("screens change without leaving anything in the history, and starting over begins anew", async () => {
  ({ page } = await open(browser, `${world.url}/kiosk`, { hasTouch: true }));
  const before = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "Toca para empezar" }).tap();
  await page.getByRole("link", { name: "Preguntar a alguien" }).tap();
  await page.getByRole("heading", { name: "Preguntar a alguien" }).waitFor();
  await page.getByRole("button", { name: "Llamar a alguien" }).tap();
  await page.getByRole("status").getByText("Ya avisamos").waitFor();
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.getByRole("link", { name: "Empezar" }).tap();
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("the first document asks for every script that it needs at once, and each is there", async () => {
  const opened = await open(browser, `${world.url}/kiosk`);
  page = opened.page;
  const answer = await fetch(`${world.url}/kiosk`, { headers: { "sec-fetch-dest": "document" } });
  const named = [...(answer.headers.get("link") ?? "").matchAll(/<([^>]+)>; rel=modulepreload/g)];
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .flatMap(({ name }) => (name.endsWith(".ts") ? [new URL(name).pathname] : [])),
  );
  expect(new Set(named.map(([, path]) => path))).toEqual(new Set(loaded));
  expect(opened.complaints).toEqual([]);
});
