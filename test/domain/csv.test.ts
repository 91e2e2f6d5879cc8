import fc from "fast-check";
import { expect, test } from "vitest";
import { readTable, writeTable } from "#server/domain/csv.ts";

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom(
    "=1+1",
    "+1",
    "-2",
    "@SUM(A1)",
    "\tx",
    "'=x",
    "''-x",
    "it's",
    "'",
    'a "b", c',
    "line\nbreak",
    "ñandú;",
  ),
);
const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });

test("what is written is read back, cell by cell", () => {
  fc.assert(
    fc.property(rows, (table) => {
      const read = readTable(writeTable(["a", "b", "c"], table));
      const back = read?.lines.map(({ cells }) => [...cells.values()]);
      expect(back).toEqual(table.filter((row) => row.some((each) => each !== "")));
    }),
  );
});

test("no cell of a written table begins as a formula", () => {
  fc.assert(
    fc.property(cell, (words) => {
      const [, written = ""] = writeTable(["a"], [[words]]).split(/\n(.*)/s);
      expect(written.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test.each([
  ["commas", "name,place\nKitchen,Tent"],
  ["semicolons", "Name;Place\r\nKitchen;Tent\r\n"],
  ["tabs", "\uFEFFname\tplace\n\nKitchen\tTent"],
])("a table with %s is read by its columns", (_, text) => {
  const line = readTable(text)?.lines[0];
  expect(Object.fromEntries(line?.cells ?? [])).toEqual({ name: "Kitchen", place: "Tent" });
});

test("quotation marks that never end make no table", () => {
  expect(readTable('name\n"Kitchen')).toBeNull();
});
