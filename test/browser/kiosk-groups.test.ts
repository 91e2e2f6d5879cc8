import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LONGEST, plantGroups } from "#test/browser/kiosk-groups-stage.ts";
import { SIZES } from "#test/browser/kiosk-stage.ts";
import { launchBrowser, open } from "#test/browser/stage.ts";
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

describe.each([
  ["en", "Touch to begin", "Find my group", "Cooking", /This one fits you.*Kitchen.*9:00.*Big tent/s],
  [
    "es",
    "Toca para empezar",
    "Encontrar mi grupo",
    "Cocinar",
    /Este encaja contigo.*Kitchen.*9:00.*Big tent/s,
  ],
] as const)("in %s", (_, start, door, likes, fits) => {
  test.each(SIZES)(
    "at %i x %i three touches lead from the first screen to a group that fits",
    async (...size) => {
      ({ page } = await begin(size));
      await page.getByRole("link", { name: start }).tap();
      await page.getByRole("link", { name: door }).tap();
      await page.getByRole("link", { name: likes }).tap();
      const suggested = page.locator("[data-screen=time] .suggestion");
      await suggested.waitFor();
      expect(await suggested.textContent()).toMatch(fits);
      expect(await suggested.isVisible()).toBe(true);
    },
  );
});

test("the answers lead to three groups, the one that fits first, with when, where and why", async () => {
  ({ page } = await begin());
  await page.goto(`${world.url}/kiosk/groups?lang=en`);
  await touch("Cooking");
  await touch("Morning");
  await touch("Few people");
  await page.getByRole("heading", { name: "These fit you" }).waitFor();
  const cards = page.locator(".cards .tile");
  expect(await cards.count()).toBe(3);
  expect(await cards.first().textContent()).toMatch(
    /Kitchen(today|tomorrow) 9:00Big tentcooking · in the morning · few people/,
  );
  expect(await cards.nth(1).textContent()).toContain("something else");
  await page.getByRole("link", { name: "Back" }).tap();
  await page.getByRole("heading", { name: "Who with?" }).waitFor();
});

test("a group says when, where and who to ask, shows its pin, and can be joined or taken along", async () => {
  ({ page } = await begin());
  await page.goto(`${world.url}/kiosk/groups/time?interest=cooking&lang=en`);
  await page.locator(".suggestion").tap();
  await page.getByRole("heading", { name: "Kitchen" }).waitFor();
  expect(await page.locator(".known").textContent()).toMatch(
    /(today|tomorrow) 9:00\s*Big tent\s*Ask for Rosa/,
  );
  expect(await page.getByRole("img", { name: "Map: Big tent" }).isVisible()).toBe(true);
  const join = page.getByRole("link", { name: "Join" });
  expect(await join.getAttribute("href")).toBe(`/kiosk/groups/${ids["Kitchen"]}/join?lang=en`);
  const text = page.getByRole("link", { name: "Text me this" });
  expect(await text.getAttribute("href")).toBe(`/kiosk/groups/${ids["Kitchen"]}/join?text=1&lang=en`);
  expect(await page.locator(".slip").textContent()).toMatch(
    /Kitchen[\s\S]*Next meeting: (today|tomorrow) 9:00[\s\S]*Place: Big tent[\s\S]*Ask for: Rosa[\s\S]*Text GROUP 1 to \+1 401 555 0100/,
  );
  await page.getByRole("link", { name: "Map: Big tent" }).tap();
  await page.getByRole("heading", { name: "Map of the camp" }).waitFor();
  await page.getByRole("link", { name: "Back" }).tap();
  await page.getByRole("heading", { name: "Kitchen" }).waitFor();
});

test("a closed group says so and whom to ask, and is not joined", async () => {
  ({ page } = await begin());
  await page.goto(`${world.url}/kiosk/groups/${ids["Medics"]}?lang=en`);
  await page.getByText("This group is closed to newcomers. Ask first: the nurse").waitFor();
  expect(await page.getByRole("link", { name: "Join" }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "Ask a person" }).isVisible()).toBe(true);
});

test("a typed word finds its group as a text would, in either language, a slip of a key forgiven", async () => {
  ({ page } = await begin());
  for (const [word, name] of [
    ["coking", "Kitchen"],
    ["me gusta cocinar", "Kitchen"],
    ["musica", "Songs"],
  ] as const) {
    await typeWord(word);
    expect(await page.locator(".cards .tile b").first().textContent()).toBe(name);
  }
});

test("a word that no group is about is no dead end: a person, a card or a new group", async () => {
  ({ page } = await begin());
  await typeWord("zzzz");
  await page.getByRole("heading", { name: "No group is about that yet." }).waitFor();
  await touch("Nothing fits");
  for (const [name, path] of [
    ["Ask a person", "/kiosk/person"],
    ["Say what I need or give", "/kiosk/posts"],
    ["Start a group", "/kiosk/groups/start"],
    ["All groups", "/kiosk/groups/all"],
  ] as const)
    expect(await page.getByRole("link", { name }).getAttribute("href")).toBe(`${path}?lang=en`);
  await touch("Start a group");
  await page.getByText("the info tent").waitFor();
});

test("all groups come a page at a time, and round again", async () => {
  ({ page } = await begin());
  await page.goto(`${world.url}/kiosk/groups?lang=en`);
  await touch("All");
  const names = async () => page.locator(".cards .tile b").allTextContents();
  await page.getByRole("heading", { name: "All groups" }).waitFor();
  expect(await names()).toEqual(["Kitchen", "Medics", "Songs"]);
  await touch("More");
  await page.getByText("2 of 2").waitFor();
  expect(await names()).toEqual([LONGEST.name]);
  await touch("More");
  await page.getByText("1 of 2").waitFor();
  await page.getByRole("link", { name: "Kitchen" }).tap();
  await page.getByRole("heading", { name: "Kitchen" }).waitFor();
});

test("another language keeps what was answered", async () => {
  ({ page } = await begin());
  await page.goto(`${world.url}/kiosk/groups/company?interest=cooking&time=morning&lang=en`);
  await page.getByRole("link", { name: "Español" }).tap();
  await page.getByRole("heading", { name: "¿Con quién?" }).waitFor();
  await touch("Poca gente");
  const first = page.locator(".cards .why").first();
  await first.waitFor();
  expect(await first.textContent()).toBe("cocinar · por la mañana · poca gente");
});

/** As quick as somebody who does not double-tap. */
async function touch(name: string): Promise<void> {
  await page.locator("body:not([data-fresh]) main").getByRole("link", { name, exact: true }).tap();
}

async function typeWord(word: string): Promise<void> {
  await page.goto(`${world.url}/kiosk/groups/word?lang=en`);
  await page.getByLabel("What do you like or can do?").fill(word);
  await page.getByRole("button", { name: "Find" }).tap();
  await page.locator("[data-screen=found]").waitFor();
}
