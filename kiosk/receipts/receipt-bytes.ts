import ReceiptPrinterEncoder from "@point-of-sale/receipt-printer-encoder";

/** One line of a slip: `big` for digits and numbers, `rule` between parts. */
export type ReceiptLine =
  | { readonly kind: "title" | "big" | "words"; readonly words: string }
  | { readonly kind: "rule" };

export type PaperMm = "58" | "80";

/** Letters a line: 203 dots an inch, 12 dots a letter. */
const COLUMNS = { "58": 32, "80": 48 } as const satisfies Record<PaperMm, number>;
/** What people write may hold signs that a printer takes for orders: they stay out. */
const ORDERS = /\p{Cc}/gu;

/**
 * A slip as ESC/POS, for a receipt printer on paper 58 or 80 mm wide: for agendas and receipts that last a month, not
 * for cards. Ends with a cut.
 */
export function receiptBytes(lines: readonly ReceiptLine[], paper: PaperMm): Uint8Array {
  const columns = COLUMNS[paper];
  const printer = new ReceiptPrinterEncoder({
    language: "esc-pos",
    columns,
    errors: "relaxed",
    feedBeforeCut: 4,
  });
  printer.initialize().codepage("auto");
  for (const line of lines) {
    if (line.kind === "rule") printer.rule({ style: "single" });
    else print(printer, line.kind, line.words.replace(ORDERS, " "), columns);
  }
  return printer.newline().cut("partial").encode();
}

function print(
  printer: ReceiptPrinterEncoder,
  kind: "title" | "big" | "words",
  words: string,
  columns: number,
): void {
  const scale = kind === "big" ? 2 : 1;
  for (const part of wrapped(words, Math.floor(columns / scale)))
    printer
      .bold(kind !== "words")
      .size(scale, scale)
      .line(part)
      .size(1, 1)
      .bold(false);
}

/** At spaces; a longer word is cut. */
function wrapped(words: string, most: number): readonly string[] {
  const parts = words.match(new RegExp(`\\S{${most}}|\\S+`, "g")) ?? [];
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= most)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}
