import type { Language } from "#server/domain/language.ts";
import { listed } from "#sms/messages/describe.ts";
import { isWhole, shownOnPage } from "#sms/messages/fitting.ts";
import type { Phrase, Speech } from "#sms/messages/saying.ts";
import type { MineItem } from "#sms/messages/sayings/posts.ts";
import { cut } from "#sms/segments.ts";

type Wording = {
  readonly need: string;
  readonly gift: string;
  readonly line: string;
  readonly more: string;
  readonly next: string;
};

const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: {
    need: "NEED",
    gift: "GIFT",
    line: "line",
    more: "9 for more.",
    next: "Text DROP, DONE or STILL + number.",
  },
  es: {
    need: "NECESITO",
    gift: "REGALO",
    line: "linea",
    more: "9 para mas.",
    next: "Manda QUITAR, LISTO o SIGUE y el numero.",
  },
};

/** Things are cut to this in a list, so that one long post does not hide the others. */
const THING_ROOM = 30;

/** How many of `items`, from `from` on, the answer to MINE shows on one page: at least one while there are any. */
export function pageOfMine(
  items: readonly MineItem[],
  language: Language,
  speech: Speech,
  from = 0,
): { shown: number } {
  const fits = (page: readonly MineItem[], more: boolean) => isWhole(mineList(page, more, language, speech));
  return { shown: shownOnPage(items, from, items.length, fits) };
}

export function mineList(
  items: readonly MineItem[],
  more: boolean,
  language: Language,
  speech: Speech,
): Phrase {
  const { more: moreWords, next } = WORDINGS[language];
  return {
    before: `${speech.voice.nodeName}: `,
    long: items.map((item) => itemOf(item, language)).join("; "),
    after: more ? `. ${moreWords} ${next}` : `. ${next}`,
  };
}

/** "47 NEED 2 tarps (line 81)". */
function itemOf({ number, kind, post, lines }: MineItem, language: Language): string {
  const wording = WORDINGS[language];
  const short = cut(listed(kind, post, language), THING_ROOM);
  const open =
    lines.length === 0
      ? ""
      : ` (${wording.line} ${lines.slice(0, 3).join(", ")}${lines.length > 3 ? ".." : ""})`;
  return `${number} ${wording[kind]} ${short}${open}`;
}
