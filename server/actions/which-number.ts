import type { Context } from "../context.ts";
import { linesWith } from "../store/introductions.ts";
import { livePostsOf } from "../store/posts.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

const MOST_NUMBERS = 6;

/** A verb that needs a number came without one: names the numbers it could mean. */
export async function whichNumber(
  ctx: Context,
  visit: Visit,
  verb: "drop" | "done" | "still" | "mute",
): Promise<Outcome> {
  const numbers =
    verb === "mute"
      ? (await linesWith(ctx.db, visit.personId, ctx.now())).map((line) => line.number)
      : (await livePostsOf(ctx.db, visit.personId, ctx.now())).map((post) => post.number);
  return answer({ key: "whichNumber", verb, numbers: numbers.slice(0, MOST_NUMBERS) });
}
