import type { Language } from "#server/domain/language.ts";

// One of what was posted in the plural: "tarps" -> "tarp", "cajas de leche" -> "caja de leche". Meant for the things of
// a camp, not for all words: an odd form is understood, and a word it does not know stays as it was written.
const ENGLISH_ODD: ReadonlyMap<string, string> = new Map([
  ["people", "person"],
  ["children", "child"],
  ["men", "man"],
  ["women", "woman"],
  ["knives", "knife"],
  ["loaves", "loaf"],
  ["shelves", "shelf"],
  ["halves", "half"],
  ["scarves", "scarf"],
  ["shoes", "shoe"],
  ["cookies", "cookie"],
  ["movies", "movie"],
  ["pies", "pie"],
  ["ties", "tie"],
  ["hoodies", "hoodie"],
  ["brownies", "brownie"],
  ["smoothies", "smoothie"],
  ["buses", "bus"],
  ["lenses", "lens"],
]);
const ENGLISH_SAME = new Set(
  "gas bus bass glass pants jeans shorts scissors news lens chess dress mattress compass".split(" "),
);
const SPANISH_SAME = new Set(
  "gas mas bus jeans gafas tijeras lunes martes miercoles jueves viernes tres".split(" "),
);

export function isPlural(noun: string, language: Language): boolean {
  return one(noun, language) !== noun;
}

/** `noun` for a single piece. */
export function one(noun: string, language: Language): string {
  return language === "en" ? oneInEnglish(noun) : oneInSpanish(noun);
}

const ENGLISH_HEAD = /^(.*?)([a-z]+)((?:,| of | for | with | to | in | from |\(| - ).*)?$/is;

function oneInEnglish(noun: string): string {
  const match = ENGLISH_HEAD.exec(noun);
  if (match === null) return noun;
  const [, before = "", head = "", after = ""] = match;
  return `${before}${singular(head, ENGLISH_ODD, ENGLISH_SAME, englishEnding)}${after}`;
}

function englishEnding(word: string): string {
  if (/[^aeiou]ies$/i.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz|[^aeiou]o)es$/i.test(word)) return word.slice(0, -2);
  return /[^siu]s$/i.test(word) ? word.slice(0, -1) : word;
}

const SPANISH_HEAD = /^([^,(]*?)((?:,| de | del | para | con | en |\().*)?$/is;

/** Spanish bends the words that go with the noun too: "lonas azules" -> "lona azul". */
function oneInSpanish(noun: string): string {
  const match = SPANISH_HEAD.exec(noun);
  if (match === null) return noun;
  const [, head = "", after = ""] = match;
  const words = head.split(" ").map((word) => singular(word, new Map(), SPANISH_SAME, spanishEnding));
  return `${words.join(" ")}${after}`;
}

function spanishEnding(word: string): string {
  if (/[aeiou]ces$/i.test(word)) return `${word.slice(0, -3)}z`;
  if (/[aeiou][lrnd]es$/i.test(word)) return word.slice(0, -2);
  // Any other consonant before the s is a word of another language: "tarps", "tickets".
  return /[^siu]s$/i.test(word) ? word.slice(0, -1) : word;
}

function singular(
  word: string,
  odd: ReadonlyMap<string, string>,
  same: ReadonlySet<string>,
  ending: (word: string) => string,
): string {
  const lower = word.toLowerCase();
  if (word.length < 4 || same.has(lower)) return word;
  return odd.get(lower) ?? ending(word);
}
