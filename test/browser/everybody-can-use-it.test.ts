import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchBrowser, open, PHONE_1, phoneOn, violationsOn } from "#test/browser/stage.ts";
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

/** How far the page reaches beyond the window, and which boxes beyond it or beyond themselves. */
const overflow = () =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const boxes = [...document.querySelectorAll("body > *, main > *")];
    const outside = boxes.filter((box) => {
      const { top, left, bottom, right } = box.getBoundingClientRect();
      return top < 0 || left < 0 || bottom > innerHeight || right > innerWidth;
    });
    const bursting = boxes.filter(
      (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1,
    );
    return {
      wide: scrollWidth - innerWidth,
      high: scrollHeight - innerHeight,
      boxes: [...outside, ...bursting].map(({ outerHTML }) => outerHTML.slice(0, 60)),
    };
  });

test("axe finds nothing on the simulator, with texts, a fault and all six phones on it", async () => {
  ({ page } = await open(browser, `${world.url}/simulator`));
  const phone = phoneOn(page, PHONE_1);
  await phone.say("NEED 2 tarps");
  await phone.hears(/got it/);
  const label = phone.root.getByLabel("This phone's number");
  await label.fill("nonsense");
  await label.press("Enter");
  expect(await violationsOn(page)).toEqual([]);
  for (let added = 0; added < 4; added += 1)
    await page.getByRole("button", { name: "Another phone" }).click();
  expect(await violationsOn(page)).toEqual([]);
});

test.each([360, 390, 768, 1600])(
  "the simulator needs no sideways scrolling of the page at %i px",
  async (width) => {
    ({ page } = await open(browser, `${world.url}/simulator`, { viewport: { width, height: 800 } }));
    await phoneOn(page, PHONE_1).draft.waitFor();
    expect((await overflow()).wide).toBe(0);
  },
);

test("who wants no motion sees the light of a new text, and no shaking", async () => {
  ({ page } = await open(browser, `${world.url}/simulator`, { reducedMotion: "reduce" }));
  const phone = phoneOn(page, PHONE_1);
  await phone.draft.waitFor();
  const animation = await phone.root.evaluate((root) => {
    root.classList.add("is-buzzing");
    const of = (selector: string) => getComputedStyle(root.querySelector(selector) ?? root).animationName;
    return { body: of(".body"), screen: of(".screen") };
  });
  expect(animation).toEqual({ body: "none", screen: "light-up" });
});
