import { existsSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { filesLike, foundIn, root, textOf } from "./repository.ts";

const pages = filesLike("*.md", "docs/**/*.md");

test.each(pages)("every link of %s leads somewhere", (page) => {
  const links = foundIn(textOf(page), /\]\(([^)\s]+)\)/g).filter((link) => !/^(https?|mailto):/.test(link));
  expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

test.each(pages)("every file that %s names is there", (page) => {
  const paths = /`((?:server|sms|kiosk|prisma|scripts|test|docs)\/[\w./-]+)`/g;
  const missing = foundIn(textOf(page), paths).filter((path) => !existsSync(`${root}/${path}`));
  expect(missing).toEqual([]);
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path ? posix.join(posix.dirname(page), path) : page;
  if (!existsSync(`${root}/${target}`)) return false;
  return heading === undefined || anchorsOf(textOf(target)).includes(heading);
}

/** As code hosts make them of headings. */
function anchorsOf(page: string): readonly string[] {
  return foundIn(page, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
