import { Hono } from "hono";
import { homePage } from "#kiosk/organize/home.ts";
import type { Context } from "../../context.ts";
import { comingGatherings } from "../../store/gatherings.ts";
import { openInboxCounts } from "../../store/inbox.ts";
import { unsentCounts } from "../../store/outbound-texts.ts";
import { openPostCounts } from "../../store/posts.ts";
import { haltedCodes } from "../../store/senders.ts";
import { frameOf, shownTime } from "./frame.ts";
import type { OrganizeEnv } from "./session.ts";

const NEXT = 6;

/** The first page of the console: for every role. */
export function homeRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.get("/", async (c) => {
    const [inbox, open, unsent, halted, next] = await Promise.all([
      openInboxCounts(ctx.db),
      openPostCounts(ctx.db),
      unsentCounts(ctx.db),
      haltedCodes(ctx.db),
      comingGatherings(ctx.db, ctx.now(), NEXT),
    ]);
    return c.html(
      homePage({
        frame: frameOf(ctx, c),
        inbox,
        ...open,
        unsent: unsent.reduce((sum, { count }) => sum + count, 0),
        haltedCode: halted[0] ?? null,
        next: next.map(({ startsAt, ...each }) => ({ ...each, when: shownTime(ctx, c, startsAt) })),
      }),
    );
  });
  return routes;
}
