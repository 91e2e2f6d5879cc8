import type { Command, Reading } from "#sms/command.ts";
import { COURTESIES, FILLERS } from "#sms/common-words.ts";
import { type Alarm, readAlarm } from "#sms/emergency.ts";
import { clean, fold, type Word, wordsOf } from "#sms/fold.ts";
import { FORGIVEN_KEYWORDS, KEYWORDS, type Keyword } from "#sms/keywords.ts";
import { isCodeSender, isMachine } from "#sms/machines.ts";
import { meantBy } from "#sms/mistyped.ts";
import { readCode, readDigit, readRelay } from "#sms/numbers.ts";
import { type Found, readVerb } from "#sms/read-verb.ts";
import { type Reserved, readReserved } from "#sms/reserved.ts";

/** What a text asks for. Total: every text has exactly one reading, however long or strange it is. */
export function readCommand({ body }: { body: string; mediaCount: number }): Reading {
  const text = clean(body);
  if (text === "") return { command: { verb: "empty" }, language: null };
  const words = wordsOf(text);
  const folded = words.map((word) => word.text).join(" ");

  const found = findKeyword(text, words);
  const reserved = readReserved(body, folded);
  if (reserved?.byCarrier) return ofReserved(reserved);
  const alarm = readAlarm(folded, isAside(found));
  if (alarm !== null) return ofAlarm(alarm);
  if (reserved !== null) return ofReserved(reserved);

  const numbered = readNumbers(text, words);
  if (numbered !== null) return isCodeSender(folded) ? MACHINE : { command: numbered, language: null };
  const said = found === null ? null : readVerb(found);
  if (found !== null && said !== null) return { command: said, language: found.keyword.language };
  // Last, so that a person's "NEED a phone, mine is not in service" is a need.
  if (isMachine(fold(text), folded)) return MACHINE;
  return { command: { verb: "other", words: text }, language: null };
}

const MACHINE: Reading = { command: { verb: "machine" }, language: null };

function ofReserved({ verb, byCarrier, wording, language }: Reserved): Reading {
  switch (verb) {
    case "stop":
    case "start":
    case "help":
      return { command: { verb, byCarrier, wording }, language };
    case "wipe":
    case "menu":
      return { command: { verb }, language };
    case "news-on":
    case "news-off":
      return { command: { verb: "news", on: verb === "news-on" }, language };
    default:
      return verb satisfies never;
  }
}

function ofAlarm({ wording, language }: Alarm): Reading {
  return { command: { verb: "emergency", wording }, language };
}

const ASIDE: ReadonlySet<string> = new Set(["gift", "group", "agenda", "cast"]);

function isAside(found: Found | null): boolean {
  return found !== null && ASIDE.has(found.keyword.verb);
}

function readNumbers(text: string, words: readonly Word[]): Command | null {
  if (!/[0-9]/.test(text)) return null;
  const digit = readDigit(words);
  if (digit !== null) return { verb: "digit", digit };
  const card = readCode(text);
  if (card !== null) {
    const isDone = /^(?:done|listo)[.!]*$/i.test(card.words);
    return isDone ? { verb: "done-card", code: card.code } : { verb: "card", ...card };
  }
  const relay = readRelay(text);
  return relay === null ? null : { verb: "relay", ...relay };
}

/** The first word that counts, when it is a keyword or nearly one. */
function findKeyword(text: string, words: readonly Word[]): Found | null {
  const at = words.findIndex((word) => !FILLERS.has(word.text));
  const word = words[at];
  if (word === undefined) return null;
  const after = words.slice(at + 1);
  const exact = KEYWORDS.get(word.text);
  if (exact === undefined) return findMistyped({ text, word, after });
  const found = { text, word, after, keyword: exact };
  return exact.verb === "unclear" || exact.verb === "still" ? (findClearer(found) ?? found) : found;
}

/** "I want to gift 3 tarps" and "still need tarps" say it in their next word; "still need 47" does not. */
function findClearer({ text, after, keyword }: Found): Found | null {
  const next = findKeyword(text, after);
  if (next === null) return null;
  const { verb } = next.keyword;
  if (verb !== "need" && verb !== "gift" && verb !== keyword.verb) return null;
  const thing = next.after.filter((word) => !COURTESIES.has(word.text) && !PRONOUNS.has(word.text));
  const isNumber =
    keyword.verb === "still" && thing.length === 1 && /^[1-9][0-9]+$/.test(thing[0]?.text ?? "");
  return isNumber || thing.length === 0 ? null : next;
}

const PRONOUNS: ReadonlySet<string> = new Set(["it", "them", "this", "lo", "la", "los", "las"]);

function findMistyped(at: { text: string; word: Word; after: readonly Word[] }): Found | null {
  const isAlone = at.after.every((word) => COURTESIES.has(word.text));
  const meant = meantBy(at.word.text, FORGIVEN_KEYWORDS)
    .map((name) => KEYWORDS.get(name))
    .filter((keyword) => keyword !== undefined)
    .filter(({ forgiven }) => forgiven === "always" || isAlone);
  const [first, ...others] = meant;
  if (first === undefined) return null;
  if (others.every(({ verb }) => verb === first.verb)) return { ...at, keyword: agreed(first, others) };
  const isPost = meant.every(({ verb }) => verb === "need" || verb === "gift");
  return isPost ? { ...at, keyword: { ...agreed(first, others), verb: "unclear" } } : null;
}

function agreed(first: Keyword, others: readonly Keyword[]): Keyword {
  return others.every(({ language }) => language === first.language) ? first : { ...first, language: null };
}
