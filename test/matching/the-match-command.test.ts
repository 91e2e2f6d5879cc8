import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "#test/meta/repository.ts";

const run = promisify(execFile);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "giftline-match-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const POOL = [
  { kind: "gift", id: "g1", text: "grandmas quilts, 2" },
  { kind: "gift", id: "g2", text: "tent pegs" },
  { kind: "need", id: "n1", lang: "en", tags: [], text: "blnkts", relevant: ["g1"], maybe: [] },
  { kind: "need", id: "n2", lang: "es", tags: ["nomatch"], text: "carpa", relevant: [], maybe: [] },
];

function match(...args: string[]) {
  return run(process.execPath, ["scripts/match.ts", ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: folder },
  });
}

test("a pool goes in, a line a need comes out, with who would be asked and why; labels give measures", async () => {
  const [pool, out] = [join(folder, "pool.jsonl"), join(folder, "ranked.jsonl")];
  writeFileSync(pool, POOL.map((row) => JSON.stringify(row)).join("\n"));
  const { stderr } = await match(pool, "--out", out);
  const lines = readFileSync(out, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      need: "n1",
      ranked: [["g1", expect.any(Number)]],
      send: ["g1"],
      why: { g1: expect.stringContaining("blanket") },
    },
    expect.objectContaining({ need: "n2", send: [] }),
  ]);
  expect(stderr).toMatch(/^all +2 +1\.000/m);
  expect(stderr).toMatch(/nomatch/);
});

test("what is no pool is refused in plain words", async () => {
  await expect(match()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Usage: npm run match"),
  });
  await expect(match(join(folder, "nowhere.jsonl"))).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("There is no file"),
  });
  const wrong = join(folder, "wrong.jsonl");
  writeFileSync(wrong, `{"kind":"gift","id":"g1","text":"tent"}\n{"kind":"boat"}`);
  await expect(match(wrong)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Line 2") });
});
