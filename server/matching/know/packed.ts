/** What a lookup asks of a map. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, "get" | "has">;

/** The same entries in a third of the memory, a few times slower: all keys are one string, in order, to be halved until found. */
export function packed<T>(map: ReadonlyMap<string, T>): Lookup<T> {
  const { keys, starts, values } = laidOut(map);
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

/** Apart, because what looks up would hold on to the map with it. */
function laidOut<T>(map: ReadonlyMap<string, T>) {
  const sorted = [...map.keys()].sort();
  const starts = new Uint32Array(sorted.length + 1);
  for (const [at, key] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + key.length;
  return { keys: sorted.join(""), starts, values: sorted.map((key) => map.get(key)) };
}
