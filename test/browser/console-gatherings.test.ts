import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantRole } from "#server/actions/grant-role.ts";
import { makeSignInLink } from "#server/actions/sign-in.ts";
import { readPhone } from "#server/domain/phone.ts";
import { launchBrowser, open, violationsOn } from "#test/browser/stage.ts";
import { startWorld, type World } from "#test/support/world.ts";

let browser: Browser;
let world: World;
let page: Page;
beforeAll(async () => {
  world = await startWorld({ carrier: "simulator" });
  browser = await launchBrowser();
  ({ page } = await open(browser, await linkFor("+14015550109")));
  await page.getByRole("button", { name: "Sign in" }).click();
});
afterAll(async () => {
  await browser.close();
  await world.close();
});

test("an organizer makes a group, and mends what was typed wrong without typing it again", async () => {
  await page.getByRole("link", { name: "Groups" }).click();
  await page.getByRole("link", { name: "New group" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Kitchen");
  await page.getByLabel("What they do").fill("We cook for everybody");
  await page.getByLabel("Words that people may say to find it").fill("cooking, cocina, food, comida");
  await page.getByLabel("Whom to ask for").fill("the kitchen lead");
  await page.getByLabel("Tue").check();
  await page.getByLabel("At", { exact: true }).fill("18:30");
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => page.locator("#place-fault").textContent()).toBe("This is needed.");
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.getByLabel("What they do").inputValue()).toBe("We cook for everybody");
  await page.getByLabel("Where they are").fill("Big tent");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "1 · Kitchen" }).waitFor();
  expect(await page.getByText("Tue 18:30, 60 min").isVisible()).toBe(true);
});

test("an organizer plans a weekly gathering and puts an item on its agenda", async () => {
  await page.getByRole("link", { name: "Gatherings", exact: true }).click();
  await page.getByRole("link", { name: "New gathering" }).click();
  await page.getByLabel("Title").fill("Big assembly");
  await page.getByLabel("Place").fill("Oak tree");
  await page.getByLabel("Day", { exact: true }).fill("2026-11-25");
  await page.getByLabel("Starts").fill("19:00");
  await page.getByLabel("Ends").fill("20:00");
  await page.getByLabel("Comes again").selectOption("weekly");
  await page.getByLabel("Wed").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Wednesday 2 December" }).waitFor();
  await world.database.query(
    `INSERT INTO items (words, gathering_id, person_id, created_at)
     SELECT each.words, g.id, p.id, now() FROM (VALUES ('budget for tents'), ('quiet hours')) AS each (words),
       (SELECT id FROM gatherings WHERE title = 'Big assembly' ORDER BY starts_at LIMIT 1) g, (SELECT max(id) AS id FROM people) p`,
  );
  await page.getByRole("link", { name: "Big assembly" }).first().click();
  await page.getByLabel("Minutes").last().fill("70");
  await page.getByRole("button", { name: "Put on the agenda: budget for tents" }).click();
  await expect.poll(() => page.getByRole("status").textContent()).toBe("Saved.");
  expect(await page.getByText("1. budget for tents").isVisible()).toBe(true);
  await page.getByLabel("Item").fill("Hello and hand signs");
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("button", { name: "Up: Hello and hand signs" }).click();
  await page.getByText("1. Hello and hand signs").waitFor();
  expect(await page.getByRole("button", { name: "Merge: quiet hours" }).isVisible()).toBe(true);
});

test("a table is brought in from a file, after a look at it", async () => {
  await page.goto(`${world.url}/organize/csv`);
  const buffer = Buffer.from("name,place\nMedics,White tent\n");
  await page.getByLabel("The file").setInputFiles({ name: "groups.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByRole("cell", { name: "makes a group" }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await page.getByText("Brought in.").waitFor();
});

test.each([
  ["en", "light", 1280],
  ["es", "dark", 390],
] as const)(
  "axe finds nothing on any of the pages in %s, %s, %i px wide, and none scrolls sideways",
  async (language, colorScheme, width) => {
    await world.database.query("UPDATE groups SET active_at = '2026-11-01' WHERE name = 'Medics'");
    await world.database.query(
      "UPDATE gatherings SET cancelled_at = now() WHERE id = (SELECT max(id) FROM gatherings)",
    );
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${world.url}/organize`);
    if (language === "es") await page.getByRole("button", { name: "Español" }).click();
    for (const path of await paths()) {
      await page.goto(`${world.url}/organize/${path}`);
      expect(await violationsOn(page), path).toEqual([]);
      expect(await sideways(), path).toBe(0);
    }
  },
  120_000,
);

test("the agenda prints on A5, the day sheet on the printer's own paper", async () => {
  const pages = await paths();
  for (const [path, size] of [
    [pages.find((each) => each.endsWith("print")), [420, 595]],
    [pages.find((each) => each.startsWith("day-sheet")), [612, 792]],
  ] as const) {
    await page.goto(`${world.url}/organize/${path}`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const [, wide, high] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString("latin1")) ?? [];
    expect(
      [wide, high].map((points) => Math.round(Number(points))),
      path,
    ).toEqual(size);
  }
});

async function paths(): Promise<readonly string[]> {
  const { rows } = await world.database.query(
    "SELECT id FROM gatherings WHERE title = 'Big assembly' ORDER BY starts_at LIMIT 1",
  );
  const one = `gatherings/${rows[0]?.id}`;
  const groups = ["groups", "groups/new", "groups/1", "groups/1/edit"];
  const gatherings = ["gatherings", "gatherings/new", one, `${one}/edit`, `${one}/print`];
  return [...groups, ...gatherings, "day-sheet?date=2026-11-25", "csv"];
}

async function linkFor(number: string): Promise<string> {
  const phone = readPhone(number, "US");
  if (!phone) throw new Error(`${number} is no phone number.`);
  const { ctx } = world.booted;
  const grant = { phone, role: "organizer", groupId: null, name: "Ada" } as const;
  return makeSignInLink(ctx, await grantRole(ctx, "command line", grant));
}

/** How far the page reaches beyond the window's side. */
function sideways(): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
