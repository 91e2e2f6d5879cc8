import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { liveCards, type PrintedCard } from "#test/support/cards.ts";

let camp: Camp;
let browser: Browser;
beforeAll(async () => {
  camp = await startCamp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await camp.close();
});

const SMALL = { viewport: { width: 320, height: 568 } };

async function card(kind: "need" | "gift" | "blank", words = ""): Promise<PrintedCard> {
  const meaning = kind === "blank" ? ({ kind } as const) : { kind, words };
  const [made] = await liveCards(camp.booted.ctx, { meaning, place: "Kitchen tent" });
  if (!made) throw new Error("There is no card.");
  return made;
}

/** Nothing sticks out to the side, and every button is as high as a thumb. */
async function expectFits(page: Page): Promise<void> {
  const width = await page.locator("html").evaluate((root) => root.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  for (const button of await page.getByRole("button").all())
    expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
}

test.each([
  ["en", "light", "I take this gift", "It is yours.", "It was given"],
  ["es", "dark", "Tomo este regalo", "Es para ti.", "Ya se dio"],
] as const)(
  "in %s, by %s, without JavaScript on the smallest screen: a gift is taken, then finished",
  async (locale, colorScheme, take, yours, given) => {
    const { token } = await card("gift", "hot soup till friday");
    const visitor = { ...SMALL, locale, colorScheme, javaScriptEnabled: false };
    const { page } = await open(browser, `${camp.url}/G/${token}`, visitor);
    await expectFits(page);
    await page.getByRole("button", { name: take }).click();
    await page.getByRole("heading", { name: yours }).waitFor();
    const slip = (await page.locator(".digits").textContent()) ?? "";
    expect(slip).toMatch(/^\d{4} \d{4} \d{3}$/);
    await expectFits(page);
    await page.goto(`${camp.url}/G/${token}`);
    await page.locator("input[name=slip]").first().fill(slip);
    await page.getByRole("button", { name: given }).click();
    await page.getByRole("status").waitFor();
    expect(await page.locator("input[name=slip]").count()).toBe(0);
    await page.context().close();
  },
);

test.each(["en", "es"] as const)(
  "in %s every state of a card is clean for axe, by day and by night",
  async (locale) => {
    const taken = await card("need", "2 tarps");
    await fetch(`${camp.url}/G/${taken.token}/claim`, {
      method: "POST",
      body: new URLSearchParams({ nonce: `axe ${locale}` }),
    });
    const tokens = [
      (await card("blank")).token,
      (await card("gift", "5 blankets")).token,
      taken.token,
      "0".repeat(20),
    ];
    for (const colorScheme of ["light", "dark"] as const) {
      const { page } = await open(browser, `${camp.url}/healthz`, { ...SMALL, locale, colorScheme });
      for (const token of tokens) {
        await page.goto(`${camp.url}/G/${token}`);
        expect(await violationsOn(page)).toEqual([]);
      }
      await page.context().close();
    }
  },
);
