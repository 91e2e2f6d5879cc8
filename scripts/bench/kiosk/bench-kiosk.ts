import { execFileSync } from "node:child_process";
import { startDatabase } from "../texts/database.ts";
import { startGiftline } from "../texts/processes.ts";
import { startPlainPages } from "./plain-pages.ts";
import { type Figure, slowBrowser } from "./slow-browser.ts";

type Row = { readonly what: string } & Readonly<Record<string, unknown>>;

/**
 * The touchscreen on a processor six times slower than this one: what it loads, until when it can be used, and how long
 * a touch waits for its answer and for the next screen. Beside it plain pages with the same words, without styles, in
 * the same browser: what this machine can do at all.
 */
export async function benchKiosk({ folder, runs }: { folder: string; runs: number }): Promise<Row[]> {
  const database = await startDatabase(folder);
  const { settings } = database;
  const env = { PATH: process.env["PATH"] ?? "", ...settings };
  execFileSync(process.execPath, ["scripts/demo.ts"], { env, stdio: "ignore" });
  const giftline = await startGiftline({ ...settings, QUIET_HOURS: "00:00-00:00" });
  const plain = await startPlainPages(`http://127.0.0.1:${giftline.target.port}`);
  const browser = await slowBrowser();
  try {
    const base = `http://127.0.0.1:${giftline.target.port}`;
    const loads: Row[] = [
      { what: "first load of /kiosk", ...(await browser.loads(base, ["/kiosk"])) },
      { what: "with the keyboard's screen", ...(await browser.loads(base, ["/kiosk", "/kiosk/days/offer"])) },
    ];
    const first = {
      what: "until /kiosk can be used",
      ...shown(await browser.untilUsable(`${base}/kiosk`, runs)),
    };
    const bare = {
      what: "ceiling: the same words, plain",
      ...shown(await browser.untilUsable(plain.url, runs)),
    };
    const rows: Row[] = [];
    for (const door of await browser.doors(`${base}/kiosk/doors`)) {
      const { answered, arrived } = await browser.touches(`${base}/kiosk/doors`, door, runs);
      rows.push({ what: `touch: ${door}`, ...shown(answered, "answered"), ...shown(arrived, "next screen") });
    }
    const { answered, arrived } = await browser.touches(plain.url, plain.door, runs);
    rows.push({
      what: "ceiling: plain pages",
      ...shown(answered, "answered"),
      ...shown(arrived, "next screen"),
    });
    return [...loads, first, bare, ...rows];
  } finally {
    await browser.close();
    plain.close();
    await giftline.stop();
    await database.stop();
  }
}

function shown({ median, worst }: Figure, what = "ready"): Readonly<Record<string, number>> {
  return { [`${what}, ms`]: median, [`${what}, worst`]: worst };
}
