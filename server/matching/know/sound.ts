const SAME: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/ck/g, "k"],
  [/qu(?=[eiy])/g, "k"],
  [/sch|sh/g, "x"],
  [/c(?=[eiy])|z/g, "s"],
  [/ll/g, "y"],
  [/ght/g, "t"],
  [/gn|kn/g, "n"],
  [/wr/g, "r"],
  [/ch/g, "x"],
  [/[cq]/g, "k"],
  [/v/g, "b"],
  [/g(?=[ei])/g, "j"],
  [/(?<!^)h|^h(?=[aeiou])/g, ""],
  [/(.)\1+/g, "$1"],
];

/** How a word sounds, roughly, in both languages: consonants alone but for the first letter. "fone" as "phone". */
export function soundOf(word: string): string {
  const plain = SAME.reduce((text, [from, to]) => text.replace(from, to), word);
  return (
    plain.slice(0, 1) +
    plain
      .slice(1)
      .replace(/[aeiouy]/g, "")
      .replace(/(.)\1+/g, "$1")
  );
}
