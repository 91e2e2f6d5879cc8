import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { filesLike, foundIn, root, textOf } from "./repository.ts";

const Package = z.object({ scripts: z.record(z.string(), z.string()), license: z.string() });
const { scripts, license } = Package.parse(JSON.parse(textOf("package.json")));

test.each(Object.entries(scripts))("npm run %s runs files that are there", (_, command) => {
  const files = command.split(" ").filter((word) => /\.(mjs|ts)$/.test(word));
  expect(files).not.toEqual([]);
  expect(files.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
});

test.each(filesLike("*.md", "docs/**/*.md", ".env.example"))("%s names only commands that exist", (page) => {
  const named = foundIn(textOf(page), /\bnpm (?:run )?((?<=run )[\w:-]+|start\b|test\b)/g);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("the README tells of every command", () => {
  const readme = textOf("README.md");
  const spoken = (name: string) => (name === "start" || name === "test" ? `npm ${name}` : `npm run ${name}`);
  expect(Object.keys(scripts).filter((name) => !readme.includes(spoken(name)))).toEqual([]);
});

test("the licence that package.json names is the one that lies here", () => {
  expect(license).toBe("AGPL-3.0-only");
  expect(textOf("LICENSE")).toMatch(/^\s*GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3,/);
});
