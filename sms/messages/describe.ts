import type { Language } from "#server/domain/language.ts";
import type { PostKind, PostWords } from "#server/domain/post.ts";
import { toGsm7 } from "#sms/gsm.ts";
import { isPlural, one } from "#sms/messages/nouns.ts";
import type { Speech } from "#sms/messages/saying.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const UNTIL: Readonly<Record<Language, string>> = { en: "till", es: "hasta el" };
const NOTHING: Readonly<Record<Language, string>> = { en: "something", es: "algo" };

/** Quantity and thing of a need: "2 tarps". */
export function counted(post: PostWords, language: Language): string {
  return post.quantity === null
    ? thing(post, language)
    : countNoun(post.quantity, thing(post, language), language);
}

/** ", till Fri" with its joint before it; nothing where the post has no end. */
export function till(joint: string, post: PostWords, language: Language, speech: Speech): string {
  if (post.until === null) return "";
  return `${joint}${UNTIL[language]} ${dayOf(post.until, language, speech, post.untilTimed)}`;
}

/** What a gift says after its thing: ", 3" and its end. */
export function giftTail(post: PostWords, language: Language, speech: Speech): string {
  return `${isCounted(post) ? `, ${post.quantity}` : ""}${till(", ", post, language, speech)}`;
}

/** A post in a list, without its end: "2 tarps", "tarps, 3". */
export function listed(kind: PostKind, post: PostWords, language: Language): string {
  if (kind === "need" || !isCounted(post)) return counted(post, language);
  return `${thing(post, language)}, ${post.quantity}`;
}

/** One piece of a gift goes without saying. */
function isCounted({ quantity }: PostWords): boolean {
  return quantity !== null && quantity > 1;
}

/** "1 tarp", "3 tarps". */
export function countNoun(count: number, noun: string, language: Language): string {
  return `${count} ${count === 1 ? one(noun, language) : noun}`;
}

export function isSeveral(post: PostWords, language: Language): boolean {
  return post.quantity === null ? isPlural(post.thing, language) : post.quantity > 1;
}

/** The thing itself; a post of signs only the phone alphabet lacks is still called something. */
export function thing(post: PostWords, language: Language): string {
  return toGsm7(post.thing).trim() || NOTHING[language];
}

/** "Fri", "Fri 5pm", and more than 6 days away "Fri 4 Dec". */
export function dayOf(at: Date, language: Language, { now, voice }: Speech, timed: boolean): string {
  const parts = partsOf(at, language, voice.timeZone);
  const isFar = at.getTime() - now.getTime() > 6 * DAY_MS;
  const day = isFar ? `${parts.weekday} ${parts.day} ${parts.month}` : parts.weekday;
  return timed ? `${day} ${parts.time}` : day;
}

/** "8am", "5:30pm". */
export function timeOf(at: Date, language: Language, { voice }: Speech): string {
  return partsOf(at, language, voice.timeZone).time;
}

const NEAR_MS = 20 * 60 * 60 * 1000;

/** "8am" within a day of now, or of a moment that was named before it; else "Fri 8am", "Fri 4 Dec 8am". */
export function momentOf(at: Date, language: Language, speech: Speech, named: Date | null = null): string {
  const isNear = at.getTime() - (named ?? speech.now).getTime() < NEAR_MS;
  return isNear ? timeOf(at, language, speech) : dayOf(at, language, speech, true);
}

type Parts = {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly time: string;
};

function partsOf(at: Date, language: Language, timeZone: string): Parts {
  const found = new Map(
    formatterOf(language, timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => toGsm7(found.get(type) ?? "").replace(".", "");
  const hour = Number(part("hour"));
  const minutes = part("minute") === "00" ? "" : `:${part("minute")}`;
  const time = `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? "am" : "pm"}`;
  return { weekday: part("weekday"), day: part("day"), month: part("month"), time };
}

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** Kept, because building one takes far longer than using it. */
function formatterOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const kept = FORMATTERS.get(key);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "es", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  FORMATTERS.set(key, made);
  return made;
}
