import { numberNamed } from "../quantity.ts";

/** For how many people something is: "8 man tent", "family of 5", "sleeps 4", "solo"; null when nobody said. */
export function capacityOf(words: readonly string[]): number | null {
  const text = words.map((word) => countedBy(word) ?? word).join(" ");
  const found =
    /\b(\d{1,3}) ?(?:man|person|people|ppl|persons|pers|personas?|adults|adultos)\b/.exec(text) ??
    /\b(?:family|familia|group|grupo|party) (?:of |de )?(\d{1,3})\b/.exec(text) ??
    /\b(\d{1,3}) of us\b/.exec(text) ??
    /\b(?:sleeps|fits|holds|caben|seats) (\d{1,3})\b/.exec(text) ??
    /\b(\d{1,3}) (?:open |free |empty |extra |more )?(?:seats?|spots?|asientos?|lugares?|plazas?)\b/.exec(
      text,
    ) ??
    /\bsomos (\d{1,3})\b/.exec(text) ??
    /\b(?:for|para|pa) (\d{1,3})\b(?! ?(?:am|pm|days?|dias?|nights?|noches?|hours?|horas?|weeks?|semanas?|months?|meses|years?|yr|yo|anos?|dollars?|pesos|bucks)\b)/.exec(
      text,
    );
  if (found) return Number(found[1]);
  return /\b(?:solo hike|solo tent|one man|one person|single person|for one|para una persona)\b/.test(text)
    ? 1
    : null;
}

/** "one" and "a" are said of too much to count by. */
function countedBy(word: string): number | null {
  const value = numberNamed(word);
  return value !== null && value > 1 ? value : null;
}
