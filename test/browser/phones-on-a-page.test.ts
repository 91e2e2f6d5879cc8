import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { bodyOf, launchBrowser, open, PHONE_1, PHONE_2, phoneOn } from "#test/browser/stage.ts";
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
beforeEach(async () => {
  ({ page } = await open(browser, `${world.url}/simulator`));
});
afterEach(() => page.context().close());

const regions = () => page.getByRole("region", { name: /^Phone / });
const putAway = () => page.getByRole("button", { name: "Put this phone away" });

test("two phones at first, six at the most, one at the least", async () => {
  await expect.poll(() => regions().count()).toBe(2);
  const another = page.getByRole("button", { name: "Another phone" });
  for (const number of ["0103", "0104", "0105", "0106"]) {
    await another.click();
    await phoneOn(page, `+1 401 555 ${number}`).draft.waitFor();
  }
  expect(await another.isVisible()).toBe(false);
  while ((await regions().count()) > 1) await putAway().first().click();
  expect(await putAway().count()).toBe(0);
  await another.click();
  await phoneOn(page, PHONE_1).draft.waitFor();
});

test("a number can be written over, and stays after a reload; nonsense and doubles are refused", async () => {
  const label = (number: string) => phoneOn(page, number).root.getByLabel("This phone's number");
  await label(PHONE_1).fill("+1 401 555 0177");
  await label(PHONE_1).press("Enter");
  await phoneOn(page, "+1 401 555 0177").say("MENU");
  await phoneOn(page, "+1 401 555 0177").hears(/^Willow Camp: /);
  await page.reload();
  await phoneOn(page, "+1 401 555 0177").hears(/^Willow Camp: /);
  await label(PHONE_2).fill("my phone");
  await label(PHONE_2).press("Enter");
  expect(await phoneOn(page, PHONE_2).root.getByRole("alert").textContent()).toBe("That is no phone number.");
  await label(PHONE_2).fill("+14015550177");
  await label(PHONE_2).press("Enter");
  expect(await phoneOn(page, PHONE_2).root.getByRole("alert").textContent()).toMatch(/^Another phone/);
  expect(await label(PHONE_2).inputValue()).toBe(PHONE_2);
});

test("hostile words are words", async () => {
  const hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
  const phone = phoneOn(page, PHONE_1);
  await phone.draft.fill(hostile);
  await phone.key("Send").click();
  await expect.poll(() => phone.texts.count()).toBeGreaterThan(0);
  expect(await bodyOf(phone.texts.first())).toBe(hostile);
  expect(await phone.thread.locator("img, script").count()).toBe(0);
  expect(await page.title()).toBe("Phones for Willow Camp");
});

test("a new text leaves what is on the screen untouched, and who reads above stays there", async () => {
  const phone = phoneOn(page, PHONE_2);
  for (const words of ["MENU", "NEED a tent", "NEED a stove", "MINE"]) {
    const before = await phone.texts.count();
    await phone.say(words);
    await expect.poll(() => phone.texts.count()).toBe(before + 2);
  }
  await phone.texts.first().evaluate((text) => text.setAttribute("data-kept", ""));
  await phone.thread.evaluate((thread) => {
    thread.scrollTop = 0;
  });
  const count = await phone.texts.count();
  await fetch(`${world.url}/simulator/texts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ from: "+14015550102", body: "MENU" }),
  });
  await expect.poll(() => phone.texts.count()).toBe(count + 2);
  expect(await phone.thread.evaluate((thread) => thread.scrollTop)).toBe(0);
  expect(await phone.thread.locator("[data-kept]").count()).toBe(1);
  expect(await phone.root.getAttribute("class")).toContain("is-buzzing");
});

test("without a server the page says so, and stops saying so when it is back", async () => {
  const trouble = page.locator("header").getByRole("alert");
  await page.route("**/simulator/texts?*", (route) => route.abort());
  await expect.poll(() => trouble.textContent(), { timeout: 5_000 }).toMatch(/^The server does not answer/);
  await page.unroute("**/simulator/texts?*");
  await expect.poll(() => trouble.textContent(), { timeout: 5_000 }).toBe("");
});

test("nothing is asked for while nobody can see the page", async () => {
  const show = (isHidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, isHidden);
  await page.waitForRequest(/simulator\/texts/);
  await show(true);
  await page.waitForLoadState("networkidle");
  const asked = page.waitForRequest(/simulator\/texts/, { timeout: 2_000 }).then(
    () => true,
    () => false,
  );
  expect(await asked).toBe(false);
  const again = page.waitForRequest(/simulator\/texts/);
  await show(false);
  expect((await again).method()).toBe("GET");
});
