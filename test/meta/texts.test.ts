import { expect, test } from "vitest";
import { readCommand } from "#sms/read-command.ts";
import { foundIn, section, textOf } from "./repository.ts";

const table = section(textOf("README.md"), "## What people can text");
const rows = [...table.matchAll(/^\| (.*[`"].*?) \| (.*?) \| .* \|$/gm)].map(
  ([, english = "", spanish = ""]) => {
    const texts = foundIn(`${english} ${spanish}`, /[`"]([^`"]+)[`"]/g);
    return { first: texts[0], texts };
  },
);

test("the README's table has texts to try", () => {
  expect(rows.length).toBeGreaterThan(15);
});

test.each(rows)("all texts beside $first in the README mean one thing, and it is understood", ({ texts }) => {
  const verbs = new Set(texts.map((body) => readCommand({ body, mediaCount: 0 }).command.verb));
  expect(verbs.size).toBe(1);
  expect([...verbs]).not.toContain("other");
});
