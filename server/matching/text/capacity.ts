const NUMBERS: Readonly<Record<string, string>> = {
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  dos: "2",
  tres: "3",
  cuatro: "4",
  cinco: "5",
  seis: "6",
};

/** For how many people something is: "8 man tent", "family of 5", "sleeps 4", "solo"; null when nobody said. */
export function capacityOf(words: readonly string[]): number | null {
  const text = words.map((word) => NUMBERS[word] ?? word).join(" ");
  const found =
    /\b(\d{1,3}) ?(?:man|person|people|ppl|persons|pers|personas?|adults|adultos)\b/.exec(text) ??
    /\b(?:family|familia|group|grupo|party) (?:of |de )?(\d{1,3})\b/.exec(text) ??
    /\b(\d{1,3}) of us\b/.exec(text) ??
    /\b(?:sleeps|fits|holds|caben|seats) (\d{1,3})\b/.exec(text) ??
    /\bsomos (\d{1,3})\b/.exec(text) ??
    /\b(?:for|para|pa) (\d{1,3})\b(?! ?(?:am|pm|days?|dias?|nights?|noches?|hours?|horas?|weeks?|semanas?|months?|meses|years?|yr|yo|anos?|dollars?|pesos|bucks)\b)/.exec(
      text,
    );
  if (found) return Number(found[1]);
  return /\b(?:solo hike|solo tent|one man|one person|single person|for one|para una persona)\b/.test(text)
    ? 1
    : null;
}
