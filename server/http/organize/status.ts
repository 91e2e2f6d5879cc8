import { Hono } from "hono";
import { statusPage } from "#kiosk/organize/status.ts";
import { badSigns } from "#server/domain/signs.ts";
import { lookAtState } from "../../actions/look-at-state.ts";
import type { Context } from "../../context.ts";
import { frameOf, shownTime } from "./frame.ts";
import { allows, type OrganizeEnv } from "./session.ts";

const GB = 1e9;

/** How the installation stands, for organizers. */
export function statusRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("see-state"));
  routes.get("/", async (c) => {
    const state = await lookAtState(ctx);
    const { haltedCode, jobs, texts, segments, lastBackup, disk } = state;
    const now = ctx.now();
    const bad = badSigns(
      {
        haltedCode,
        oldestJob: jobs.oldest,
        oldestText: texts.oldestDue,
        textsInDoubt: texts.inDoubt,
        segmentsToday: segments.today,
        warnedFrom: segments.warnedFrom,
        lastBackup,
        disk,
      },
      now,
    );
    const when = (at: Date | null) => at && shownTime(ctx, c, at);
    const { language } = c.var;
    const gigabytes = (bytes: number) =>
      (bytes / GB).toLocaleString(language, { maximumFractionDigits: bytes < 10 * GB ? 1 : 0 });
    return c.html(
      statusPage({
        frame: frameOf(ctx, c),
        at: shownTime(ctx, c, now),
        bad,
        carrier: ctx.carrier.name,
        haltedCode,
        jobs: { count: jobs.count, since: when(jobs.oldest) },
        texts: { ...texts, since: when(texts.oldestDue) },
        segments,
        lastBackup: when(lastBackup),
        disk: disk && { free: gigabytes(disk.freeBytes), size: gigabytes(disk.sizeBytes) },
      }),
    );
  });
  return routes;
}
