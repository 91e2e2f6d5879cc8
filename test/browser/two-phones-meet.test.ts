import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  launchBrowser,
  type Opened,
  open,
  PHONE_1,
  PHONE_2,
  phoneOn,
  type ShownPhone,
} from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let opened: Opened;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await startWorld({ carrier: "simulator", frozen: false });
  opened = await open(browser, `${world.url}/simulator`);
  page = opened.page;
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

test("a need and a gift, typed and clicked in English, until words pass both ways", async () => {
  const [needer, giver] = [phoneOn(page, PHONE_1), phoneOn(page, PHONE_2)];
  await needer.say("NEED 2 tarps till fri");
  await needer.hears(/^Willow Camp: got it, no\. \d+: 2 tarps/);
  await giver.draft.click();
  await page.getByRole("button", { name: "GIFT tarps, have 3" }).click();
  await giver.key("Send").click();
  await giver.hears(/someone needs 2 tarps.*Reply 1 to help/);
  await giver.key("1 .,?!").click();
  await giver.key("Green key: send").click();
  const introduced = await giver.hears(/great! You and the person/);
  const line = /text (\d+) and your words/.exec(introduced)?.[1];
  await needer.hears(/someone can give 2 tarps/);
  await needer.say(`${line} big tent at 5?`);
  await giver.hears(`${line}: big tent at 5?`);
  await giver.say(`${line} see you there`);
  await needer.hears(`${line}: see you there`);
  expect(await giver.texts.count()).toBe(8);
  expect(opened.complaints).toEqual([]);
});

test("the same in Spanish", async () => {
  const [needer, giver] = [phoneOn(page, PHONE_1), phoneOn(page, PHONE_2)];
  await giver.say("REGALO lonas, tengo 3");
  await giver.hears(/^Willow Camp: .*lonas/);
  await needer.draft.click();
  await page.getByRole("button", { name: "NECESITO 2 lonas" }).click();
  await needer.draft.press("Enter");
  await giver.hears(/alguien necesita 2 lonas/);
  await giver.say("1");
  const introduced = await giver.hears(/^Willow Camp: ¡genial!/);
  const line = /manda (\d+) y tus palabras/.exec(introduced)?.[1];
  await giver.say(`${line} a las 5 en la carpa grande`);
  await needer.hears(`${line}: a las 5 en la carpa grande`);
  expect(opened.complaints).toEqual([]);
});

test("no phone shows the other one's number, also when somebody writes it", async () => {
  const [needer, giver] = [phoneOn(page, PHONE_1), phoneOn(page, PHONE_2)];
  await needer.say("NEED 2 tarps");
  await needer.hears(/^Willow Camp: got it/);
  await giver.say("GIFT tarps, have 3");
  await giver.hears(/Reply 1 to help/);
  await giver.say("1");
  const line = /text (\d+) and your words/.exec(await giver.hears(/great!/))?.[1];
  await needer.hears(/someone can give/);
  await needer.say(`${line} call me: 401 555 0101`);
  await giver.hears(new RegExp(`^${line}: call me`));
  const digits = async (phone: ShownPhone) => (await phone.root.textContent())?.replace(/\D/g, "");
  expect(await digits(giver)).not.toContain("4015550101");
  expect(await digits(needer)).not.toContain("4015550102");
});

test("ticks: our answer is delivered with its response, a later text is sent and then delivered", async () => {
  const [needer, giver] = [phoneOn(page, PHONE_1), phoneOn(page, PHONE_2)];
  await needer.say("NEED 2 tarps");
  await needer.hears(/got it/);
  await giver.say("GIFT tarps, have 3");
  await giver.hears(/Reply 1 to help/);
  const ticks = giver.texts.last().locator("[data-ticks]");
  await expect.poll(() => ticks.textContent()).toBe("✓✓");
  expect(await giver.texts.last().locator("footer").textContent()).toContain("delivered");
  expect(await giver.texts.first().locator("[data-ticks]").textContent()).toBe("");
});
