import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { javascriptOf } from "#server/node/javascript.mjs";

test("what was made of a file is kept for the next start, and half of it is not believed", () => {
  const folder = mkdtempSync(join(tmpdir(), "giftline-types-"));
  const file = join(folder, "kind.ts");
  const text = `export const kind: string = "${folder}";\n`;
  const sum = createHash("sha256").update(text).digest("hex");
  const kept = fileURLToPath(
    new URL(`../../node_modules/.cache/giftline/${process.versions.node}-${sum}.js`, import.meta.url),
  );
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    rmSync(kept);
  });
  writeFileSync(file, text);
  const script = text.replace(": string", "        ");
  expect(javascriptOf(file)).toBe(script);
  expect(readFileSync(kept, "utf8")).toBe(script);
  writeFileSync(kept, script.slice(0, 10));
  expect(javascriptOf(file)).toBe(script);
  expect(readFileSync(kept, "utf8")).toBe(script);
});
