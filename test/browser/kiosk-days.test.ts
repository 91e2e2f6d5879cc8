import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { fillWithLongWords } from "#test/browser/kiosk-camp.ts";
import { launchBrowser, open } from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let page: Page;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  await fillWithLongWords(world);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
afterEach(() => page.context().close());

test("somebody touches their way to a gathering of today and takes it along on paper", async () => {
  const opened = await open(browser, `${world.url}/kiosk`, { hasTouch: true });
  page = opened.page;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-tried", "printed");
  });
  await page.getByRole("link", { name: "Touch to begin" }).tap();
  await page.getByRole("link", { name: "What is on" }).tap();
  await page.getByRole("link", { name: "Restorative justice" }).first().tap();
  await page.getByRole("heading", { name: "Restorative justice" }).waitFor();
  await page.getByRole("button", { name: "Print a slip" }).tap();
  await page.locator("[data-tried=printed]").waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/kiosk");
  expect(opened.complaints).toEqual([]);
});

test("somebody offers an item with the keys on the screen, in Spanish, and hears what comes next", async () => {
  const opened = await open(browser, `${world.url}/kiosk/days?lang=es`, { hasTouch: true });
  page = opened.page;
  page.setDefaultTimeout(8000);
  await page.getByRole("link", { name: "La próxima asamblea" }).tap();
  await page.getByRole("link", { name: "Proponer un tema" }).tap();
  for (const key of ["a", "g", "u", "a"]) await page.getByRole("button", { name: key, exact: true }).tap();
  await page.getByRole("button", { name: "Proponerlo" }).tap();
  await page.getByRole("status").getByText("La mesa de facilitación decide").waitFor();
  const { rows } = await world.database.query("SELECT words FROM items WHERE state = 'offered'");
  expect(rows).toEqual([{ words: "agua" }]);
  expect(opened.complaints).toEqual([]);
});
