import { expect, test } from "vitest";
import { VAULT_TABLES } from "#server/store/vault-columns.ts";
import { filesLike, inOrder, textOf } from "./repository.ts";

/** Bytes that no key has made, and what says which key it is. */
const OTHER_BYTES = ["camp_maps.picture", "key_state.chain", "key_state.proof"];

test("every column that the key makes is made anew when the key changes", () => {
  const known = VAULT_TABLES.flatMap(({ table, sealed, hashed }) =>
    Object.keys({ ...sealed, ...hashed }).map((column) => `${table}.${column}`),
  );
  expect(inOrder([...known, ...OTHER_BYTES])).toEqual(inOrder(bytesInSchema()));
});

function bytesInSchema(): readonly string[] {
  return textOf("prisma/schema.prisma")
    .split(/^model /m)
    .slice(1)
    .flatMap((model) => {
      const table = /@@map\("(\w+)"\)/.exec(model)?.[1] ?? "";
      return [...model.matchAll(/^ {2}(\w+)\s+Bytes\b(?:.*@map\("(\w+)"\))?/gm)].map(
        ([, field, column]) => `${table}.${column ?? field}`,
      );
    });
}

/** Made before a version was out in the world. */
const BEFORE_RULE = "20261128050000";
/** What takes away, renames or narrows what the version before this one uses: it runs on until the last process is new. */
const NARROWING =
  /\b(DROP\s+(TABLE|COLUMN|FUNCTION|TYPE|SCHEMA)|RENAME|SET\s+NOT\s+NULL|ALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE|TRUNCATE)\b/i;
/** A new column that the version before this one would have to fill. */
const MUST_FILL = /ADD\s+COLUMN(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i;

test.each(
  filesLike("prisma/migrations/*/migration.sql").filter((file) => (file.split("/")[2] ?? "") > BEFORE_RULE),
)("%s leaves what an older running version needs", (file) => {
  const sql = textOf(file).replaceAll(/^\s*--.*$/gm, "");
  expect(NARROWING.exec(sql)?.[0]).toBeUndefined();
  expect(MUST_FILL.exec(sql)?.[0]).toBeUndefined();
});
