import { ALARM_WITHIN_MS } from "#server/domain/card-guess.ts";
import { CODES_DAY_MS } from "#server/domain/sign-in.ts";
import { dayOf, plusDays } from "#server/domain/wall-clock.ts";
import { WISH_MS } from "#server/domain/wish.ts";
import type { Context } from "../context.ts";
import { forgetMisses } from "../store/card-misses.ts";
import { deletePosts, deleteStrangers, forgetBodies } from "../store/forget.ts";
import { forgetLateScans } from "../store/late-scans.ts";
import { forgetDays } from "../store/segment-days.ts";
import { deleteOldSessions } from "../store/sessions.ts";
import { deleteOldSignIns } from "../store/sign-ins.ts";
import { forgetWishes } from "../store/wishes.ts";

const HOUR_MS = 3_600_000;
/** As long as a number is not used again: until then an old post may be asked about, or reopened by STILL. */
const KEPT_MS = 7 * 24 * HOUR_MS;
const DAYS_COUNTED = 31;

/**
 * Job: words of texts go after MESSAGE_RETENTION_HOURS, posts a week after they closed, people a week after
 * their last text when nothing of theirs is left, codes, links, browsers, tries at the door, wrong guesses and late scans once
 * they are over. Returns when to look again.
 */
export async function forgetTexts(ctx: Context): Promise<Date> {
  const now = ctx.now().getTime();
  await forgetBodies(ctx.db, new Date(now - ctx.config.messageRetentionHours * HOUR_MS));
  await deletePosts(ctx.db, new Date(now - KEPT_MS));
  await deleteStrangers(ctx.db, new Date(now - KEPT_MS));
  await deleteOldSessions(ctx.db, ctx.now());
  // The codes of a day are counted.
  await deleteOldSignIns(ctx.db, new Date(now - CODES_DAY_MS));
  await forgetLateScans(ctx.db, new Date(now - KEPT_MS));
  await forgetMisses(ctx.db, new Date(now - ALARM_WITHIN_MS));
  await forgetWishes(ctx.db, { words: new Date(now - WISH_MS), all: new Date(now - KEPT_MS) });
  await ctx.limits.forget();
  await forgetDays(ctx.db, plusDays(dayOf(ctx.now(), ctx.config.timeZone), -DAYS_COUNTED));
  return new Date(now + HOUR_MS);
}
