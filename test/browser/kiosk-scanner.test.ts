import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { fillWithLongWords } from "#test/browser/kiosk-camp.ts";
import { kioskScreens } from "#test/browser/kiosk-screens.ts";
import { scanAt, showPosted, walkTo } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open } from "#test/browser/stage.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard } from "#test/support/cards.ts";

let camp: Camp;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  camp = await startCamp({ frozen: false });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await camp.close();
});
afterEach(() => page.context().close());

async function cardOf(words: string): Promise<PrintedCard> {
  const [made] = await liveCards(camp.booted.ctx, { meaning: { kind: "gift", words } });
  if (!made) throw new Error("There is no card.");
  return made;
}

const addressOf = ({ token }: PrintedCard) => `HTTPS://CAMP.EXAMPLE.ORG/G/${token}`;

async function touchscreen(path: string) {
  const opened = await open(browser, camp.url + path, { hasTouch: true });
  page = opened.page;
  await page.locator("[data-clock]:not(:empty), nav.bar").first().waitFor();
  return opened;
}

test("a card is scanned on every screen, wherever the focus is", async () => {
  const screens = await kioskScreens(camp.url, await fillWithLongWords(camp));
  expect(screens.length).toBeGreaterThan(30);
  const { complaints } = await touchscreen("/kiosk");
  const address = addressOf(await cardOf("hot soup"));
  for (const path of screens) {
    await walkTo(page, `${path}${path.includes("?") ? "&" : "?"}lang=en`);
    await scanAt(page, address);
    await page.getByRole("heading", { name: "hot soup" }).waitFor();
  }
  expect(complaints.filter((each) => !/camera|device|404/i.test(each))).toEqual([]);
}, 120_000);

test("the language of the visit stays, and a slip is scanned like a card", async () => {
  const card = await cardOf("pan");
  await touchscreen("/kiosk/doors?lang=es");
  await scanAt(page, addressOf(card));
  await page.getByRole("button", { name: "Lo tomo" }).tap();
  await page.getByRole("heading", { name: "Es para ti" }).waitFor();
  const slip = ((await page.locator(".says .digits").textContent()) ?? "").replace(/\D/g, "");
  await page.getByRole("link", { name: "Empezar" }).tap();
  await page.locator("[data-clock]:not(:empty)").waitFor();
  await page.getByRole("link", { name: "Toca para empezar" }).tap();
  await page.getByRole("heading", { name: "¿Qué te trae por aquí?" }).waitFor();
  await scanAt(page, slip);
  await page.getByRole("heading", { name: /^Tu papel/ }).waitFor();
  expect(await page.getByRole("heading", { name: "pan" }).isVisible()).toBe(true);
});

test("what a scanner writes into a field is taken out again, and what somebody writes fast stays", async () => {
  const [blank] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
  await touchscreen("/kiosk/card?lang=en");
  await showPosted(page, "/kiosk/card/write?lang=en", { seen: blank?.token ?? "", kind: "need" });
  const field = page.getByLabel("What, how many");
  await field.fill("two tarps");
  await page.evaluate(() => {
    document.addEventListener("input", (event) => {
      if (event.target instanceof HTMLTextAreaElement)
        document.documentElement.dataset["left"] = event.target.value;
    });
  });
  await field.press("End");
  await page.keyboard.type(" and some rope");
  expect(await field.inputValue()).toBe("two tarps and some rope");
  await scanAt(page, addressOf(await cardOf("hot soup")));
  await page.getByRole("heading", { name: "hot soup" }).waitFor();
  expect(await page.locator("html").getAttribute("data-left")).toBe("two tarps and some rope");
});

test("a scan under the idle warning shows the card, and the warning is gone", async () => {
  const card = await cardOf("hot soup");
  const opened = await open(browser, `${camp.url}/healthz`, { hasTouch: true });
  page = opened.page;
  await page.clock.install();
  await page.goto(`${camp.url}/kiosk/doors?lang=en`);
  await page.clock.runFor(100_000);
  await page.getByText("Are you still here?").waitFor();
  await scanAt(page, addressOf(card));
  await page.getByRole("heading", { name: "hot soup" }).waitFor();
  expect(await page.getByText("Are you still here?").isVisible()).toBe(false);
});

test("another layout of the keyboard does not matter", async () => {
  const card = await cardOf("hot soup");
  await touchscreen("/kiosk/doors?lang=en");
  // As a German machine hears a scanner as it comes: Y and Z are changed, and the signs are others.
  const german: Record<string, string> = { Y: "Z", Z: "Y", ":": "Ö", "/": "-" };
  await scanAt(page, addressOf(card), (sign) => german[sign] ?? sign);
  await page.getByRole("heading", { name: "hot soup" }).waitFor();
  expect(await page.getByRole("button", { name: "I take it" }).isVisible()).toBe(true);
});

test("another code is none of ours: the screen says so, and nothing of it is sent", async () => {
  await touchscreen("/kiosk/doors?lang=en");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await scanAt(page, "HTTPS://ELSEWHERE.EXAMPLE/SECRET-OF-SOMEBODY");
  await page.getByRole("heading", { name: "Not the digits of a card" }).waitFor();
  expect(sent.join("\n").toLowerCase()).not.toContain("secret");
});

test("who types slowly is no scanner", async () => {
  await touchscreen("/kiosk/doors?lang=en");
  const { code } = await cardOf("hot soup");
  await page.keyboard.type(code, { delay: 70 });
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("heading", { name: "What brings you here?" }).isVisible()).toBe(true);
});
