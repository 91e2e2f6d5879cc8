import { loadKnowledge } from "#server/knowledge.ts";
import { judge, type Verdict } from "#server/matching/judge/judge.ts";
import { ASK_FROM, probabilityOf } from "#server/matching/probability.ts";
import { type Reading, readPost } from "#server/matching/text/read-post.ts";

/** What the program knows, without any camp's own words. */
export const knowledge = loadKnowledge(null);

export const readNeed = (text: string): Reading => readPost(text, "need", knowledge);
export const readGift = (text: string): Reading => readPost(text, "gift", knowledge);

export function judged(need: string, gift: string): Verdict {
  return judge(readNeed(need), readGift(gift), knowledge);
}

/** Whether the giver would be asked. */
export function isAsked(need: string, gift: string): boolean {
  return probabilityOf(judged(need, gift).score) >= ASK_FROM;
}

/** What the first item of a text is, first guess first. */
export function thingOf(reading: Reading): readonly string[] {
  return reading.items[0]?.heads[0]?.names ?? [];
}
