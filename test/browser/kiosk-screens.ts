import { GUARDS } from "#test/meta/guards.ts";
import type { LongCamp } from "./kiosk-camp.ts";

/** Whose number stands for `:id` in an address. */
const OWNERS: readonly (readonly [under: RegExp, owner: keyof LongCamp])[] = [
  [/^\/kiosk\/days\//, "gathering"],
  [/^\/kiosk\/groups\//, "group"],
  [/^\/kiosk\/board\//, "post"],
];

/** What is there for nobody: the one screen of a fault that is meant. */
const NOWHERE = "/kiosk/nowhere";

/** Questions of these are asked one after the other, in their own style. */
const MORE: readonly string[] = [
  "/kiosk/days?days=week",
  "/kiosk/days?days=tomorrow",
  "/kiosk/groups/time?interest=driving",
  "/kiosk/groups/found?interest=driving&time=any&company=any",
  "/kiosk/posts/gift",
  NOWHERE,
];

/** Every screen of the kiosk that can be asked for, as paths: what the routes are, so that a new one is among them. */
export async function kioskScreens(url: string, camp: LongCamp): Promise<readonly string[]> {
  const routes = Object.keys(GUARDS).filter((route) => /^GET \/kiosk(?:\/|$)/.test(route));
  const paths = routes.map((route) => filled(route.replace("GET ", ""), camp));
  const all = [...paths, `/kiosk/days/${camp.cancelled}`, ...MORE];
  const kept = await Promise.all(all.map(async (path) => ((await isScreen(url + path)) ? [path] : [])));
  return kept.flat();
}

/** With what may stand for each part that is left open: a number of the camp's, the first of several words, any sort. */
function filled(path: string, camp: LongCamp): string {
  const owner = OWNERS.find(([under]) => under.test(path))?.[1];
  return path.replace(/:(\w+)(?:\{([^}]*)\})?/g, (_, name: string, pattern = "") => {
    if (name === "id") return owner === undefined ? "1" : String(camp[owner]);
    return pattern.startsWith("[") ? "bed" : (pattern.split("|")[0] ?? "");
  });
}

/** Throws where a screen is looked for and another one, of a fault, is found. */
async function isScreen(address: string): Promise<boolean> {
  const answer = await fetch(address, { redirect: "manual" });
  const text = await answer.text();
  const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
  if (isPage && answer.status !== 200 && !address.endsWith(NOWHERE))
    throw new Error(`${answer.status} at ${address}`);
  return isPage && text.includes("data-screen=");
}
