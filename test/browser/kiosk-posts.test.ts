import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { overflowOf, SIZES } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { insertGathering, insertGroup } from "#test/support/gatherings.ts";
import { startWorld, type World } from "#test/support/world.ts";

/** A walk over many screens, on a machine that others use too. */
const WALK_MS = 90_000;
const LONGEST =
  "2 warm blankets and a mattress, please, for three small children at the big tent by the river bank";

let browser: Browser;
let world: World;
let page: Page;
let group: number;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  browser = await launchBrowser();
  const facts = {
    number: 1,
    name: "Kitchen and washing up for the camp",
    place: "the big kitchen tent, north",
  };
  group = await insertGroup(world, { ...facts, contact: "whoever wears the orange hat" });
  const startsAt = new Date(Date.now() + 26 * 3_600_000);
  await insertGathering(world, { title: "Prep", startsAt, place: facts.place, groupId: group });
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
afterEach(() => page.context().close());

async function enter(path: string, [width, height]: readonly [number, number] = [1280, 800]) {
  const opened = await open(browser, `${world.url}/kiosk${path}`, {
    viewport: { width, height },
    hasTouch: true,
  });
  page = opened.page;
  return opened;
}
const screen = (name: string): Locator => page.locator(`body[data-screen=${name}]`);
/** What axe finds does not depend on the size or the language. */
async function fault(): Promise<readonly string[]> {
  const isFirst = page.viewportSize()?.width === SIZES[0][0] && !page.url().includes("lang=es");
  return [...(await overflowOf(page)), ...(isFirst ? await violationsOn(page) : [])];
}
/** The keys come by themselves. */
const keys = () => page.locator(".hg-button").first().waitFor();

test.each(
  SIZES.flatMap(([width, height]) => (["en", "es"] as const).map((lang) => [width, height, lang] as const)),
)(
  "at %i x %i in %s every screen from a need to its slip or text holds everything, and axe finds nothing",
  async (width, height, lang) => {
    const { complaints } = await enter(`/posts?lang=${lang}`, [width, height]);
    expect(await fault(), "start").toEqual([]);
    await page.locator("main a[href*='/posts/need']").tap();
    await screen("what").waitFor();
    expect(await fault(), "what").toEqual([]);
    await page.locator("main a[href*='/about/bed']").tap();
    await screen("which").waitFor();
    expect(await fault(), "which").toEqual([]);
    await page.locator("main a[href*='/type']").tap();
    await keys();
    expect(await fault(), "type").toEqual([]);
    await page.locator("textarea").fill(LONGEST);
    await page.locator("main .go").tap();
    await screen("check").waitFor();
    expect(await fault(), "check").toEqual([]);
    await page.locator("main .tile").first().tap();
    await screen("number").waitFor();
    expect(await fault(), "number").toEqual([]);
    for (const digit of "4015550177") await page.locator(`[data-digit="${digit}"]`).tap();
    await page.locator("main .go").tap();
    await screen("consent").waitFor();
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
    expect(await page.locator("main").textContent()).not.toContain("4015550177");
    expect(await fault(), "consent").toEqual([]);
    await page.locator(".tick").tap();
    await page.locator("main .go").tap();
    await screen("sent").waitFor();
    expect(await fault(), "sent").toEqual([]);
    expect(complaints).toEqual([]);
  },
  WALK_MS,
);

test.each(
  SIZES.flatMap(([width, height]) => (["en", "es"] as const).map((lang) => [width, height, lang] as const)),
)(
  "at %i x %i in %s the ways into a group hold everything, and axe finds nothing",
  async (width, height, lang) => {
    await enter(`/groups/${group}/join?lang=${lang}`, [width, height]);
    expect(await fault(), "join").toEqual([]);
    await page.locator("main a[href*='/name']").tap();
    await keys();
    expect(await fault(), "name").toEqual([]);
    await page.locator("main .go").tap();
    await screen("come").waitFor();
    expect(await fault(), "come").toEqual([]);
    await page.locator("form.printing button").tap();
    await page.locator("[data-printed]").waitFor();
    expect(await fault(), "printed").toEqual([]);
  },
);

test("a touch fills the words, and without a phone a slip's digits come, to print or to copy", async () => {
  await enter("/posts?lang=es");
  await page.getByRole("link", { name: "Puedo dar algo" }).tap();
  await page.getByRole("link", { name: "Arreglos" }).tap();
  await page.getByRole("button", { name: "reparar bicis" }).tap();
  await page.getByText("Puedo dar: reparar bicis").waitFor();
  await page.getByRole("button", { name: "Sí, y no tengo teléfono" }).tap();
  await screen("done").waitFor();
  expect(await page.getByRole("status").first().textContent()).toMatch(/\d{4} \d{4} \d{3}/);
  expect(await page.locator("article.slip").textContent()).toContain("reparar bicis");
  expect(await fault()).toEqual([]);
});

test("the keys on the screen write where the caret is, in the letters of the language, and a plugged-in keyboard too", async () => {
  await enter("/posts/need/type?lang=es");
  await keys();
  const key = (name: string) => page.getByRole("group").getByRole("button", { name, exact: true });
  for (const name of ["p", "a", "ñ", "o", "Espacio", "áé1", "é", "abc", "q", "Borrar"]) await key(name).tap();
  const field = page.getByRole("textbox");
  expect(await field.inputValue()).toBe("paño é");
  await field.pressSequentially(" X");
  await key("z").focus();
  await page.keyboard.press("Enter");
  expect(await field.inputValue()).toBe("paño é Xz");
  await field.press("Enter");
  await page.getByText("Necesito: paño é Xz").waitFor();
});

test("keys are 20 mm on a screen of 10 inches, those of the pad on every screen", async () => {
  const smallest = (selector: string) =>
    page.evaluate((selector) => {
      const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
      const sides = [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
      return Math.min(...sides.flatMap(({ width, height }) => [width, height])) / mm;
    }, selector);
  await enter("/posts/need/type?lang=es");
  await keys();
  expect(await smallest(".hg-button")).toBeGreaterThan(19.9);
  await page.context().close();
  for (const size of SIZES) {
    await enter("/posts/need/type?lang=en", size);
    await keys();
    await page.locator("textarea").fill("rope");
    await page.locator("main .go").tap();
    await page.locator("main .tile").first().tap();
    await screen("number").waitFor();
    expect(await smallest(".pad button"), size.join()).toBeGreaterThan(19.9);
    if (size !== SIZES[2]) await page.context().close();
  }
});

test("what was typed is nowhere in an address, and starting over leaves nothing of it", async () => {
  await enter("/posts/need/type?lang=en");
  await keys();
  await page.locator("textarea").fill("something secret");
  await page.locator("main .go").tap();
  await screen("check").waitFor();
  expect(page.url()).not.toContain("secret");
  await page.getByRole("link", { name: "Start over" }).tap();
  await screen("attract").waitFor();
  expect(await page.content()).not.toContain("secret");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    "secret",
  );
});
