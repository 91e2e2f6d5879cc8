import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { overflowOf, SIZES } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";

/** A walk over many screens, on a machine that others use too. */
const WALK_MS = 90_000;
const LONGEST = `red balls ${"and more of them in every size and colour ".repeat(11)}`;

let browser: Browser;
let camp: Camp;
let page: Page;
beforeAll(async () => {
  camp = await startCamp({ frozen: false });
  const owner = camp.phone();
  for (const gift of ["9 big umbrellas", "a piano", "6 green ropes", "4 old doors"])
    await owner.text(`GIFT ${gift}`);
  await owner.text("NEED 12 wooden chairs for the assembly till friday");
  await owner.text(`GIFT ${LONGEST}`.slice(0, 480));
  await camp.settled();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await camp.close();
});
afterEach(() => page.context().close());

test.each(
  SIZES.flatMap(([width, height]) => (["en", "es"] as const).map((lang) => [width, height, lang] as const)),
)(
  "at %i x %i in %s the board, its posts and what can be done about them hold everything, and axe finds nothing",
  async (width, height, lang) => {
    const url = `${camp.url}/kiosk/board?lang=${lang}`;
    const opened = await open(browser, url, { viewport: { width, height }, hasTouch: true });
    page = opened.page;
    // What axe finds does not depend on the size or the language.
    const isFirst = width === SIZES[0][0] && lang === "en";
    const fault = async () => [...(await overflowOf(page)), ...(isFirst ? await violationsOn(page) : [])];
    const screen = (name: string) => page.locator(`body[data-screen=${name}]`).waitFor();
    expect(await fault(), "sorts").toEqual([]);
    await page.locator("main a[href*='/board/all']").tap();
    await screen("board");
    expect(await fault(), "board").toEqual([]);
    await page.locator("main a[href*='/board/post/']").first().tap();
    await screen("post");
    expect(await fault(), "post").toEqual([]);
    expect(await page.locator(".actions a").count()).toBe(2);
    await page.locator(".actions .second").tap();
    await page.locator(".actions .second[href*='part=3']").waitFor();
    await page.locator(".actions .go").tap();
    await screen("reach");
    expect(await fault(), "reach").toEqual([]);
    await page.goto(`${camp.url}/kiosk/board/need?lang=${lang}`);
    await page.locator("main a[href*='/board/post/']").first().tap();
    await screen("post");
    await page.locator(".actions .go").tap();
    await screen("pieces");
    expect(await fault(), "pieces").toEqual([]);
    await page.locator("main .tile").first().tap();
    await screen("reach");
    await page.locator("main button.tile").last().tap();
    await screen("done");
    expect(await fault(), "done").toEqual([]);
    expect(opened.complaints).toEqual([]);
  },
  WALK_MS,
);

test("the arrows turn the pages of the board and back, and everything is there once", async () => {
  ({ page } = await open(browser, `${camp.url}/kiosk/board/gift?lang=en`, { hasTouch: true }));
  const shown = () => page.locator(".board li").allInnerTexts();
  const first = await shown();
  await page.getByRole("link", { name: "Older" }).tap();
  await page.getByRole("link", { name: "Newer" }).waitFor();
  const second = await shown();
  expect([...first, ...second].map((each) => each.replace(/\s+/g, " ").slice(0, 16))).toEqual([
    "To give red ball",
    "To give 4 old do",
    "To give 6 green ",
    "To give a piano",
    "To give 9 big um",
  ]);
  await page.getByRole("link", { name: "Newer" }).tap();
  await page.getByRole("link", { name: "Older" }).waitFor();
  expect(await shown()).toEqual(first);
});
