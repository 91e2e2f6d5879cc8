import { describe, expect, test } from "vitest";
import { filesLike, textOf } from "#test/meta/repository.ts";

/**
 * From here on a version that is still running must survive what a newer one does to its database: new tables, columns
 * that are null or have a default, indexes, wider checks. What nothing reads any more goes a version later, and says so
 * in its first line: "-- Nothing has read this since 1.4."
 */
const FIRST = "20261128010000";
const BREAKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["drops what they use", /\bDROP\s+(?:TABLE|FUNCTION|TYPE|SCHEMA)\b|\bTRUNCATE\b/i],
  ["drops a column", /\bDROP\s+COLUMN\b/i],
  ["renames", /\bRENAME\b/i],
  ["changes a column's type", /\bALTER\s+COLUMN\s+\S+\s+(?:SET\s+DATA\s+)?TYPE\b/i],
  ["demands a value that older versions do not write", /\bSET\s+NOT\s+NULL\b/i],
  ["takes away a default that they rely on", /\bDROP\s+DEFAULT\b/i],
  [
    "adds a column that they cannot fill",
    /\bADD\s+COLUMN\b(?=[^,;]*\bNOT\s+NULL\b)(?![^,;]*\b(?:DEFAULT|GENERATED|SERIAL)\b)/i,
  ],
  ["adds a rule to what they write", /\bADD\s+CONSTRAINT\b(?![^;]*\b(?:FOREIGN|PRIMARY)\s+KEY\b)/i],
];

const migrations = filesLike("prisma/migrations/*/migration.sql");
const later = migrations.filter((file) => (file.split("/").at(-2) ?? "") >= FIRST);

function breaksIn(sql: string): readonly string[] {
  if (/^-- Nothing has read this since \d/.test(sql)) return [];
  const created = [...sql.matchAll(/CREATE\s+TABLE\s+"?(\w+)/gi)].map(([, table]) => table);
  const statements = sql.replace(/--.*$/gm, "").split(";");
  const onOld = statements.filter((each) => {
    const table = /ALTER\s+TABLE\s+(?:ONLY\s+)?"?(\w+)/i.exec(each)?.[1];
    return table === undefined ? !/^\s*CREATE/i.test(each) : !created.includes(table);
  });
  return onOld.flatMap((each) => BREAKS.filter(([, pattern]) => pattern.test(each)).map(([what]) => what));
}

test("there are migrations to look at", () => {
  expect(later.length).toBeGreaterThan(3);
});

test.each(later)("a running older version survives %s", (file) => {
  expect(breaksIn(textOf(file))).toEqual([]);
});

describe("what an older version would not survive is seen", () => {
  test.each([
    'ALTER TABLE "posts" DROP COLUMN "words";',
    'DROP TABLE "posts";',
    'ALTER TABLE "posts" RENAME TO "entries";',
    'ALTER TABLE "posts" ALTER COLUMN "words" SET NOT NULL;',
    'ALTER TABLE "posts" ALTER COLUMN "id" TYPE bigint;',
    'ALTER TABLE "posts" ADD COLUMN "mood" text NOT NULL;',
    'ALTER TABLE "posts" ADD COLUMN "a" int DEFAULT 1, ADD COLUMN "mood" text NOT NULL;',
    'ALTER TABLE "posts" ADD CONSTRAINT "short" CHECK (length(words) < 5);',
  ])("%s", (sql) => {
    expect(breaksIn(sql)).not.toEqual([]);
  });

  test.each([
    'CREATE TABLE "moods" (id int NOT NULL); ALTER TABLE "moods" ADD CONSTRAINT "m" CHECK (id > 0);',
    'ALTER TABLE "posts" ADD COLUMN "mood" text, ADD COLUMN "sure" boolean NOT NULL DEFAULT false;',
    'ALTER TABLE "posts" ADD CONSTRAINT "f" FOREIGN KEY (a) REFERENCES people(id);',
    '-- Nothing has read this since 1.4.\nALTER TABLE "posts" DROP COLUMN "words";',
  ])("but not %s", (sql) => {
    expect(breaksIn(sql)).toEqual([]);
  });
});
