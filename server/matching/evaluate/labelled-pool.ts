import { z } from "zod";

const Gift = z.object({ kind: z.literal("gift"), id: z.string(), text: z.string() });
const Need = z.object({
  kind: z.literal("need"),
  id: z.string(),
  text: z.string(),
  lang: z.string().optional(),
  tags: z.array(z.string()).default([]),
  /** Gifts that a reasonable organizer would connect; absent where nobody labelled the pool. */
  relevant: z.array(z.string()).optional(),
  /** Arguable, taken out before scoring. */
  maybe: z.array(z.string()).default([]),
});
const Row = z.discriminatedUnion("kind", [Gift, Need]);

type Gift = z.infer<typeof Gift>;
export type Need = z.infer<typeof Need>;
export type LabelledPool = { readonly gifts: readonly Gift[]; readonly needs: readonly Need[] };

/** Reads needs and gifts, a JSON object a line. Throws with the line's number on anything else. */
export function parsePool(text: string): LabelledPool {
  const rows = text.split("\n").flatMap((line, index) => (line.trim() ? [rowOf(line, index + 1)] : []));
  return {
    gifts: rows.filter((row) => row.kind === "gift"),
    needs: rows.filter((row) => row.kind === "need"),
  };
}

function rowOf(line: string, number: number): z.infer<typeof Row> {
  try {
    return Row.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Line ${number} is no need or gift.`, { cause });
  }
}
