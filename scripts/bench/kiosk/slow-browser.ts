import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";

/** A Raspberry Pi beside a laptop, about. */
const SLOWER = 6;

export type Figure = { readonly median: number; readonly worst: number };
type Touch = { readonly answered: number; readonly arrived: number };

/** Chromium on a slowed processor, with a finger. */
export async function slowBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  const visit = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, hasTouch: true });
    const page = await context.newPage();
    await page.addInitScript(watchTouches);
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    return page;
  };
  return {
    /** Styles and scripts of these screens, gzipped, each once. */
    loads: async (base: string, paths: readonly string[]) => loadsOf(await visit(), base, paths),
    /** From asking for the page until its scripts have run, each time in a fresh browser. */
    async untilUsable(url: string, runs: number): Promise<Figure> {
      return figure(await repeat(runs, async () => measureLoad(await visit(), url)));
    },
    async doors(url: string): Promise<readonly string[]> {
      const page = await visit();
      await page.goto(url);
      return page
        .locator("main a")
        .evaluateAll((links) =>
          links.map((link) => link.querySelector("span")?.firstChild?.textContent ?? ""),
        );
    },
    /** From the touch until its answer is painted, and until the next screen is. */
    async touches(url: string, door: string, runs: number) {
      const page = await visit();
      const all = await repeat(runs, () => touch(page, url, door));
      await page.context().close();
      return {
        answered: figure(all.map(({ answered }) => answered)),
        arrived: figure(all.map(({ arrived }) => arrived)),
      };
    },
    close: () => browser.close(),
  };
}

async function loadsOf(page: Page, base: string, paths: readonly string[]) {
  const files = new Map<string, Promise<Buffer>>();
  page.on("response", (answer) => {
    // The second screen asks for the same files again, and hears that they are the same.
    if (answer.status() !== 200) return;
    const type = answer.request().resourceType();
    if (type === "script" || type === "stylesheet") files.set(answer.url(), answer.body());
  });
  for (const path of paths) await page.goto(base + path, { waitUntil: "networkidle" });
  const sizes = await Promise.all([...files.values()].map(async (body) => gzipSync(await body).length));
  await page.context().close();
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return { files: files.size, "KiB gzipped": Math.round((bytes / 1024) * 10) / 10 };
}

/** Modules run before the document counts as loaded: then every touch is heard. */
async function measureLoad(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const ready = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    return entry instanceof PerformanceNavigationTiming ? entry.domContentLoadedEventEnd : Number.NaN;
  });
  await page.context().close();
  return ready;
}

async function touch(page: Page, url: string, door: string): Promise<Touch> {
  await page.goto(url);
  await page.getByRole("link", { name: door }).tap();
  // A screen that does not come is said, and has no figure.
  await page.waitForFunction(
    () => document.documentElement.dataset["arrived"] !== undefined || document.querySelector("dialog[open]"),
  );
  const { answered, arrived } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  return { answered: Number(answered), arrived: Number(arrived) };
}

/** Runs in the page: the clock starts when the finger comes down, and stops when what it caused has been painted. */
function watchTouches(): void {
  let began = 0;
  const painted = (name: string) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.documentElement.dataset[name] ??= String(performance.now() - began);
      };
      port2.postMessage(null);
    });
  addEventListener(
    "touchstart",
    (event) => {
      began = event.timeStamp;
    },
    true,
  );
  // The answer is there when what the click changed is painted: it comes after `:active`.
  addEventListener("click", () => painted("answered"));
  document.addEventListener("DOMContentLoaded", () => {
    const watcher = new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => [...addedNodes].includes(document.body))) painted("arrived");
    });
    watcher.observe(document.documentElement, { childList: true });
  });
}

async function repeat<Each>(runs: number, measure: () => Promise<Each>): Promise<readonly Each[]> {
  const all: Each[] = [];
  for (let run = 0; run < runs; run++) all.push(await measure());
  return all;
}

function figure(all: readonly number[]): Figure {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { median: Math.round(middle), worst: Math.round(sorted.at(-1) ?? Number.NaN) };
}
