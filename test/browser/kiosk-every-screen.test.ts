import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fillWithLongWords, type LongCamp } from "#test/browser/kiosk-camp.ts";
import { faultsOf, type Ruler } from "#test/browser/kiosk-ruler.ts";
import { kioskScreens } from "#test/browser/kiosk-screens.ts";
import { walkTo } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, type Opened, open, violationsOn } from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let camp: LongCamp;
let screens: readonly string[];
let opened: Opened;
let page: Page;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  camp = await fillWithLongWords(world);
  await world.settled();
  screens = await kioskScreens(world.url, camp);
  browser = await launchBrowser();
  opened = await open(browser, `${world.url}/kiosk`, { hasTouch: true, reducedMotion: "reduce" });
  page = opened.page;
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));

/** Many screens in one test, on a machine that does other things too. */
const PATIENCE_MS = 120_000;

/** The sizes of the devices, with the millimetre that a ruler finds there. */
const DEVICES = [
  { width: 1280, height: 800, pxPerMm: 5.88 },
  { width: 800, height: 480, pxPerMm: 5.25 },
  { width: 1080, height: 1920, pxPerMm: 4.03 },
] as const;
const LOOKS = ["plain", "data-large", "data-contrast", "data-night"] as const;
const WITHOUT_BAR = ["plain", "data-night"] as const;

test("the screens are found by their routes", () => {
  expect(screens).toEqual(expect.arrayContaining(["/kiosk", "/kiosk/doors", "/kiosk/days", "/kiosk/person"]));
  expect(screens).toContain(`/kiosk/days/${camp.gathering}`);
  expect(screens).toContain("/kiosk/posts/need/type");
  expect(screens).toContain(`/kiosk/board/post/${camp.post}/take`);
  expect(screens).toContain(`/kiosk/groups/${camp.group}/join`);
  expect(screens).not.toContain("/kiosk/size.css");
});

test.each(DEVICES)(
  "on the screen of $width x $height everything can be touched, read and reached, in both languages, large, by night and in strong contrast",
  async ({ width, height, pxPerMm }) => {
    await world.database.query("UPDATE kiosks SET pixels_per_mm = $1", [pxPerMm]);
    await page.setViewportSize({ width, height });
    await page.goto(`${world.url}/kiosk`);
    const faults: string[] = [];
    for (const path of screens)
      for (const language of ["en", "es"]) {
        await walkTo(page, inLanguage(path, language));
        const hasBar = (await page.locator("[data-large]").count()) > 0;
        for (const look of hasBar ? LOOKS : WITHOUT_BAR) {
          await putOn(page, look);
          const ruler = { pxPerMm, smallKeys: height < 560, contrast: 7 };
          const found = [...(await faultsOf(page, ruler))];
          if (path === "/kiosk/doors") found.push(...(await faultsOfDialogs(page, ruler)));
          faults.push(...found.map((fault) => `${path} ${language} ${look}: ${fault}`));
        }
      }
    expect(faults).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  "axe finds nothing on any screen",
  async () => {
    const found: string[] = [];
    for (const [index, path] of screens.entries()) {
      await walkTo(page, inLanguage(path, index % 2 === 0 ? "en" : "es"));
      await putOn(page, "plain");
      found.push(...(await violationsOn(page)).map((violation) => `${path}: ${violation}`));
    }
    expect(found).toEqual([]);
  },
  PATIENCE_MS,
);

function inLanguage(path: string, language: string): string {
  return `${world.url}${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}

/** What comes over a screen: each of its sayings, one after the other. */
async function faultsOfDialogs(page: Page, ruler: Ruler): Promise<readonly string[]> {
  const found: string[] = [];
  for (const saying of ["", "broken", "away", "mute"]) {
    await page.evaluate((saying) => {
      const name = saying === "" ? "dialog[data-stay]" : "dialog[data-fault]";
      for (const line of document.querySelectorAll<HTMLElement>("[data-says]"))
        line.hidden = line.dataset["says"] !== saying;
      document.querySelector<HTMLDialogElement>(name)?.showModal();
    }, saying);
    found.push(...(await faultsOf(page, ruler)));
    await page.evaluate(() => document.querySelector<HTMLDialogElement>("dialog[open]")?.close());
  }
  return found;
}

/** As the buttons of the bar and the camp's clock do; the screen then looks anew what fits. */
async function putOn(page: Page, look: (typeof LOOKS)[number]): Promise<void> {
  await page.evaluate((look) => {
    for (const each of ["data-large", "data-contrast", "data-night"])
      document.documentElement.toggleAttribute(each, each === look);
    dispatchEvent(new Event("resize"));
  }, look);
}
