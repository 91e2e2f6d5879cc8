const WORDS: ReadonlyMap<string, number> = new Map(
  [
    "a an one un una uno",
    "two dos",
    "three tres",
    "four cuatro",
    "five cinco",
    "six seis",
    "seven siete",
    "eight ocho",
    "nine nueve",
    "ten diez",
    "eleven once",
    "twelve doce dozen docena",
  ].flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
);
const TENS: ReadonlyMap<string, number> = new Map([
  ["fifteen", 15],
  ["quince", 15],
  ["twenty", 20],
  ["veinte", 20],
  ["thirty", 30],
  ["treinta", 30],
  ["forty", 40],
  ["cuarenta", 40],
  ["fifty", 50],
  ["cincuenta", 50],
]);
const NUMBER = `(\\d{1,3}|${[...WORDS.keys(), ...TENS.keys()].join("|")})`;
/** A number before one of these is a size or a time, not a count. */
const NOT_COUNTED =
  "(?!\\s*(?:[ap]\\.?m\\b|:|/|%|ft\\b|feet\\b|foot\\b|in\\b|inch|cm\\b|mm\\b|m\\b|lbs?\\b|kg\\b|oz\\b|gal|lit|l\\b|v\\b|w\\b|volt|watt|amp|hrs?\\b|hours?\\b|horas?\\b|min|days?\\b|dias?\\b|weeks?\\b|semanas?\\b|yr|year|year|anos?\\b|años?\\b|people\\b|persons?\\b|personas?\\b|ppl\\b|man\\b|pers\\b|pack\\b|miles?\\b|millas?\\b|th\\b|st\\b|nd\\b|rd\\b|\\d|[-.]\\d))";

const HAVE = new RegExp(
  `[,;.]?\\s*\\b(?:i\\s+|we\\s+)?(?:have|got|tengo|tenemos|hay)\\s+${NUMBER}(?:\\s+of\\s+(?:them|these))?\\s*[.!]?$`,
  "i",
);
const TIMES_END = /[,;]?\s*(?:\bx\s?(\d{1,3})|\((\d{1,3})\)|\b(\d{1,3})x)\s*$/i;
const COUPLE = /^(?:(?:a )?couple(?: of)?|un par de|pair of|a pair of)\s+/i;
const DOZEN = /^(?:(half(?: a)?|media)|an?|una|one|1)?\s*(?:dozen|docena)\s+(?:of\s+|de\s+)?(?=\p{L})/iu;
/** "i have 3 tents", "about 10 chairs", "2 or 3 tents": what stands before a count. */
const BEFORE =
  /^(?:i |we )?(?:have|got|tengo|tenemos|hay|about|around|some|unas|unos|como)\s+(?=\d)|^\d{1,3}\s?(?:or|to|o|a|-)\s?(?=\d{1,3}\s)/i;
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
  const dozen = DOZEN.exec(words);
  if (dozen) return { rest: words.slice(dozen[0].length), quantity: dozen[1] ? 6 : 12 };
  const counted = words.replace(BEFORE, "");
  const leading = LEADING.exec(counted);
  if (leading) return { rest: counted.slice(leading[0].length), quantity: countOf(leading[1]) };
  return { rest: words, quantity: null };
}

/** The number that a word names, in either language; null when it names none. */
export function numberNamed(word: string): number | null {
  return WORDS.get(word) ?? TENS.get(word) ?? null;
}

function countOf(text: string | undefined): number | null {
  const value = numberNamed((text ?? "").toLowerCase()) ?? Number(text);
  return value > 0 ? value : null;
}
