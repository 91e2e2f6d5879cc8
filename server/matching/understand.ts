import type { PostWords } from "#server/domain/post.ts";
import { takeQuantity } from "./quantity.ts";
import { takeUntil } from "./until.ts";

const MOST_LETTERS = 300;

/** Takes a need's or gift's words apart. Total on any string; `thing` is empty when the words name none. */
export function understand(words: string, now: Date, timeZone: string): PostWords {
  const short = words.replace(/\s+/g, " ").trim().slice(0, MOST_LETTERS);
  const { rest: timeless, until, untilTimed } = takeUntil(short, now, timeZone);
  const { rest, quantity } = takeQuantity(timeless.trim());
  const thing = tidy(rest);
  return {
    thing,
    quantity: thing ? quantity : null,
    until,
    untilTimed,
  };
}

/** Without the signs that cutting left at the ends. */
function tidy(words: string): string {
  const bare = words
    .replace(/\s+([,.;])/g, "$1")
    .replace(/^[\s,.;:!?\-–]+|[\s,;:\-–]+$/g, "")
    .replace(/\s{2,}/g, " ");
  return /\p{L}/u.test(bare) ? bare.replace(/(?<!\.)\.$/, "") : "";
}
