import { fold } from "./fold.ts";

/** `break`: a comma, a full stop, a line; `join`: & + / that list one thing more. */
export type Gap = "none" | "break" | "join";
export type Token = { readonly text: string; readonly gap: Gap };

const MOST_TOKENS = 60;
const MOST_LETTERS = 400;
const TOKEN =
  /2(?:nite|night|day|mo?ro|morrow|mr[wo])\b|b4\b|gr8\b|l8r?\b|(?:ne|any|some|sum|every)1\b|[a-z]+(?:'[a-z]+)?|\d+(?:[.:]\d+)?(?:st|nd|rd|th)?|[^\sa-z\d]+/g;
const PLAIN = /^[a-z ]*$/;
const BREAK = /[,;.!?\n()[\]{}:|*•]/;
const JOIN = /[&+/]/;

/** A number and what is glued to it are two tokens: "50ft", "x3", "9am". Bounded on any text. */
export function tokensOf(text: string): readonly Token[] {
  // Nearly every term of the lexicon: nothing in it to even out.
  if (text.length <= MOST_LETTERS && PLAIN.test(text))
    return text
      .split(" ")
      .filter(Boolean)
      .slice(0, MOST_TOKENS)
      .map((word) => ({ text: word, gap: "none" }));
  // Without its tilde the word would be the article.
  const folded = fold(text.slice(0, MOST_LETTERS).replace(/\buñas?(?!\p{L})/giu, "unhas"))
    .replace(/\ba\/c\b/g, "ac")
    .replace(/\bd&d\b/g, "dnd")
    .replace(/[\r\n]+/g, " ; ")
    .replace(/\b(\d+)\s+1\/2/g, "$1.5")
    .replace(/(\d)in\b/g, "$1 inch")
    .replace(/n't\b/g, "nt")
    .replace(/'(?:ll|ve|re|m|d)\b/g, "")
    .replace(/\bw\/\s?o\b/g, " without ")
    .replace(/\bw\//g, " with ")
    .replace(/\bb\/c\b/g, " because ")
    .slice(0, 2 * MOST_LETTERS);
  const tokens: Token[] = [];
  let gap: Gap = "none";
  for (const [found] of folded.matchAll(TOKEN)) {
    if (tokens.length === MOST_TOKENS) break;
    if (/[a-z\d]/.test(found)) {
      tokens.push({ text: found.replace(/'s$/, "").replace("'", ""), gap });
      gap = "none";
    } else if (BREAK.test(found)) gap = "break";
    else if (JOIN.test(found) && gap === "none") gap = "join";
  }
  return tokens;
}
