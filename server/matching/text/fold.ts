import anyAscii from "any-ascii";

/** Small plain letters: "¡Mañana!" compares as "!manana!". Other alphabets in Latin letters. */
export function fold(text: string): string {
  return anyAscii(text).toLowerCase();
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    children: "child",
    feet: "foot",
    knives: "knife",
    lives: "life",
    men: "man",
    mice: "mouse",
    people: "person",
    teeth: "tooth",
    wives: "wife",
    women: "woman",
  }),
);

/** The word and what it may be the plural of, in either language, likeliest last. Not all of them are words. */
export function formsOf(word: string): readonly string[] {
  const irregular = IRREGULAR.get(word);
  if (irregular) return [word, irregular];
  if (word.length <= 3 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return [word];
  const bare = word.slice(0, -1);
  if (word.endsWith("ies") && word.length > 4) return [word, bare, `${word.slice(0, -3)}y`];
  if (word.endsWith("ves")) return [word, bare, `${word.slice(0, -3)}f`];
  if (/[aeiou]ces$/.test(word) && word.length > 4) return [word, `${word.slice(0, -3)}z`, bare];
  if (/(?:ch|sh|x|ss|zz|[lnrdj])es$/.test(word) && word.length > 4) return [word, bare, word.slice(0, -2)];
  return [word, bare];
}
