import type { Command } from "#sms/command.ts";
import { COURTESIES } from "#sms/common-words.ts";
import { type Word, wordsAfter } from "#sms/fold.ts";
import type { Keyword } from "#sms/keywords.ts";
import { type NamedNumber, readCode, readNumber } from "#sms/numbers.ts";

/** A keyword found in a text, with the words of the text after it. */
export type Found = {
  readonly keyword: Keyword;
  readonly word: Word;
  readonly after: readonly Word[];
  readonly text: string;
};

/** The command that the keyword makes of the text; null when its words show that it is none ("done with my shift"). */
export function readVerb(found: Found): Command | null {
  const { keyword, text, word } = found;
  const { verb } = keyword;
  switch (verb) {
    case "need":
    case "gift":
      return { verb, words: wordsAfter(text, word).replace(/^of\s+/i, "") };
    case "unclear":
      return isSmallTalk(found) ? null : { verb, options: ["need", "gift"], words: wordsAfter(text, word) };
    case "group":
    case "agenda":
    case "cast":
      return { verb, words: wordsAfter(text, word) };
    case "leave":
      return NOT_A_GROUP.has(found.after[0]?.text ?? "") ? null : { verb, words: wordsAfter(text, word) };
    case "card":
      return readCard(found);
    case "drop":
    case "done":
    case "still":
    case "mute":
    case "cancel":
      return readNumbered(found, verb);
    case "mine":
      return NOT_A_LIST.has(found.after[0]?.text ?? "") ? null : { verb };
    case "menu":
    case "language":
      return { verb };
    case "news":
      return isOnlyCourtesy(found.after) ? { verb, on: true } : null;
    default:
      return verb satisfies never;
  }
}

const SMALL_TALK = new Set(
  "to not you been no had fun any question questions great nice good problem idea nothing hambre frio que mucho gusto".split(
    " ",
  ),
);
const NOT_A_GROUP = new Set(
  "it me this that them us you your my tomorrow today now soon ya early late at in on by for a some here there a de".split(
    " ",
  ),
);
const NOT_A_LIST = new Set("is are was were has have will would too also es son can and".split(" "));
const NO_NUMBER_YET = new Set(
  "it all that this them lo la eso esto todo it open needed need post".split(" "),
);
const UNITS = new Set(
  "am pm degrees minutes minute min mins hours hour days people oclock grados horas personas".split(" "),
);

/** "I have a question" offers nothing. */
function isSmallTalk({ after }: Found): boolean {
  const first = after[0]?.text === "a" || after[0]?.text === "una" ? after[1] : after[0];
  return SMALL_TALK.has(first?.text ?? "");
}

/** A card names its code; without one the word is just a word, unless it stands alone or before other digits. */
function readCard({ text, word, after }: Found): Command | null {
  const rest = wordsAfter(text, word).replace(/^(?:no|number|code|codigo|#)[.:\s]*/i, "");
  const found = readCode(rest);
  if (found !== null) return { verb: "card", ...found };
  if (after.length === 0) return { verb: "card", code: "", words: "" };
  const digits = rest.replace(/[\s-]/g, "");
  return /^[0-9]+$/.test(digits) ? { verb: "card", code: digits, words: "" } : null;
}

function readNumbered(found: Found, verb: "drop" | "done" | "still" | "mute" | "cancel"): Command | null {
  const { after, text, word } = found;
  const code = verb === "done" ? readCode(wordsAfter(text, word)) : null;
  if (code !== null) return { verb: "done-card", code: code.code };
  const named = readNumber(after);
  if (named !== null && !UNITS.has(named.after[0]?.text ?? "")) {
    const said = verb === "still" ? newWords(found, named) : "";
    if (said !== "") return { verb: "change", number: named.number, words: said };
    return { verb: verb === "cancel" ? "drop" : verb, number: named.number };
  }
  if (verb === "cancel") return null;
  const rest = after.filter((next) => !NO_NUMBER_YET.has(next.text));
  return isOnlyCourtesy(rest) ? { verb, number: null } : null;
}

const BUT =
  /^[\s:,.-]*(?:(?:but|now|only|i|we|need|gift|its|is|pero|ahora|solo|necesito|regalo|es|son)\s+)+/i;
/** Said of a post that stays as it is: "yes we still have them", "todavía lo necesito". */
const KEEPING = new Set(
  `i we they still have got need want keep up available one more again longer for a an week day days month and also
  is are its im not done yet here on list listed active valid true gift
  todavia aun sigo seguimos sigue siguen tengo tenemos necesito necesitamos quiero queremos lo los las abierto abierta
  disponible por para una semana mas dias mes y activo activa regalo necesidad esta estan`.split(/\s+/),
);

/** "STILL 47 3 tarps" says what the post is from now on; "STILL 47 yes we need it" does not. */
function newWords({ text }: Found, { at, after }: NamedNumber): string {
  const saysMore = after.some(
    ({ text }) =>
      !COURTESIES.has(text) && !NO_NUMBER_YET.has(text) && !KEEPING.has(text) && !/^[0-9]+$/.test(text),
  );
  return saysMore ? wordsAfter(text, at).replace(BUT, "") : "";
}

function isOnlyCourtesy(words: readonly Word[]): boolean {
  return words.every((word) => COURTESIES.has(word.text));
}
