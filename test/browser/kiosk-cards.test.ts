import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import QRCode from "qrcode";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { overflowOf, SIZES, showPosted } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
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

const LONG = `12 blankets for the night shift ${"warm woollen ".repeat(40)}`.slice(0, 500);

async function card(kind: "need" | "gift" | "blank", words = ""): Promise<PrintedCard> {
  const meaning = kind === "blank" ? ({ kind } as const) : { kind, words };
  const [made] = await liveCards(camp.booted.ctx, { meaning, place: "Kitchen tent" });
  if (!made) throw new Error("There is no card.");
  return made;
}

async function touchscreen(path: string, visitor: Parameters<typeof open>[2] = {}) {
  const opened = await open(browser, camp.url + path, { hasTouch: true, ...visitor });
  page = opened.page;
  return opened;
}

test("the digits of a card are typed by touch, and it is taken with a few touches, with a slip to print", async () => {
  const { code } = await card("gift", "hot soup");
  const { complaints } = await touchscreen("/kiosk/doors?lang=en");
  await page.getByRole("link", { name: "I have a card" }).tap();
  await page.getByRole("link", { name: "Type its 11 digits" }).tap();
  for (const digit of code) await page.getByRole("button", { name: digit, exact: true }).tap();
  await page.getByRole("button", { name: "Look it up" }).tap();
  await page.getByRole("heading", { name: "hot soup" }).waitFor();
  await page.getByRole("button", { name: "I take it" }).tap();
  await page.getByRole("heading", { name: "It is yours" }).waitFor();
  expect(await page.locator(".says .digits").textContent()).toMatch(/^\d{4} \d{4} \d{3}$/);
  expect(await page.getByRole("button", { name: "Print a slip" }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("another language shows the same digits again, and takes nothing twice", async () => {
  const { code } = await card("gift", "bread");
  await touchscreen("/kiosk/card?lang=en");
  await showPosted(page, "/kiosk/card?lang=en", { seen: code });
  await page.getByRole("button", { name: "I take it" }).tap();
  await page.getByRole("heading", { name: "It is yours" }).waitFor();
  const slip = await page.locator(".says .digits").textContent();
  await page.getByRole("link", { name: "Español" }).tap();
  await page.getByRole("heading", { name: "Es para ti" }).waitFor();
  expect(await page.locator(".says .digits").textContent()).toBe(slip);
});

test("of many pieces somebody takes as many as they need, and the rest stays", async () => {
  const { code } = await card("gift", "12 blankets");
  await touchscreen("/kiosk/card?lang=es");
  await showPosted(page, "/kiosk/card?lang=es", { seen: code });
  await page.getByRole("button", { name: "Lo tomo" }).tap();
  await page.getByRole("heading", { name: "¿Cuántos?" }).waitFor();
  expect(await page.getByRole("button", { name: "Los 12" }).isVisible()).toBe(true);
  await page.getByRole("button", { name: "Más" }).tap();
  await page.getByRole("button", { name: "6", exact: true }).tap();
  await page.getByRole("heading", { name: "Es para ti" }).waitFor();
  await showPosted(page, "/kiosk/card?lang=es", { seen: code });
  await page.getByText("6 quedan").waitFor();
  expect(await page.getByRole("button", { name: "Lo tomo" }).isVisible()).toBe(true);
});

test("a blank card is told what it carries, by keys on the screen", async () => {
  const { token, code } = await card("blank");
  await touchscreen("/kiosk/card?lang=en");
  await showPosted(page, "/kiosk/card?lang=en", { seen: token });
  await page.getByRole("button", { name: "I need" }).tap();
  for (const key of "tarp") await page.getByRole("button", { name: key, exact: true }).tap();
  await page.getByRole("button", { name: "Write it" }).tap();
  await page.getByRole("heading", { name: "Your card is ready" }).waitFor();
  expect(await camp.phone().text(code)).toContain("tarp");
});

test("a slip shows the words that came for it page by page, and closes what it stands for", async () => {
  const { code } = await card("gift", "hot tea");
  const giver = camp.phone();
  const [blank] = await liveCards(camp.booted.ctx, { meaning: { kind: "blank" } });
  await giver.text(`${blank?.code} GIFT hot tea`);
  await touchscreen("/kiosk/card?lang=en");
  await showPosted(page, "/kiosk/card?lang=en", { seen: blank?.code ?? code });
  await page.getByRole("button", { name: "I take it" }).tap();
  const slip = (await page.locator(".says .digits").textContent()) ?? "";
  const [told] = await giver.unread();
  const line = /[Tt]ext (\d+)/.exec(told ?? "")?.[1];
  await giver.text(`${line} ${"come to the kitchen tent when the bell rings, I wear a red hat ".repeat(2)}`);
  await camp.settled();
  await showPosted(page, "/kiosk/card?lang=en", { seen: slip });
  await page.getByRole("button", { name: "1 word for you" }).tap();
  await page.getByText("come to the kitchen tent").waitFor();
  await page.getByRole("button", { name: "Next page" }).tap();
  await page.getByText("a red hat").waitFor();
  await page.getByRole("button", { name: "OK" }).tap();
  await page.getByRole("button", { name: "It is met" }).tap();
  await page.getByText("It is closed.").waitFor();
  expect(await giver.unread()).toHaveLength(1);
});

test.each(SIZES)(
  "at %i x %i every state of a card fits without scrolling in both languages",
  async (width, height) => {
    const opened = await touchscreen("/kiosk/card?lang=en", { viewport: { width, height } });
    for (const lang of ["en", "es"])
      await forAll(lang, async (what) =>
        expect([...(await overflowOf(page)), ...(await clipped())], what).toEqual([]),
      );
    expect(opened.complaints).toEqual([]);
  },
);

test("axe finds nothing on any of them", async () => {
  await touchscreen("/kiosk/card?lang=en", { viewport: { width: 800, height: 480 } });
  await forAll("en", async (what) => expect(await violationsOn(page), what).toEqual([]));
});

/** Lines of an outcome that do not stand there whole; the words of the card may be read page by page. */
function clipped(): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".says")]
      .filter((box) => box.scrollHeight > box.clientHeight + 1)
      .map((box) => box.outerHTML),
  );
}

/** Looks at every screen of cards, with the longest words that one can have. */
async function forAll(lang: string, look: (what: string) => Promise<void>): Promise<void> {
  const at = (path: string) => `/kiosk/card${path}?lang=${lang}`;
  const [gift, need, blank] = [await card("gift", "soup"), await card("need", LONG), await card("blank")];
  for (const path of ["", "/digits", "/camera", "/waits", "/unseen"]) {
    await page.goto(camp.url + at(path));
    await look(at(path));
  }
  const shows = async (path: string, fields: Record<string, string>) => {
    await showPosted(page, at(path), fields);
    await look(`${at(path)} ${JSON.stringify(fields)}`);
  };
  await shows("", { seen: gift.code });
  await shows("", { seen: need.token });
  await shows("/read", { seen: need.token, page: "1" });
  await shows("/many", { seen: need.token, nonce: "1" });
  await shows("", { seen: blank.token });
  await shows("/write", { seen: blank.token, kind: "need" });
  await shows("", { seen: "123" });
  await shows("", { seen: "0".repeat(20) });
  await shows("/passed", { seen: gift.token });
  await shows("/claim", { seen: need.token, nonce: need.token, pieces: "2" });
  const slip = (await page.locator(".says .digits").textContent()) ?? "";
  await shows("", { seen: slip });
  await shows("/met", { seen: slip });
  await shows("/claim", { seen: gift.token, nonce: gift.token });
  await shows("", { seen: gift.token });
}

test("the outcome is heard too: up for yes, down for no", async () => {
  await touchscreen("/kiosk/card?lang=en");
  await page.evaluate(() => {
    const heard: number[] = [];
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      heard.push(this.frequency.value);
      document.documentElement.dataset["heard"] = heard.join(" ");
      start.call(this, when);
    };
  });
  await page.getByRole("link", { name: "Type its 11 digits" }).tap();
  await showPosted(page, "/kiosk/card?lang=en", { seen: "123" });
  expect(await page.locator("html").getAttribute("data-heard")).toBe("330 220");
  await showPosted(page, "/kiosk/card?lang=en", { seen: (await card("gift", "soup")).code });
  expect(await page.locator("html").getAttribute("data-heard")).toBe("330 220 660 990");
});

test("the screen's own camera reads the picture of a card, and is off as soon as its screen is left", async () => {
  const { token } = await card("gift", "warm socks");
  const film = join(await mkdtemp(join(tmpdir(), "giftline-film-")), "card.y4m");
  await writeFile(film, filmOf(`HTTPS://CAMP.EXAMPLE.ORG/G/${token}`));
  const filmed = await launchBrowser([
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  const visitor = { hasTouch: true, permissions: ["camera"] };
  const opened = await open(filmed, `${camp.url}/kiosk/card?lang=en`, visitor);
  page = opened.page;
  await page.evaluate(() => {
    const { getUserMedia } = MediaDevices.prototype;
    MediaDevices.prototype.getUserMedia = async function (asked) {
      const stream = await getUserMedia.call(this, asked);
      const [track] = stream.getTracks();
      setInterval(() => {
        document.documentElement.dataset["film"] = track?.readyState ?? "";
      }, 20);
      return stream;
    };
  });
  await page.getByRole("link", { name: "Use the camera" }).tap();
  await page.getByRole("heading", { name: "warm socks" }).waitFor();
  await expect.poll(() => page.locator("html").getAttribute("data-film")).toBe("ended");
  expect(opened.complaints).toEqual([]);
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
