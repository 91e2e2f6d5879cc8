import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { createMetrics } from "#server/metrics.ts";
import { foundIn, textOf } from "./repository.ts";

const Rule = z
  .object({
    alert: z.string().regex(/^Giftline\w+$/),
    expr: z.string(),
    for: z
      .string()
      .regex(/^\d+[mh]$/)
      .optional(),
    labels: z.object({ severity: z.enum(["page", "warn"]) }),
    annotations: z.object({ summary: z.string(), do: z.string() }),
  })
  .strict();
const File = z.object({ groups: z.array(z.object({ name: z.string(), rules: z.array(Rule).min(1) })) });

const rules = File.parse(parse(textOf("docs/alerts.yml"))).groups.flatMap((group) => group.rules);
const kept = await createMetrics().registry.getMetricsAsJSON();
/** A histogram is asked for by its parts. */
const names = new Set(kept.flatMap(({ name }) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]));

test.each(rules)("$alert asks for figures that there are", ({ expr }) => {
  const asked = foundIn(expr, /\b(giftline_\w+)/g);
  expect(asked.length > 0 || expr.startsWith("up{")).toBe(true);
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
  const open = expr.replace(/[^(){}[\]]/g, "");
  expect(balanced(open), expr).toBe("");
});

test("no alert has another's name, and each says what to do", () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { annotations } of rules) expect(annotations.do).toMatch(/[.?]$/);
});

test("what is spent, halted, late, forged, full or not backed up has its alert", () => {
  const asked = rules.map(({ expr }) => expr).join("\n");
  for (const name of [
    "giftline_segments_today",
    "giftline_sender_halted",
    "giftline_oldest_due_job_seconds",
    "giftline_webhooks_refused_total",
    "giftline_disk_free_bytes",
    "giftline_last_backup_timestamp_seconds",
    "giftline_answer_seconds_bucket",
  ])
    expect(asked).toContain(name);
});

/** What is left of brackets when pairs are taken out. */
function balanced(brackets: string): string {
  const fewer = brackets.replace(/\(\)|\[\]|\{\}/g, "");
  return fewer === brackets ? brackets : balanced(fewer);
}
