import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import type { Booted } from "../../context.ts";
import { allows, type OrganizeEnv } from "./session.ts";

export const QUEUES_PATH = "/organize/queues";

/** What its pages need beyond ours: links of their own base, and styles that their scripts write. */
export const QUEUES_CSP = { baseUri: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"] };

/** The queues and their jobs, to look at only. Jobs carry ids and nothing of people. */
export function queueRoutes({ ctx, queues }: Pick<Booted, "ctx" | "queues">): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  let board: Promise<Hono> | undefined;
  routes.use(allows("see-queues"));
  routes.get("/*", async (c) => {
    board ??= loadBoard(queues, ctx.config.nodeName);
    const answer = await (await board).fetch(c.req.raw, c.env);
    if (!answer.headers.get("content-type")?.startsWith("text/html")) return answer;
    return c.html(withoutForeignFonts(await answer.text()));
  });
  return routes;
}

/** Loaded when somebody looks: most processes never need it. */
async function loadBoard(queues: Booted["queues"], title: string): Promise<Hono> {
  const [{ createBullBoard }, { HonoAdapter }] = await Promise.all([
    import("@bull-board/api"),
    import("@bull-board/hono"),
  ]);
  const pages = new HonoAdapter(serveStatic);
  pages.setBasePath(QUEUES_PATH);
  createBullBoard({
    queues: [...(await queues.toLookAt())],
    serverAdapter: pages,
    options: { uiConfig: { boardTitle: title } },
  });
  return new Hono().route(QUEUES_PATH, pages.registerPlugin());
}

/** A camp may have no way out, and nobody else is to know who looks at its queues. */
function withoutForeignFonts(page: string): string {
  return page.replace(/<link [^>]*href="https?:[^>]*>/g, "");
}
