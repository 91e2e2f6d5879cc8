import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { root, textOf } from "./repository.ts";

/** Runs the audit with an npm that answers this. */
function auditWith(answer: string): { readonly code: number | null; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), "giftline-audit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "answer.json"), answer);
  writeFileSync(join(folder, "npm"), `#!/bin/sh\ncat "$(dirname "$0")/answer.json"\nexit 1\n`);
  chmodSync(join(folder, "npm"), 0o755);
  const { status, stdout } = spawnSync(process.execPath, [join(root, "scripts/audit.mjs")], {
    env: { PATH: `${folder}:${dirname(process.execPath)}:/usr/bin:/bin` },
    encoding: "utf8",
  });
  return { code: status, said: stdout };
}

const report = (counts: Record<string, number>) => ({
  auditReportVersion: 2,
  vulnerabilities: { tar: { name: "tar", severity: "high", range: "<9", fixAvailable: true } },
  metadata: { vulnerabilities: { low: 0, moderate: 0, high: 0, critical: 0, total: 0, ...counts } },
});

test.each([
  ["a high one fails", report({ high: 1, total: 1 }), 1, "FAILED: 1 high or critical, 0 less"],
  ["a critical one fails", report({ critical: 2, total: 3 }), 1, "FAILED: 2 high or critical, 1 less"],
  ["a lesser one is named", report({ moderate: 1, total: 1 }), 0, "ok: 0 high or critical, 1 less"],
  ["no advisories: it says so, and claims nothing", { message: "405 Method Not Allowed" }, 0, "NOT DONE"],
])("%s", (_, answer, code, said) => {
  const audit = auditWith(JSON.stringify(answer));
  expect(audit.code).toBe(code);
  expect(audit.said).toContain(said);
});

test("an answer that is none is no clean bill", () => {
  expect(auditWith("<html>").said).toContain("NOT DONE");
});

test("continuous integration asks before it tests", () => {
  expect(textOf(".ci/run")).toMatch(/node scripts\/audit\.mjs\n[\s\S]*npm test/);
});
