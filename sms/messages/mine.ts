import type { Language } from "#server/domain/language.ts";
import { toGsm7 } from "#sms/gsm.ts";
import { listed } from "#sms/messages/describe.ts";
import type { Phrase, Speech } from "#sms/messages/saying.ts";
import type { MineItem } from "#sms/messages/sayings/posts.ts";
import { cut, ONE_SEGMENT } from "#sms/segments.ts";

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
  const rest = items.slice(from);
  let shown = Math.min(1, rest.length);
  while (shown < rest.length) {
    const next = rest.slice(0, shown + 1);
    if (lengthOf(mineList(next, next.length < rest.length, language, speech)) > ONE_SEGMENT) break;
    shown += 1;
  }
  return { shown };
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

function lengthOf(phrase: Phrase): number {
  if (typeof phrase === "string") return toGsm7(phrase).length;
  return toGsm7(phrase.before).length + toGsm7(phrase.long).length + toGsm7(phrase.after).length;
}
