import { Hono } from "hono";
import { LANGUAGES } from "#server/domain/language.ts";
import type { Context } from "../../context.ts";
import { listGroups } from "../../store/groups.ts";
import { ASSETS_VERSION, KIOSK_FILES, workerOf } from "../assets.ts";
import type { KioskEnv } from "./env.ts";

/** What anybody may read, in every language; what it links to is kept with it. */
const SCREENS = [
  "/doors",
  "/person",
  "/card",
  "/groups",
  "/groups/all",
  "/days",
  "/map",
  "/board",
  "/posts",
  "/posts/need/type",
  "/posts/gift/type",
];
/** What a screen shows when it cannot send. */
const HELD = ["/card/waits", "/card/unseen"];

/** What a screen keeps to be read without a server, and the worker that keeps it. */
export function keepRoutes(ctx: Context): Hono<KioskEnv> {
  const routes = new Hono<KioskEnv>();
  routes.get("/keep.json", async (c) => {
    const groups = (await listGroups(ctx.db)).map(({ id }) => `/groups/${id}`);
    return c.json({
      version: ASSETS_VERSION,
      screens: ["/kiosk", "/kiosk/language", ...inAll([...SCREENS, ...groups])],
      held: inAll(HELD),
      files: ["/kiosk/size.css", ...KIOSK_FILES],
    });
  });
  routes.get("/worker.js", (c) => {
    c.header("content-type", "text/javascript; charset=utf-8");
    c.header("service-worker-allowed", "/kiosk");
    return c.body(workerOf());
  });
  return routes;
}

function inAll(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => LANGUAGES.map((language) => `/kiosk${path}?lang=${language}`));
}
