import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createContext } from "#server/boot.ts";
import { loadConfig } from "#server/config.ts";
import type { Booted } from "#server/context.ts";
import { scanAt } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open } from "#test/browser/stage.ts";
import { liveCards, type PrintedCard } from "#test/support/cards.ts";
import { freePort } from "#test/support/free-port.ts";
import { type Program, startProgram } from "#test/support/program.ts";
import { createDatabase } from "#test/support/servers.ts";

/** Longer than the screen waits between two questions to the server, on a busy machine. */
const PATIENT = { timeout: 40_000 };

let browser: Browser;
let page: Page;
let program: Program;
let booted: Booted;
let env: Record<string, string>;
let close: () => Promise<void>;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "giftline-offline-"));
  const database = await createDatabase();
  env = { PORT: String(await freePort()), HOST: "127.0.0.1", DATA_DIR: folder, DATABASE_URL: database.url };
  program = startProgram(env);
  await program.ready();
  // Whoever joins it without a phone gets a button that counts once, two touches away.
  await database.pool.query(
    "INSERT INTO groups (number, name, about, interests, place, contact, created_at, active_at) VALUES (2, 'Kitchen', 'cooks', '', '', '', now(), now())",
  );
  booted = await createContext(loadConfig(env));
  browser = await launchBrowser();
  ({ page } = await open(browser, `${program.url}/kiosk`, {
    hasTouch: true,
    locale: "en",
    serviceWorkers: "allow",
  }));
  close = async () => {
    await browser.close();
    await booted.close();
    await program.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
}, 120_000);
afterAll(() => close());

async function cardOf(words: string): Promise<PrintedCard> {
  const [made] = await liveCards(booted.ctx, { meaning: { kind: "gift", words } });
  if (!made) throw new Error("There is no card.");
  return made;
}

/** The screen has all of the server's list that there is. */
async function isKept(): Promise<void> {
  const { screens, held, files } = await (await fetch(`${program.url}/kiosk/keep.json`)).json();
  const all: string[] = [...screens, ...held, ...files];
  const there = await Promise.all(all.map(async (path) => (await fetch(program.url + path)).ok));
  const wanted = all.filter((_, at) => there[at]).map((path) => program.url + path);
  const missing = async () => {
    const kept = await page.evaluate(async () => {
      const requests = await (await caches.open("giftline kept")).keys();
      return requests.map(({ url }) => url);
    });
    return wanted.filter((each) => !kept.includes(each));
  };
  await expect.poll(missing, PATIENT).toEqual([]);
}

async function comesBack(): Promise<void> {
  program = startProgram(env);
  await program.ready();
  await page.locator("[data-away]").waitFor({ state: "hidden", ...PATIENT });
}

const waiting = () => page.evaluate(() => localStorage.getItem("giftline waiting"));

/** Gives up its place in the line to a scan that waits; the digits that were given for it. */
async function askLater(words: string): Promise<{ slip: string; card: PrintedCard }> {
  const card = await cardOf(words);
  await page.goto(`${program.url}/kiosk/doors?lang=en`);
  await program.kill();
  await page.locator("[data-away]").waitFor(PATIENT);
  await scanAt(page, `HTTPS://CAMP.EXAMPLE.ORG/G/${card.token}`);
  await page.getByRole("heading", { name: "No connection" }).waitFor();
  await page.getByRole("button", { name: "Ask for it later" }).tap();
  await page.getByRole("heading", { name: "It waits to be sent" }).waitFor();
  const slip = (await page.locator(".says .digits").textContent()) ?? "";
  expect(slip).toMatch(/^\d{4} \d{4} \d{3}$/);
  return { slip: slip.replace(/\D/g, ""), card };
}

test("the server is killed: the screen says so, reading and starting over go on, and it comes back by itself", {
  timeout: 120_000,
}, async () => {
  await isKept();
  // A button that counts once would count for the first of two who find it.
  const isDone = () => page.evaluate(async () => (await caches.match("/kiosk/kept")) !== undefined);
  await expect.poll(isDone, PATIENT).toBe(true);
  const counted = await page.evaluate(async () => {
    const store = await caches.open("giftline kept");
    const pages = await Promise.all(
      (await store.keys()).map(async (each) => (await store.match(each))?.text()),
    );
    return pages.filter((text) => /name="nonce" value="[^{"]/.test(text ?? "")).length;
  });
  expect(counted).toBe(0);
  await program.kill();
  await page.getByRole("link", { name: "Toca para empezar" }).tap();
  await page.getByText("Sin conexión. Puedes mirar.").waitFor(PATIENT);
  await page.getByRole("link", { name: "Preguntar a alguien" }).tap();
  await page.getByRole("heading", { name: "Preguntar a alguien" }).waitFor();
  await page.getByRole("link", { name: "Empezar" }).tap();
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
  await page.reload();
  await page.getByRole("link", { name: "Touch to begin" }).tap();
  await page.getByRole("heading", { name: "What brings you here?" }).waitFor();
  await comesBack();
  expect(await page.getByRole("heading", { name: "What brings you here?" }).isVisible()).toBe(true);
});

test("a scan waits for the connection, is nobody's before, and its slip tells that it came true", {
  timeout: 120_000,
}, async () => {
  const { slip, card } = await askLater("hot soup");
  expect(await waiting()).toContain(card.token);
  await comesBack();
  await expect.poll(waiting, PATIENT).toBe(null);
  await scanAt(page, slip);
  await page.getByRole("heading", { name: /^Your slip/ }).waitFor(PATIENT);
  expect(await page.getByRole("heading", { name: "hot soup" }).isVisible()).toBe(true);
});

test("somebody took it meanwhile: the slip says that they were first", { timeout: 120_000 }, async () => {
  const { slip, card } = await askLater("hot tea");
  // Its own screen waits before it asks again: another one is quicker.
  await page.context().setOffline(true);
  program = startProgram(env);
  await program.ready();
  const body = new URLSearchParams({ nonce: "quicker", handle: "" });
  await fetch(`${program.url}/G/${card.token}/claim`, { method: "POST", body });
  await page.context().setOffline(false);
  await expect.poll(waiting, PATIENT).toBe(null);
  await page.locator("[data-away]").waitFor({ state: "hidden", ...PATIENT });
  await scanAt(page, slip);
  await page.getByRole("heading", { name: "Somebody was first" }).waitFor(PATIENT);
  expect(await page.getByText("perhaps it is open by now").isVisible()).toBe(true);
});

test("what waits outlives a restart of the screen, and holds nothing of a person", {
  timeout: 120_000,
}, async () => {
  const { card } = await askLater("warm hat");
  await page.goto(`${program.url}/kiosk`);
  const kept: { path: string; fields: Record<string, string> }[] = JSON.parse((await waiting()) ?? "[]");
  expect(kept.map(({ fields }) => new Set(Object.keys(fields)))).toEqual([
    new Set(["made", "nonce", "seen"]),
  ]);
  expect(kept[0]?.fields["seen"]).toBe(card.token);
  await comesBack();
  await expect.poll(waiting, PATIENT).toBe(null);
  const shown = await (await fetch(`${program.url}/G/${card.token}`)).text();
  expect(shown).toContain("Somebody took this");
});

test("a post of somebody without a phone waits too, is made once, and its slip looks it up", {
  timeout: 120_000,
}, async () => {
  await isKept();
  await page.goto(`${program.url}/kiosk/posts/need/type?lang=en`);
  await page.getByRole("textbox").fill("two warm hats");
  await page.locator("main .go").tap();
  await page.locator("[data-screen=check]").waitFor();
  await program.kill();
  await page.locator("form[data-waits=post] button").tap();
  await page.getByRole("heading", { name: "It waits to be sent" }).waitFor(PATIENT);
  const slip = ((await page.locator(".says .digits").textContent()) ?? "").replace(/\D/g, "");
  expect(await waiting()).toContain("two warm hats");
  await comesBack();
  await expect.poll(waiting, PATIENT).toBe(null);
  await scanAt(page, slip);
  await page.getByRole("heading", { name: /^Your slip/ }).waitFor(PATIENT);
  expect(await page.getByRole("heading", { name: "two warm hats" }).isVisible()).toBe(true);
  expect(await booted.ctx.db.post.count({ where: { words: "two warm hats" } })).toBe(1);
});
