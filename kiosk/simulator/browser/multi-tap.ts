/** What a key types, press after press. `1` comes first on its key: it is the answer people give most. */
const CYCLES: Readonly<Record<string, string>> = {
  "1": "1.,?!",
  "2": "abc2",
  "3": "def3é",
  "4": "ghi4",
  "5": "jkl5",
  "6": "mno6ñ",
  "7": "pqrs7",
  "8": "tuv8ü",
  "9": "wxyz9",
  "0": " 0",
  "*": ".,?!'-/:@()+*#",
};
/** After this long the same key begins a new character. */
export const SAME_CHARACTER_MS = 900;

export type Mode = "abc" | "123";
export type Tap = { readonly key: string; readonly step: number; readonly atMs: number };
export type Typed = Tap & { readonly character: string; readonly replaces: boolean };

/** What pressing `key` types after `last`; `replaces`: in the place of what `last` typed. Null for keys that type nothing. */
export function tap(last: Tap | null, key: string, mode: Mode, atMs: number): Typed | null {
  const cycle = mode === "123" && key !== "*" ? key : CYCLES[key];
  if (!cycle) return null;
  const continues = last?.key === key && cycle.length > 1 && atMs - last.atMs < SAME_CHARACTER_MS;
  const step = continues ? (last.step + 1) % cycle.length : 0;
  return { key, step, atMs, character: cycle.charAt(step), replaces: continues };
}
