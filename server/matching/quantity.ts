const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  un: 1,
  una: 1,
  uno: 1,
  two: 2,
  dos: 2,
  three: 3,
  tres: 3,
  four: 4,
  cuatro: 4,
  five: 5,
  cinco: 5,
  six: 6,
  seis: 6,
  seven: 7,
  siete: 7,
  eight: 8,
  ocho: 8,
  nine: 9,
  nueve: 9,
  ten: 10,
  diez: 10,
  dozen: 12,
  docena: 12,
};
const NUMBER = `(\\d{1,3}|${Object.keys(WORDS).join("|")})`;
/** A number before one of these is a size or a time, not a count. */
const NOT_COUNTED =
  "(?!\\s*(?:[ap]\\.?m\\b|:|/|%|ft\\b|feet\\b|foot\\b|in\\b|inch|cm\\b|mm\\b|m\\b|lbs?\\b|kg\\b|oz\\b|gal|lit|l\\b|v\\b|w\\b|volt|watt|amp|hrs?\\b|hours?\\b|horas?\\b|min|days?\\b|dias?\\b|weeks?\\b|semanas?\\b|yr|year|year|anos?\\b|años?\\b|miles?\\b|millas?\\b|th\\b|st\\b|nd\\b|rd\\b|\\d|[-.]\\d))";

const HAVE = new RegExp(
  `[,;.]?\\s*\\b(?:i\\s+|we\\s+)?(?:have|got|tengo|tenemos|hay)\\s+${NUMBER}(?:\\s+of\\s+(?:them|these))?\\s*[.!]?$`,
  "i",
);
const TIMES_END = /[,;]?\s*(?:\bx\s?(\d{1,3})|\((\d{1,3})\)|\b(\d{1,3})x)\s*$/i;
const COUPLE = /^(?:a couple(?: of)?|un par de|pair of|a pair of)\s+/i;
const LEADING = new RegExp(
  `^(?:x\\s?)?${NUMBER}\\b${NOT_COUNTED}(?:\\s*x)?\\s+(?:of\\s+|de\\s+)?(?=\\p{L})`,
  "iu",
);

/** Takes the count out of a thing's words: "2 tarps", "tarps, have 3", "tarps x3"; null when nobody counted. */
export function takeQuantity(words: string): { rest: string; quantity: number | null } {
  const have = HAVE.exec(words);
  if (have && have.index > 0) return { rest: words.slice(0, have.index), quantity: countOf(have[1]) };
  const times = TIMES_END.exec(words);
  if (times && times.index > 0)
    return { rest: words.slice(0, times.index), quantity: countOf(times[1] ?? times[2] ?? times[3]) };
  const couple = COUPLE.exec(words);
  if (couple) return { rest: words.slice(couple[0].length), quantity: 2 };
  const leading = LEADING.exec(words);
  if (leading) return { rest: words.slice(leading[0].length), quantity: countOf(leading[1]) };
  return { rest: words, quantity: null };
}

function countOf(text: string | undefined): number | null {
  const value = WORDS[(text ?? "").toLowerCase()] ?? Number(text);
  return value > 0 ? value : null;
}
