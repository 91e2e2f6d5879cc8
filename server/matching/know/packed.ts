/** The entries of a map in a third of its memory, found a few times slower: all keys are one string, in order. */
export type Packed<T> = {
  readonly keys: string;
  /** Where each key begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly values: readonly (T | undefined)[];
};

export function pack<T>(map: ReadonlyMap<string, T>): Packed<T> {
  const sorted = [...map.keys()].sort((a, b) => (a < b ? -1 : 1));
  const starts = new Uint32Array(sorted.length + 1);
  for (const [at, key] of sorted.entries()) starts[at + 1] = (starts[at] ?? 0) + key.length;
  return { keys: sorted.join(""), starts, values: sorted.map((key) => map.get(key)) };
}

export function findPacked<T>({ keys, starts, values }: Packed<T>, key: string): T | undefined {
  const keyAt = (at: number) => keys.slice(starts[at], starts[at + 1]);
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyAt(middle) < key) low = middle + 1;
    else high = middle;
  }
  return low < values.length && keyAt(low) === key ? values[low] : undefined;
}
