import { expect, test } from "vitest";
import { VAULT_TABLES } from "#server/store/vault-columns.ts";
import { inOrder, textOf } from "./repository.ts";

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
