/** A property of which a thing has one value, and the words that say which. */
export type AxisWord = { readonly axis: string; readonly value: string; readonly words: readonly string[] };

/** Reads `axis value: english / spanish`, a value a line. */
export function parseAxes(text: string): readonly AxisWord[] {
  return text.split(/\r?\n/).flatMap((raw) => {
    const line = raw.replace(/(^|\s)#.*$/, "").trim();
    const found = /^(\S+) (\S+): (.*)$/.exec(line);
    const [, axis, value, words] = found ?? [];
    if (axis === undefined || value === undefined || words === undefined) return [];
    return words.split(/[,/]/).map((each) => ({ axis, value, words: each.trim().split(/\s+/) }));
  });
}

/** Reads words that name nothing, any number a line. */
export function parsePlain(text: string): ReadonlySet<string> {
  return new Set(
    text
      .replace(/(^|\s)#.*$/gm, " ")
      .split(/\s+/)
      .filter(Boolean),
  );
}

/** Reads `short = what it stands for`, one a line. */
export function parseShorthand(text: string): ReadonlyMap<string, readonly string[]> {
  const pairs = text.split(/\r?\n/).flatMap((raw): [string, string[]][] => {
    const [short, long] = raw
      .replace(/(^|\s)#.*$/, "")
      .split("=")
      .map((each) => each.trim());
    return short && long ? [[short, long.split(/\s+/)]] : [];
  });
  return new Map(pairs);
}
