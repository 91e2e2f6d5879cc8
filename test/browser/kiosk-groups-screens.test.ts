import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { LONGEST, plantGroups } from "#test/browser/kiosk-groups-stage.ts";
import { overflowOf, SIZES } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let page: Page;
let ids: Readonly<Record<string, number>>;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  ids = await plantGroups(world);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
afterEach(() => page.context().close());

function begin(size: readonly [number, number] = [1280, 800]) {
  const viewport = { width: size[0], height: size[1] };
  return open(browser, `${world.url}/kiosk`, { viewport, hasTouch: true });
}

test.each(SIZES)(
  "at %i x %i every screen of the finder holds its longest words without scrolling, and what is touched is big",
  async (...size) => {
    const opened = await begin(size);
    page = opened.page;
    for (const path of screens().flatMap((each) => [`${each}lang=en`, `${each}lang=es`])) {
      await show(path);
      expect(await overflowOf(page), path).toEqual([]);
      expect(await tooSmall(page), path).toEqual([]);
    }
    expect(opened.complaints.filter((line) => !line.includes("404"))).toEqual([]);
  },
);

test("axe finds nothing on any screen of the finder", { timeout: 90_000 }, async () => {
  ({ page } = await begin());
  for (const path of screens().filter((each) => !/page=|side=/.test(each))) {
    await show(`${path}lang=es`);
    expect(await violationsOn(page), path).toEqual([]);
  }
});

/** Each screen, to which a language is added. */
function screens(): readonly string[] {
  const longest = ids[LONGEST.name];
  return [
    "/kiosk/groups?",
    "/kiosk/groups?page=1&",
    "/kiosk/groups?page=2&",
    "/kiosk/groups?page=3&",
    "/kiosk/groups/time?interest=cooking&",
    "/kiosk/groups/time?interest=animals&",
    "/kiosk/groups/company?interest=cooking&time=evening&",
    "/kiosk/groups/found?interest=animals&time=evening&company=few&",
    "/kiosk/groups/all?",
    "/kiosk/groups/all?page=1&",
    `/kiosk/groups/${longest}?`,
    `/kiosk/groups/${longest}/about?`,
    `/kiosk/groups/${longest}/about?side=2&`,
    `/kiosk/groups/${ids["Medics"]}?`,
    "/kiosk/groups/999999?",
    "/kiosk/groups/word?",
    "/kiosk/groups/nothing?",
    "/kiosk/groups/start?",
    "/kiosk/map?",
    "/kiosk/map?page=1&",
  ];
}

/** Changes the screen in its document, as a touch does, without one document for each. */
async function show(path: string): Promise<void> {
  await page.evaluate(async (address) => {
    const fresh = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    document.documentElement.lang = fresh.documentElement.lang;
    document.title = fresh.title;
    document.body.replaceWith(document.adoptNode(fresh.body));
  }, path);
}

/** Things to touch that are smaller than 20 mm, but keys of the keyboard on the smallest screen. */
function tooSmall(shown: Page): Promise<readonly string[]> {
  return shown.evaluate(() => {
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
    return [...document.querySelectorAll("main a, main button:not(.keys *), .bar a, .bar button")]
      .filter((each) => each.checkVisibility())
      .filter((each) => {
        const { width, height, top } = each.getBoundingClientRect();
        return Math.min(width, height) < 20 * mm - 1 || top < innerHeight * 0.15 - 1;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}
