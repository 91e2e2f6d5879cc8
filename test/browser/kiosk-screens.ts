import { GUARDS } from "#test/meta/guards.ts";
import type { LongCamp } from "./kiosk-camp.ts";

/** Whose number stands for `:id` in an address. */
const OWNERS: readonly (readonly [under: RegExp, owner: keyof LongCamp])[] = [
  [/^\/kiosk\/days\//, "gathering"],
  [/^\/kiosk\/groups\//, "group"],
  [/^\/kiosk\/(?:posts|board)\//, "post"],
];

/** Questions of these are asked one after the other, in their own style. */
const MORE: readonly string[] = ["/kiosk/days?days=week", "/kiosk/days?days=tomorrow", "/kiosk/nowhere"];

/** Every screen of the kiosk that can be asked for, as paths: what the routes are, so that a new one is among them. */
export async function kioskScreens(url: string, camp: LongCamp): Promise<readonly string[]> {
  const routes = Object.keys(GUARDS).filter((route) => /^GET \/kiosk(?:\/|$)/.test(route));
  const paths = routes.map((route) => filled(route.replace("GET ", ""), camp));
  const all = [...paths, `/kiosk/days/${camp.cancelled}`, ...MORE];
  const kept = await Promise.all(all.map(async (path) => ((await isScreen(url + path)) ? [path] : [])));
  return kept.flat();
}

function filled(path: string, camp: LongCamp): string {
  const owner = OWNERS.find(([under]) => under.test(path))?.[1];
  return path.replace(/:\w+/g, owner === undefined ? "1" : String(camp[owner]));
}

async function isScreen(address: string): Promise<boolean> {
  const answer = await fetch(address, { redirect: "manual" });
  const text = await answer.text();
  return (answer.headers.get("content-type") ?? "").startsWith("text/html") && text.includes("data-screen=");
}
