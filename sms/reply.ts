import type { Language } from "#server/domain/language.ts";
import { plainPunctuation, toGsm7 } from "#sms/gsm.ts";
import { en } from "#sms/messages/en.ts";
import { es } from "#sms/messages/es.ts";
import { isWhole, shownOnPage } from "#sms/messages/fitting.ts";
import type { Catalogue, Phrase, Saying, Sayings, Speech } from "#sms/messages/saying.ts";
import { countSegments, fitted, isGsm7, ONE_SEGMENT } from "#sms/segments.ts";

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, es };

/**
 * The text that says it: one segment of GSM-7. Only words relayed between people stay in their own alphabet, in at
 * most three segments.
 */
export function say(saying: Saying, language: Language, speech: Speech): string {
  if (saying.key === "relay") return relayed(`${saying.line}: ${saying.words}`);
  const phrase = phraseOf(saying.key, saying, CATALOGUES[language], speech);
  if (typeof phrase === "string") return fitted(toGsm7(phrase));
  return fitted({
    before: toGsm7(phrase.before),
    long: toGsm7(phrase.long).trim(),
    after: toGsm7(phrase.after),
  });
}

/** Digits 1 to 8 are for what a list shows, 9 for more of it. */
const MOST_ON_A_PAGE = 8;

/** A list's items from `from` on that fit one text, and where the next page begins; null on the last. */
export function pageOf<Item>(
  items: readonly Item[],
  from: number,
  sayingOf: (page: readonly Item[], more: boolean) => Saying,
  language: Language,
  speech: Speech,
  most = MOST_ON_A_PAGE,
): { readonly page: readonly Item[]; readonly next: number | null } {
  const start = from < items.length ? from : 0;
  const shown = shownOnPage(items, start, most, (page, more) => {
    const saying = sayingOf(page, more);
    return isWhole(phraseOf(saying.key, saying, CATALOGUES[language], speech));
  });
  const end = start + shown;
  return { page: items.slice(start, end), next: end < items.length ? end : null };
}

const FOR: Readonly<Record<Language, string>> = { en: "For", es: "Para" };
/** With its word before it as long as the longest name of a camp, in whose place it stands. */
export const HANDLE_ROOM = 15;

/** The same to a phone that several people share, or to be read out: opened by whom it is for. */
export function sayTo(handle: string, saying: Saying, language: Language, speech: Speech): string {
  const nodeName = `${FOR[language]} ${toGsm7(handle).slice(0, HANDLE_ROOM).trim()}`;
  if (saying.key === "relay") return relayed(`${nodeName}, ${saying.line}: ${saying.words}`);
  return say(saying, language, { ...speech, voice: { ...speech.voice, nodeName } });
}

function phraseOf<K extends keyof Sayings>(
  key: K,
  facts: Sayings[K],
  catalogue: Catalogue,
  speech: Speech,
): Phrase {
  return catalogue[key](facts, speech);
}

const UCS2_SEGMENTS = 3;
const UCS2_ROOM = 67 * UCS2_SEGMENTS;

function relayed(written: string): string {
  const text = plainPunctuation(written);
  const [segments, room] = isGsm7(text) ? [1, ONE_SEGMENT] : [UCS2_SEGMENTS, UCS2_ROOM];
  if (countSegments(text) <= segments) return text;
  const letters = [...LETTERS.segment(text.slice(0, room))].map(({ segment }) => segment);
  let cut = "";
  do {
    letters.pop();
    cut = `${letters.join("").trimEnd()}..`;
  } while (letters.length > 0 && countSegments(cut) > segments);
  return cut;
}

/** Whole letters, so that a cut leaves no half of an emoji. */
const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });
