/** Lets transactions through, and holds them while the key changes. */
export type Gate = {
  pass<T>(work: () => Promise<T>): Promise<T>;
  /** Lets nobody in from here on; resolves when the last one is out. */
  shut(): Promise<void>;
  open(): void;
};

export function createGate(): Gate {
  let inside = 0;
  let opening: PromiseWithResolvers<void> | null = null;
  let leaving: PromiseWithResolvers<void> | null = null;
  return {
    async pass(work) {
      while (opening) await opening.promise;
      inside++;
      try {
        return await work();
      } finally {
        inside--;
        if (inside === 0) {
          leaving?.resolve();
          leaving = null;
        }
      }
    },
    async shut() {
      opening ??= Promise.withResolvers();
      if (inside === 0) return;
      leaving ??= Promise.withResolvers();
      await leaving.promise;
    },
    open() {
      opening?.resolve();
      opening = null;
    },
  };
}
