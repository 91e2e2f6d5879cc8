import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, open, PHONE_1, PHONE_2, phoneOn, type ShownPhone } from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let page: Page;
let phone: ShownPhone;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});
beforeEach(async () => {
  ({ page } = await open(browser, `${world.url}/simulator`));
  phone = phoneOn(page, PHONE_1);
});
afterEach(() => page.context().close());

test("the counter counts what a carrier bills", async () => {
  const rows = [
    ["", "0/160"],
    ["NEED 2 tarps till fri", "21/160"],
    ["a".repeat(160), "160/160"],
    ["a".repeat(161), "161/306, 2 texts"],
    ["[2]", "5/160"],
    ["10€", "4/160"],
    ["ñandú", "5/70"],
    ["🎁".repeat(35), "70/70"],
    ["🎁".repeat(36), "72/134, 2 texts"],
  ] as const;
  for (const [text, shown] of rows) {
    await phone.draft.fill(text);
    expect(await phone.counter(), text).toBe(shown);
  }
});

/** Stops the page's own clock: how fast the test's machine clicks then means nothing. */
const stopClock = async () => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
};
const press = async (name: string, times = 1) => {
  for (let time = 0; time < times; time += 1) await phone.key(name).click();
};
const hold = async (name: string) => {
  await phone.key(name).hover();
  await page.mouse.down();
  await page.clock.runFor(600);
  await page.mouse.up();
};

test("keys type letters by repeated presses, as on a basic phone", async () => {
  await stopClock();
  await press("6 mno", 3);
  await press("5 jkl", 2);
  await press("0 space");
  await press("7 pqrs", 5);
  await press("* .,?'", 3);
  await press("# abc 123");
  await press("8 tuv", 2);
  expect(await phone.draft.inputValue()).toBe("ok 7?88");
  await press("Delete");
  expect(await phone.draft.inputValue()).toBe("ok 7?8");
  await press("Red key: clear");
  expect(await phone.draft.inputValue()).toBe("");
  expect(await phone.counter()).toBe("0/160");
});

test("a long press types the digit, and after a pause the same key begins anew", async () => {
  await stopClock();
  await hold("2 abc");
  await press("2 abc");
  await page.clock.runFor(1_000);
  await press("2 abc");
  expect(await phone.draft.inputValue()).toBe("2aa");
});

test("keys write where the cursor is, and a keyboard can press them", async () => {
  await stopClock();
  await phone.draft.fill("NEED tarps");
  await press("Cursor left", 6);
  await press("0 space");
  await hold("2 abc");
  expect(await phone.draft.inputValue()).toBe("NEED 2 tarps");
  await phone.key("3 def").focus();
  await page.keyboard.press("Enter");
  expect(await phone.draft.inputValue()).toBe("NEED 2d tarps");
  expect(await phone.key("3 def").evaluate((key) => key === document.activeElement)).toBe(true);
});

test("examples go to the lit phone, ready to send", async () => {
  const other = phoneOn(page, PHONE_2);
  await other.draft.click();
  await page.getByRole("button", { name: "NEED 2 tarps till fri" }).click();
  expect(await other.draft.inputValue()).toBe("NEED 2 tarps till fri");
  expect(await phone.draft.inputValue()).toBe("");
  expect(await other.draft.evaluate((draft) => draft === document.activeElement)).toBe(true);
});

test("a text that is not taken stays written, and the phone says why", async () => {
  await page.route("**/simulator/texts", (route) => route.abort());
  await phone.say("MENU");
  await expect.poll(() => phone.root.getByRole("alert").textContent()).toMatch(/^Not sent/);
  expect(await phone.draft.inputValue()).toBe("MENU");
});
