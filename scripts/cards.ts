import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { sheetPdf } from "#kiosk/cards/sheet-pdf.ts";
import type { StockName } from "#kiosk/cards/stocks.ts";
import { activateBatch } from "#server/actions/cards/activate-batch.ts";
import { type Made, type Meaning, makeBatch } from "#server/actions/cards/make-batch.ts";
import { createContext } from "#server/boot.ts";
import { ConfigError, loadConfig } from "#server/config.ts";
import type { Context } from "#server/context.ts";
import { facesOf } from "#server/http/cards/faces.ts";
import { codesOf, factsOf } from "#server/http/organize/card-print.ts";
import { batchOf } from "#server/store/card-batches.ts";

const USAGE = `Usage:
  npm run cards -- --count 20 --sheet avery-5371 --out sheet.pdf --csv codes.csv
    --need "sewing machine" or --gift "hot soup till fri"   what each carries; else they are blank, for a pen
    --where "kitchen tent"                                  where, or whom to ask for
    --language es     --back (a back with what to do)       --nudge=0.5,-1 (mm to the right, mm down)
    --activate                                              live at once; else activate them at /organize/cards
  Sheets: avery-5371, c32011-10, plain-letter, plain-a4`;

const Options = z.object({
  count: z.coerce.number().int().min(1).max(500).default(10),
  sheet: z.enum(["avery-5371", "c32011-10", "plain-letter", "plain-a4"]).default("avery-5371"),
  out: z.string().min(1),
  csv: z.string().min(1).optional(),
  need: z.string().optional(),
  gift: z.string().optional(),
  where: z.string().default(""),
  language: z.enum(["en", "es"]).optional(),
  nudge: z
    .string()
    .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/)
    .default("0,0"),
  back: z.boolean().default(false),
  activate: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

const REFUSALS: Readonly<Record<Extract<Made, { ok: false }>["refusal"], string>> = {
  count: "One to 500 cards.",
  "no-thing": "Say what they carry, in a few words.",
  "no-post": "There is no such post.",
  place: "At most 30 letters for --where.",
};

/** Prints a batch of cards, while the server runs or not. */
async function main(): Promise<number> {
  const options = readOptions();
  if (!options) return fail(USAGE);
  const booted = await createContext({ ...loadConfig(process.env), logLevel: "warn" });
  try {
    return await printBatch(booted.ctx, options);
  } finally {
    await booted.close();
  }
}

function readOptions(): Options | null {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    count: text,
    sheet: text,
    out: text,
    csv: text,
    need: text,
    gift: text,
    where: text,
    language: text,
    nudge: text,
    back: flag,
    activate: flag,
  };
  try {
    const read = Options.safeParse(parseArgs({ options }).values);
    return read.success && !(read.data.need && read.data.gift) ? read.data : null;
  } catch {
    return null;
  }
}

async function printBatch(ctx: Context, options: Options): Promise<number> {
  const { count, where, sheet, out, csv, back } = options;
  const language = options.language ?? ctx.config.defaultLanguage;
  const meaning = meaningOf(options);
  const made = await makeBatch(ctx, "command line", { count, meaning, place: where, language });
  if (!made.ok) return fail(REFUSALS[made.refusal]);
  const batch = await batchOf(ctx.db, made.id);
  const faces = batch && (await facesOf(ctx, batch));
  if (!batch || !faces) throw new Error("The batch that was just made is gone.");
  const [xMm = 0, yMm = 0] = options.nudge.split(",").map(Number);
  const stock: StockName = sheet;
  await writeFile(out, await sheetPdf(faces, { ...factsOf(ctx, batch), stock, nudge: { xMm, yMm }, back }));
  if (csv) await writeFile(csv, codesOf(faces), { mode: 0o600 });
  if (options.activate) await activateBatch(ctx, "command line", made.id);
  const state = options.activate ? "live" : "dead until you activate it at /organize/cards";
  console.log(
    `Batch ${made.id}: ${count} cards in ${out}${csv ? `, their codes in ${csv}` : ""}. It is ${state}.`,
  );
  if (!ctx.config.hasPublicUrl)
    console.log(
      `Their pictures lead to ${ctx.config.publicUrl}: set PUBLIC_URL if phones elsewhere are to open them.`,
    );
  return 0;
}

function meaningOf({ need, gift }: Options): Meaning {
  if (need) return { kind: "need", words: need };
  return gift ? { kind: "gift", words: gift } : { kind: "blank" };
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (fault: unknown) => process.exit(fail(fault instanceof ConfigError ? fault.message : String(fault))),
);
