import { HIDDEN_NUMBER } from "#server/domain/mask.ts";
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

/** "anyone want a tent?" is a tent. */
const ASKING =
  /^[¿¡\s]*(?:(?:hi|hey|hola),?\s+)?(?:(?:does|do)\s+)?(?:any\s?(?:one|body)|some(?:one|body)|who|alguien|qui[eé]n)\s+(?:(?:here|else|aqu[ií])\s+)?(?:wants?|needs?|could use|has|have|got|quiere|necesita|ocupa|tiene|tendr[aá])\s+(?:(?:a|an|any|some|un|una|algun|alguna)\s+)?(?<thing>.*?)[?\s]*$/iu;

/** Without the signs that cutting left at the ends. */
function tidy(words: string): string {
  const bare = words
    .replace(ASKING, "$<thing>")
    .replace(/\s+([,.;])/g, "$1")
    .replace(/^[\s,.;:!?\-–]+|[\s,;:\-–]+$/g, "")
    .replace(/\s{2,}/g, " ");
  return /\p{L}/u.test(bare.replaceAll(HIDDEN_NUMBER, "")) ? bare.replace(/(?<!\.)\.$/, "") : "";
}
