import anyAscii from "any-ascii";

/** Words that say nothing about the thing: articles, fillers, days, in English and Spanish. */
const EMPTY = new Set(
  `a an the of for to in on at by with and or some any my our your we i me us you it is are be have has need needs
  want please can could help near from this that these those able will would have got free good nice new old big small
  un una unos unas el la los las de del para por en con y o mi su nuestro algo algun alguna tengo tenemos necesito
  quiero favor puede puedo hay es son muy mas bien gratis
  mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow morning
  mornings afternoon afternoons evening evenings night nights weekend weekends am pm
  lun mar mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo hoy manana mananas tarde tardes
  noche noches`.split(/\s+/),
);
const MOST_TERMS = 24;

/** The words that carry meaning, in plain letters, without endings, in order, each once. */
export function termsOf(words: string): string {
  const all =
    anyAscii(words)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const kept = all.filter((word) => !EMPTY.has(word) && !/^\d+(?:am|pm)?$/.test(word)).map(stem);
  return [...new Set(kept)].slice(0, MOST_TERMS).join(" ");
}

/** Plurals of both languages come down to one form; the rest stays. */
function stem(word: string): string {
  if (word.length <= 3) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|xes|sses|zes)$/.test(word)) return word.slice(0, -2);
  if (/[lnrdj]es$/.test(word) && word.length > 5) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
