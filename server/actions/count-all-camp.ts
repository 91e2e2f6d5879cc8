import { mostOfADay } from "#server/domain/broadcast.ts";
import { nextDay, startOfDay } from "#server/domain/quiet-hours.ts";
import type { Context } from "../context.ts";
import { allCampBetween, lockAllCamp } from "../store/broadcasts.ts";

/**
 * How many others to the whole camp this one's people get on the camp's day at which it starts; null when it does not
 * go to the whole camp. The answer holds until the transaction ends.
 */
export async function countAllCamp(ctx: Context, id: number, startsAt: Date): Promise<number | null> {
  const { timeZone } = ctx.config;
  await lockAllCamp(ctx.db);
  const [from, to] = [startOfDay(startsAt, timeZone), nextDay(startsAt, timeZone)];
  const all = await allCampBetween(ctx.db, id, from, to);
  const own = all.find((each) => each.id === id);
  if (!own) return null;
  return mostOfADay(
    own.language,
    all.filter((each) => each !== own).map(({ language }) => language),
  );
}
