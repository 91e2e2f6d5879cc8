/** A page of a list; one that is not there is the first. */
export function pageOf<T>(all: readonly T[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = page < pages ? page : 0;
  return { part: all.slice(at * size, (at + 1) * size), pages, at };
}
