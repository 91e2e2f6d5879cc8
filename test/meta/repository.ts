import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The files that match, by their paths from the root; what Prisma generates is nobody's to check. */
export function filesLike(...patterns: readonly string[]): readonly string[] {
  return inOrder(globSync(patterns, { cwd: root, exclude: ["server/store/generated/**"] }));
}

export function inOrder(names: Iterable<string>): readonly string[] {
  return [...names].sort((a, b) => a.localeCompare(b, "en"));
}

export function textOf(path: string): string {
  return readFileSync(`${root}/${path}`, "utf8");
}

/** What the first group of `pattern` finds, once each, in order. */
export function foundIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ""))];
}

/** The part of a page under one of its headings, to the next of the same rank; cells of tables without their padding. */
export function section(page: string, heading: string): string {
  const rank = /^#+ /.exec(heading)?.[0] ?? "";
  const [, after] = page.split(`\n${heading}\n`);
  if (after === undefined) throw new Error(`no heading "${heading}"`);
  return (after.split(`\n${rank}`)[0] ?? "").replaceAll(/ +\|/g, " |");
}
