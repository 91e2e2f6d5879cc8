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

async function visit(path: string, visitor: Parameters<typeof open>[2] = {}): Promise<void> {
  ({ page } = await open(browser, world.url + path, { hasTouch: true, ...visitor }));
}

test("any touch on the first screen begins, and presses nothing of what comes then, not even a double tap", async () => {
  await visit("/kiosk");
  // However slow this machine is, the second touch comes at once.
  await page.clock.install();
  await page.touchscreen.tap(640, 60);
  await page.getByRole("heading", { name: "Which language?" }).waitFor();
  const below = await page.getByRole("link", { name: "English" }).boundingBox();
  await page.mouse.move((below?.x ?? 0) + 50, (below?.y ?? 0) + 50);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect.poll(() => page.locator("[data-busy]").count()).toBe(0);
  await page.getByRole("main").getByRole("link", { name: "Español" }).tap();
  await page.getByRole("heading", { name: "¿Qué te trae por aquí?" }).waitFor();
});

test("with arrows, Enter and Escape alone somebody finds a gathering and comes back", async () => {
  await visit("/kiosk/doors?lang=en");
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  await press("ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "Enter");
  await page.getByRole("heading", { name: "What is on today" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  await press("ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Restorative justice");
  const ring = await page.evaluate(() => {
    const { outlineWidth, outlineStyle } = getComputedStyle(document.activeElement ?? document.body);
    return { outlineWidth: Number.parseFloat(outlineWidth), outlineStyle };
  });
  expect(ring).toEqual({ outlineStyle: "solid", outlineWidth: expect.any(Number) });
  expect(ring.outlineWidth).toBeGreaterThanOrEqual(4);
  await press("Enter");
  await page.getByRole("heading", { name: "Restorative justice" }).waitFor();
  await press("Escape");
  await page.getByRole("heading", { name: "What is on today" }).waitFor();
});

test("large letters that do not fit are paged through by arrows: every row is shown whole, nothing scrolls", async () => {
  await visit("/kiosk/days?lang=es", { viewport: { width: 800, height: 480 } });
  await page.getByRole("button", { name: "Letra grande" }).tap();
  const rows = page.locator("main li");
  const all = await rows.count();
  const seen = new Set<number>();
  const down = page.getByRole("button", { name: "Bajar" });
  for (let turns = 0; turns < all; turns++) {
    for (let row = 0; row < all; row++) if (await isWhole(row)) seen.add(row);
    if ((await down.getAttribute("aria-disabled")) === "true") break;
    await down.tap();
  }
  expect(seen.size).toBe(all);
  expect(await page.locator("main").evaluate((main) => getComputedStyle(main).overflow)).toBe("hidden");
  await page.getByRole("button", { name: "Letra grande" }).tap();
  expect(await page.locator("html").getAttribute("data-large")).toBeNull();

  async function isWhole(row: number): Promise<boolean> {
    return rows.nth(row).evaluate((part) => {
      const { top, bottom } = part.getBoundingClientRect();
      const main = part.closest("main")?.getBoundingClientRect();
      const isShown = part.checkVisibility({ visibilityProperty: true });
      return main !== undefined && isShown && top >= main.top - 2 && bottom <= main.bottom + 2;
    });
  }
});

test("large letters and strong contrast stay from screen to screen, and go with the visit", async () => {
  await visit("/kiosk/doors?lang=en");
  await page.getByRole("button", { name: "Large text" }).tap();
  await page.getByRole("button", { name: "Strong contrast" }).tap();
  await page.getByRole("link", { name: "Ask a person" }).tap();
  await page.getByRole("heading", { name: "Ask a person" }).waitFor();
  expect(await page.getByRole("button", { name: "Large text" }).getAttribute("aria-pressed")).toBe("true");
  expect(await page.getByRole("button", { name: "Strong contrast" }).getAttribute("aria-pressed")).toBe(
    "true",
  );
  await page.getByRole("link", { name: "Start over" }).tap();
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
  const left = await page.evaluate(() => document.documentElement.getAttributeNames());
  expect(left).not.toContain("data-large");
  expect(left).not.toContain("data-contrast");
});

test("a screen without a voice says so when it is to read out", async () => {
  await visit("/kiosk/person?lang=es");
  await page.evaluate(() => {
    speechSynthesis.getVoices = () => [];
  });
  await page.getByRole("button", { name: "Escuchar" }).tap();
  expect(await page.getByRole("dialog").textContent()).toContain("Esta pantalla no tiene voz");
});

test("with a voice a screen is read in its order, once each, and falls silent when it is left", async () => {
  await visit("/kiosk/doors?lang=en");
  await page.evaluate(pretendToSpeak);
  await page.getByRole("button", { name: "Listen" }).tap();
  expect(await spoken()).toEqual([
    "What brings you here?",
    expect.stringMatching(/^Find my group/),
    "I need, I can give",
    "I have a card",
    "What is on",
    "Ask a person",
  ]);
  await page.getByRole("link", { name: "Ask a person" }).tap();
  await page.getByRole("heading", { name: "Ask a person" }).waitFor();
  expect(await spoken()).toEqual(["(silence)"]);
});

function spoken(): Promise<readonly string[]> {
  return page.evaluate(() => (document.documentElement.dataset["spoken"] ?? "").split("\n").filter(Boolean));
}

/** A voice of the system, as far as a page can tell: this machine has none. */
function pretendToSpeak(): void {
  const voice = { lang: "en-US", name: "Test", default: true, localService: true, voiceURI: "test" };
  const page = document.documentElement;
  Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { set() {}, get: () => voice });
  speechSynthesis.getVoices = () => [voice];
  speechSynthesis.speak = ({ text }) => {
    page.dataset["spoken"] = `${page.dataset["spoken"] ?? ""}${text}\n`;
  };
  speechSynthesis.cancel = () => {
    page.dataset["spoken"] = "(silence)";
  };
}

test("who wants no motion sees none", async () => {
  await visit("/kiosk", { reducedMotion: "reduce" });
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

test.each([
  ["/kiosk/doors?lang=en", 120],
  ["/kiosk/days/offer?lang=en", 60],
] as const)("%s asks 25 s before its %d s are over, and one touch keeps it", async (path, seconds) => {
  ({ page } = await open(browser, "about:blank", { hasTouch: true }));
  await page.clock.install();
  await page.goto(world.url + path);
  await page.clock.pauseAt(Date.now() + 1_000);
  const warning = page.getByRole("dialog", { name: "Are you still here?" });
  await page.clock.runFor((seconds - 28) * 1000);
  expect(await warning.isVisible()).toBe(false);
  await page.clock.runFor(4_000);
  await warning.waitFor();
  expect(
    Number.parseInt((await warning.locator("[data-left]").textContent()) ?? "", 10),
  ).toBeGreaterThanOrEqual(20);
  await page.getByRole("button", { name: "I am still here" }).tap();
  expect(await warning.isVisible()).toBe(false);
  await page.clock.runFor((seconds - 30) * 1000);
  expect(await warning.isVisible()).toBe(false);
  await page.clock.runFor(31_000);
  await page.getByRole("link", { name: "Touch to begin" }).waitFor();
});

test("what is not there, too long or broken is said in the kiosk's frame, with ways on", async () => {
  await visit("/kiosk/nowhere?lang=es");
  await page.getByRole("heading", { name: "Esto no está aquí" }).waitFor();
  await page.getByRole("link", { name: "Preguntar a alguien" }).tap();
  await page.getByRole("heading", { name: "Preguntar a alguien" }).waitFor();
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: world.url };
  const send = (path: string, body: string) => fetch(world.url + path, { method: "POST", headers, body });
  const long = await send("/kiosk/days/offer?lang=en", `words=${"a".repeat(20_000)}&nonce=1`);
  expect([long.status, await long.text()]).toEqual([413, expect.stringContaining("That is too long.")]);
  await world.database.query("ALTER TABLE gatherings RENAME TO gone");
  const broken = await fetch(`${world.url}/kiosk/days?lang=en`);
  const text = await broken.text();
  await world.database.query("ALTER TABLE gone RENAME TO gatherings");
  expect([broken.status, text]).toEqual([500, expect.stringContaining('data-screen="fault"')]);
  expect(text).not.toMatch(/prisma|relation|exist/i);
});
