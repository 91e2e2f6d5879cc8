/** What a lookup asks of a map. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, "get" | "has">;

/** The same entries in a third of the memory, a few times slower: all keys are one string, in order, to be halved until found. */
export function packed<T>(map: ReadonlyMap<string, T>): Lookup<T> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const values = entries.map(([, value]) => value);
  const keys = entries.map(([key]) => key).join("");
  const starts = new Uint32Array(entries.length + 1);
  for (const [at, [key]] of entries.entries()) starts[at + 1] = (starts[at] ?? 0) + key.length;
  const keyAt = (at: number) => keys.slice(starts[at], starts[at + 1]);
  const find = (key: string) => {
    let [low, high] = [0, values.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low < values.length && keyAt(low) === key ? low : -1;
  };
  return { has: (key) => find(key) >= 0, get: (key) => values[find(key)] };
}
