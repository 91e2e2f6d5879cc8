/** Whom a thing is for, in years from and to. */
export type Ages = readonly [from: number, to: number];

const GROUPS: readonly (readonly [RegExp, Ages])[] = [
  [/\b(?:newborns?|infants?|preemies?|recien nacidos?)\b/, [0, 1]],
  [/\b(?:baby|babies|bebes?|bb)\b/, [0, 2]],
  [/\b(?:toddlers?|little ones?)\b/, [1, 4]],
  [/\b(?:teens?|teenagers?|adolescentes?|jovenes)\b/, [12, 18]],
  [
    /\b(?:kids?|child|children|girls?|boys?|nin[oa]s?|chamac[oa]s?|chavit[oa]s?|plebes|chiquill[oa]s?|chiquit[oa]s?|escuincles?|huerc[oa]s?|chaval[oa]s?|cipotes?|patoj[oa]s?|crios|nenes?|nenas?|peques|criaturas|chamos|youth|grandkids?|niet[oa]s?|infantil|preschool|kinder)\b/,
    [3, 13],
  ],
  [
    /\b(?:adults?|grown ?ups?|adult[oa]s?|mens?|womens?|ladies|gentlemen|hombres?|mujer(?:es)?|damas?|caballeros?)\b/,
    [15, 99],
  ],
];

const ANY = GROUPS.map(([pattern]) => pattern.source).join("|");
/** "kids and adults", "mens n boys": for the one as for the other. */
const LISTED = new RegExp(`(?:${ANY}) (?:and|n|or|to|y|e|o|u|a) (?:for |para |the |los |las )?(?:${ANY})`);

/** Said of somebody little: "2 meses de renta" is no age. */
const LITTLE =
  /\b(?:old|edad|bab(?:y|ies|ys)|bebes?|nin[oa]s?|hij[oa]s?|son|daughter|grand\w*|niet[oa]s?|ropa|ropita|clothes|onesies?|sizes?|talla|diapers?|panal(?:es)?|formula|infants?|little one)\b/;

const CHILD = /\b(?:nin[oa]s?|kids?|boys?|girls?|escolar(?:es)?|infantil)\b/;

/** The ages that words name: "7 yr old", "grades 3 5", "2 t", "kids"; null when they name none. */
export function agesOf(words: readonly string[]): Ages | null {
  const text = words.join(" ");
  const months = /\b(\d{1,2})(?: (?:to |a )?(\d{1,2}))? ?(months?|mo|meses|mos|m)\b/.exec(text);
  // "size 9 m" is a width.
  const isWidth = months?.[3] === "m" && /\b(?:sizes?|sz|talla|boots?|shoes?|mens?|womens?)\b/.test(text);
  if (months && !isWidth && LITTLE.test(text) && !/\bpregnant|embaraz/.test(text))
    return [Number(months[1]) / 12, Number(months[2] ?? months[1]) / 12];
  const years = /\b(\d{1,2})(?: (?:to |a |y )?(\d{1,2}))? ?(?:years?|yr|yo|y o|anos|ano|anitos)\b/.exec(text);
  if (years && (Number(years[1]) < 18 || /\bold\b|\btiene\b/.test(text)))
    return sane(Number(years[1]), Number(years[2] ?? years[1]));
  const toddler = /\b([2-5]) ?t\b/.exec(text);
  if (toddler) return [Number(toddler[1]) - 1, Number(toddler[1])];
  const grade =
    /\b(?:grades?|grado) (\d{1,2})(?: (\d{1,2}))?\b/.exec(text) ??
    /\b(\d{1,2})(?:st|nd|rd|th|ro|do|to)? (?:graders?|grade|grado)\b/.exec(text);
  if (grade) return [Number(grade[1]) + 4, Number(grade[2] ?? grade[1]) + 6];
  const sized = /\btalla (\d{1,2})(?: (?:a |y |o )?(\d{1,2}))?\b/.exec(text);
  if (sized && CHILD.test(text) && Number(sized[1]) <= 16)
    return [Number(sized[1]) - 1, Number(sized[2] ?? sized[1]) + 1];
  const named =
    /\b(?:ages?|shes|hes|she is|he is|age|edad|tiene) (\d{1,2})\b(?: (?:to |a )?(\d{1,2})\b)?/.exec(text);
  if (named) return sane(Number(named[1]), Number(named[2] ?? named[1]));
  if (/\b(?:high school|preparatoria|prepa|college)\b/.test(text)) return [14, 24];
  return groupOf(text);
}

function groupOf(text: string): Ages | null {
  const groups = GROUPS.filter(([pattern]) => pattern.test(text)).map(([, ages]) => ages);
  const [first] = groups;
  if (!first) return null;
  if (!LISTED.test(text)) return first;
  return [Math.min(...groups.map(([from]) => from)), Math.max(...groups.map(([, to]) => to))];
}

/** Far apart: a thing for the one cannot be for the other. */
export function agesApart(one: Ages, other: Ages): boolean {
  return one[0] > other[1] + slack(other) || other[0] > one[1] + slack(one);
}

function slack(ages: Ages): number {
  return ages[1] <= 2 ? 0.6 : ages[1] < 15 ? 1 : 0;
}

function sane(from: number, to: number): Ages | null {
  return to >= from && to < 100 ? [from, to] : null;
}
