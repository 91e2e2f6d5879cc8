import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import { readPhone } from "#server/domain/phone.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { type Camp, type Phone, startCamp } from "#test/support/camp.ts";
import { until } from "#test/support/until.ts";

let camp: Camp;
let browser: Browser;
beforeAll(async () => {
  camp = await startCamp({ env: { SEGMENT_PRICE: "0.0079" } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await camp.close();
});

test("an organizer signs in by a code, writes a broadcast, another releases it; it is undone, then sent, paused and goes on", async () => {
  const [ada, ben] = [await organizer("Ada"), await organizer("Ben")];
  const subscribers = Array.from({ length: 3 }, () => camp.phone());
  for (const phone of subscribers) await phone.text("NEWS");
  const page = await signIn(ada);
  const other = await signIn(ben, { viewport: { width: 390, height: 844 } });

  await write(page, "Assembly moved to 8pm, Big Tent — bring a cup 🍲");
  await page.locator("mark").first().waitFor();
  expect(await page.locator("[data-segments]").textContent()).toBe("1");
  await page.getByRole("button", { name: "Put plain letters instead" }).click();
  await page.locator("mark").first().waitFor({ state: "detached" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Look at it before it goes" }).click();
  expect(await page.getByText("3 people").first().textContent()).toContain("3");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ask another organizer to release it" }).click();
  await page.getByText("You wrote it: somebody else must release it.").waitFor();

  await other.goto(page.url());
  await other.getByRole("button", { name: "Release it" }).click();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Undo: do not send it" }).click();
  expect(await other.getByText("Stopped", { exact: true }).textContent()).toBe("Stopped");
  await camp.advance(1);
  for (const phone of subscribers) expect(await phone.unread()).toEqual([]);
  await page.getByText("Stopped", { exact: true }).waitFor();

  await write(page, "Soup at 6 by the fire");
  await page.getByRole("button", { name: "Look at it before it goes" }).click();
  await page.getByRole("button", { name: "Ask another organizer to release it" }).click();
  await page.getByText("You wrote it: somebody else must release it.").waitFor();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Release it" }).click();
  await other.getByRole("button", { name: "Undo: do not send it" }).waitFor();
  await camp.settled();
  await camp.database.query("UPDATE senders SET next_at = 'infinity'");
  camp.tick(1);
  await until(
    "it is under way",
    async () => {
      const { rows } = await camp.database.query("SELECT FROM broadcasts WHERE state = 'sending'");
      return rows.length > 0;
    },
    30_000,
  );
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Go on" }).waitFor();
  await page.goto(page.url());
  await page.getByRole("button", { name: "Go on" }).waitFor();
  await camp.database.query("UPDATE senders SET next_at = now()");
  await camp.settled();
  await page.getByRole("button", { name: "Go on" }).click();
  for (const phone of subscribers)
    expect(await phone.unread()).toEqual(["Willow Camp: Soup at 6 by the fire"]);
  await page.getByText("All have left.").waitFor();
  await expectAccessible(page);
}, 180_000);

test("its pages in Spanish, by dark, are clean for axe", async () => {
  const page = await signIn(await organizer("Cleo"), { locale: "es-ES", colorScheme: "dark" });
  for (const path of ["/organize", "/organize/broadcasts", "/organize/broadcasts/new", "/organize/people"]) {
    await page.goto(camp.url + path);
    await expectAccessible(page);
  }
}, 60_000);

async function organizer(name: string): Promise<Phone> {
  const phone = camp.phone();
  const number = readPhone(phone.number, "US");
  if (!number) throw new Error("That is no phone.");
  const grant = { phone: number, role: "organizer", groupId: null, name } as const;
  await grantRole(camp.booted.ctx, "command line", grant);
  return phone;
}

/** Through the door as a person goes: the number, then the code from the phone. */
async function signIn(phone: Phone, visitor: Parameters<typeof open>[2] = {}): Promise<Page> {
  const { page } = await open(browser, `${camp.url}/organize`, visitor);
  await page.locator("input[name=phone]").fill(phone.number);
  await expectAccessible(page);
  await page.locator("main form.stack button").click();
  await page.locator("input[name=code]").waitFor();
  const texts = await phone.unread();
  await page.locator("input[name=code]").fill(/\b\d{6}\b/.exec(texts.at(-1) ?? "")?.[0] ?? "");
  await page.locator("main form.stack button").click();
  await page.waitForURL(`${camp.url}/organize`);
  return page;
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole("link", { name: "Broadcasts" }).click();
  await page.getByRole("link", { name: "Write a broadcast" }).click();
  await page.getByLabel("Words").fill(words);
  await page.getByLabel("Everyone on NEWS").check();
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}
