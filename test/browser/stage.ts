import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";

export const PHONE_1 = "+1 401 555 0101";
export const PHONE_2 = "+1 401 555 0102";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
    args: [...ARGUMENTS, ...more],
  });
}

export type Opened = {
  readonly page: Page;
  /** What the page complained of: faults of scripts, refused styles, missing files. */
  readonly complaints: readonly string[];
};

/** A fresh visitor's page. The caller closes the page's context. */
export async function open(
  browser: Browser,
  url: string,
  visitor: Parameters<Browser["newContext"]>[0] = {},
): Promise<Opened> {
  // A worker would read the whole kiosk for each visitor: whoever tests what it keeps lets it.
  const usual = { viewport: { width: 1280, height: 800 }, serviceWorkers: "block" } as const;
  const context = await browser.newContext({ ...usual, ...visitor });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (line) => {
    const isBlocked = line.text().startsWith("Service Worker registration blocked");
    if (["error", "warning"].includes(line.type()) && !isBlocked) complaints.push(line.text());
  });
  page.on("pageerror", (fault) => complaints.push(fault.message));
  await page.goto(url);
  return { page, complaints };
}

/**
 * What axe finds on a page, each with the first element. In the page itself: our pages have no frames, for which axe
 * would open another page each time.
 */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(async () => {
    // A screen that is still fading in is pale. What moves for ever is never at rest.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

export type ShownPhone = ReturnType<typeof phoneOn>;

/** A phone on the simulator's page as a person finds it: by what is written on it. */
export function phoneOn(page: Page, number: string) {
  const root = page.getByRole("region", { name: `Phone ${number}` });
  const draft = root.getByLabel("Text to send");
  const thread = root.getByRole("log", { name: "Texts on this phone" });
  const texts = thread.getByRole("article");
  return {
    root,
    draft,
    thread,
    texts,
    key: (name: string): Locator => root.getByRole("button", { name, exact: true }),
    counter: () => root.locator("[data-counter]").textContent(),
    async say(words: string): Promise<void> {
      await draft.click();
      await draft.pressSequentially(words);
      await draft.press("Enter");
    },
    /** Waits until the last text holds `words`, and gives all of it. */
    async hears(words: string | RegExp): Promise<string> {
      await expect.poll(() => bodyOf(texts.last()), { timeout: 10_000, interval: 50 }).toMatch(words);
      return bodyOf(texts.last());
    },
  };
}

/** The words of a text on a phone's screen; none when it is not there. */
export async function bodyOf(text: Locator): Promise<string> {
  return (await text.locator("[data-body]").allTextContents()).join();
}
