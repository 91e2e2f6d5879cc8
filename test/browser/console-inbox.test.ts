import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import type { Phone } from "#server/domain/phone.ts";
import { launchBrowser, type Opened, open, violationsOn } from "#test/browser/stage.ts";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { startConsole } from "#test/support/console.ts";

let browser: Browser;
let camp: Camp;
let opened: Opened;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  camp = await startCamp();
});
afterEach(async () => {
  await opened.page.context().close();
  await camp.close();
});

test("an emergency appears by itself on top, is answered with a few clicks, and the phone gets the words", async () => {
  const [calm, urgent] = [camp.phone(), camp.phone()];
  await calm.text("0");
  const page = await signedIn();
  await page.getByRole("link", { name: "Inbox" }).click();
  await page.getByText("wants a person").waitFor();
  await urgent.text("overdose, come quick");
  const entry = page.getByRole("listitem").filter({ hasText: "overdose, come quick" });
  await entry.waitFor();
  expect(await page.locator("#entries > ul > li").first().textContent()).toContain("overdose, come quick");
  await entry.getByLabel(/Answer to phone/).fill("Medics are on their way. Where are you?");
  await entry.getByRole("button", { name: "Send the answer" }).click();
  await page.getByText("Your answer is on its way.").waitFor();
  expect(await urgent.unread()).toEqual([
    "Willow Camp: Medics are on their way. Where are you? Text 0 to answer us.",
  ]);
  expect(await page.getByText("overdose, come quick").count()).toBe(0);
  expect(opened.complaints).toEqual([]);
}, 90_000);

test("an emergency appears above an answer that is being written, and the answer stays as it is", async () => {
  const [calm, other] = [camp.phone(), camp.phone()];
  await calm.text("0");
  await other.text("0");
  const page = await signedIn();
  await page.getByRole("link", { name: "Inbox" }).click();
  const draft = page.getByLabel(/Answer to phone/).last();
  await draft.pressSequentially("We are com");
  await camp.phone().text("overdose, come quick");
  await page.getByText("overdose, come quick").waitFor();
  expect(await page.locator("#entries > ul > li").first().textContent()).toContain("overdose, come quick");
  await page.keyboard.type("ing");
  expect(await draft.inputValue()).toBe("We are coming");
  const alarm = page.getByRole("alert").getByRole("link", { name: "1 emergency: look" });
  expect(await alarm.getAttribute("href")).toMatch(/^#entry-\d+$/);
  await calm.text("my tent is wet");
  await page.getByText("my tent is wet").waitFor();
  expect(await page.locator("#entries > ul > li").count()).toBe(3);
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  expect(await draft.inputValue()).toBe("We are coming!");
}, 90_000);

test.each([
  ["en", "light"],
  ["es", "dark"],
] as const)(
  "axe finds nothing on what helpers work with, in %s, %s",
  async (locale, colorScheme) => {
    const paths = await busyCamp();
    const page = await signedIn({ colorScheme, locale }, { en: "Sign in", es: "Entrar" }[locale]);
    for (const path of paths) {
      await page.goto(camp.url + path);
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("details")) each.open = true;
      });
      expect(await violationsOn(page), path).toEqual([]);
    }
    expect(opened.complaints).toEqual([]);
  },
  90_000,
);

test("the queues are drawn with nothing from elsewhere", async () => {
  const page = await signedIn();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${camp.url}/organize/queues`);
  await page.getByText("tend", { exact: true }).first().waitFor();
  expect(asked.filter((url) => !url.startsWith(camp.url) && !url.startsWith("data:"))).toEqual([]);
});

/** A need with its gift, an emergency, a call, and somebody at the tent: the paths of the pages that show them. */
async function busyCamp(): Promise<readonly string[]> {
  const [needer, giver] = [camp.phone(), camp.phone()];
  await needer.text("NEED 2 tarps");
  await giver.text("GIFT tarps, have 3");
  await needer.text("0");
  await needer.text("overdose, come quick");
  await camp.settled();
  const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
  const { text } = await ben.post("/organize/tent", { handle: "Rosa H.", language: "es", phone: "" });
  const rosa = /\/organize\/tent\/\d+/.exec(text)?.[0] ?? "";
  await ben.post(`${rosa}/post`, { kind: "need", words: "3 tarps" });
  return ["/organize/inbox", "/organize/posts", "/organize/tent", rosa, `${rosa}/slip?number=12`];
}

/** An organizer's browser, signed in by a link. */
async function signedIn(visitor: Parameters<typeof open>[2] = {}, button = "Sign in"): Promise<Page> {
  const { ctx } = camp.booted;
  const ada = { phone: "+14015550109" as Phone, role: "organizer", groupId: null, name: "Ada" } as const;
  const link = new URL(await makeSignInLink(ctx, await grantRole(ctx, "command line", ada))).pathname;
  opened = await open(browser, camp.url + link, visitor);
  await opened.page.getByRole("button", { name: button }).click();
  await opened.page.getByRole("navigation").waitFor();
  return opened.page;
}
