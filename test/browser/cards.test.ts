import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import QRCode from "qrcode";
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

test("at the touchscreen the digits are typed by touch, and the card is taken with a few touches", async () => {
  const { code } = await card("gift", "hot soup");
  const { page, complaints } = await open(browser, `${camp.url}/kiosk/card`, { locale: "en" });
  expect(await violationsOn(page)).toEqual([]);
  for (const digit of code) await page.getByRole("button", { name: digit, exact: true }).click();
  expect(await page.getByLabel("The 11 digits").inputValue()).toMatch(/^\d{4} \d{4} \d{3}$/);
  await page.getByRole("button", { name: "Look it up" }).click();
  await page.getByRole("button", { name: "I take this gift" }).click();
  await page.getByRole("heading", { name: "It is yours." }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "Look at the card again" }).click();
  await page.getByLabel("The 11 digits").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("without a connection a scan is pending, never called taken, and is sent once the connection is back", async () => {
  const { token } = await card("gift", "hot soup");
  const { page } = await open(browser, `${camp.url}/kiosk/card`, { locale: "en" });
  await page.context().setOffline(true);
  const scanned = page.getByLabel("The 11 digits");
  // As a scanner types, with Enter at the end.
  await scanned.pressSequentially(`HTTPS://CAMP.EXAMPLE.ORG/G/${token}`);
  await scanned.press("Enter");
  const waiting = page.getByRole("listitem");
  await waiting.filter({ hasText: "pending: nobody has it yet" }).waitFor();
  await page.context().setOffline(false);
  await waiting.filter({ hasText: "scan it again" }).waitFor();
  expect(await (await fetch(`${camp.url}/G/${token}`)).text()).toContain("I take this gift");
  await page.getByRole("button", { name: "Done" }).click();

  await scanned.fill(token);
  await scanned.press("Enter");
  await page.getByRole("button", { name: "I take this gift" }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "I take this gift" }).click();
  await waiting.filter({ hasText: "pending: nobody has it yet" }).waitFor();
  expect(await (await fetch(`${camp.url}/G/${token}`)).text()).toContain("I take this gift");
  await page.context().setOffline(false);
  await waiting.filter({ hasText: /it is yours\. Your slip: \d{4} \d{4} \d{3}/ }).waitFor();
  expect(await (await fetch(`${camp.url}/G/${token}`)).text()).toContain("Somebody took this");
  await page.getByRole("button", { name: "Done" }).click();
  await waiting.waitFor({ state: "detached" });
  await page.context().close();
});

test("the screen's own camera reads the picture of a card", async () => {
  const { token } = await card("gift", "hot soup");
  const film = join(await mkdtemp(join(tmpdir(), "giftline-film-")), "card.y4m");
  await writeFile(film, filmOf(`HTTPS://CAMP.EXAMPLE.ORG/G/${token}`));
  const filmed = await launchBrowser([
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  const { page, complaints } = await open(filmed, `${camp.url}/kiosk/card`, {
    locale: "en",
    permissions: ["camera"],
  });
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByRole("heading", { name: "hot soup" }).waitFor();
  await page.getByRole("button", { name: "I take this gift" }).waitFor();
  expect(complaints).toEqual([]);
  await filmed.close();
  await rm(dirname(film), { recursive: true });
});

/** A film of one still picture, as raw as a camera's: the code in black on white. */
function filmOf(words: string): Buffer {
  const [width, height, scale] = [640, 480, 8];
  const { modules } = QRCode.create(words, { errorCorrectionLevel: "Q" });
  const luma = Buffer.alloc(width * height, 235);
  const [left, top] = [width, height].map((size) => Math.floor((size - modules.size * scale) / 2));
  for (let at = 0; at < width * height; at++) {
    const column = Math.floor(((at % width) - (left ?? 0)) / scale);
    const row = Math.floor((Math.floor(at / width) - (top ?? 0)) / scale);
    const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < modules.size;
    if (isInside && modules.get(row, column)) luma[at] = 16;
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip C420\n`), frame, frame]);
}
