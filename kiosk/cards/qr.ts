import QRCode from "qrcode";

/** A row of dark squares that touch, in modules from the symbol's upper left corner. */
type Run = { readonly x: number; readonly y: number; readonly length: number };

export type Qr = {
  /** Modules from edge to edge, without the quiet zone. */
  readonly side: number;
  readonly runs: readonly Run[];
};

/** White modules that a reader needs around the symbol (ISO/IEC 18004). */
export const QUIET_MODULES = 4;
/** What a cheap camera still reads from a worn card, and what is no easier to read if it were larger. */
const LEAST_MODULE_MM = 0.8;
const MOST_MODULE_MM = 1;

/** Level Q: a quarter of the symbol may be dirty. Upper-case addresses take the short, alphanumeric way by themselves. */
export function qrOf(url: string): Qr {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: "Q" });
  const { size: side, data } = modules;
  const runs: Run[] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const start = x;
      while (x < side && data[y * side + x]) x++;
      if (x > start) runs.push({ x: start, y, length: x - start });
    }
  }
  return { side, runs };
}

/** One path for all of the symbol, in modules: a single shape has no hairlines between its rows. */
export function svgPathOf({ runs }: Qr): string {
  return runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join("");
}

/** The same in the language of PDF, to be filled. */
export function pdfPathOf({ runs }: Qr): string {
  return runs.map(({ x, y, length }) => `${x} ${y} ${length} 1 re`).join("\n");
}

/** How large a module becomes when symbol and quiet zone shall take `wishMm` of a side and may take `roomMm`. */
export function moduleMmOf({ side }: Qr, { wishMm, roomMm }: { wishMm: number; roomMm: number }): number {
  const modules = side + 2 * QUIET_MODULES;
  const moduleMm = Math.min(MOST_MODULE_MM, Math.max(LEAST_MODULE_MM, wishMm / modules));
  if (moduleMm * modules > roomMm)
    throw new Error(
      "PUBLIC_URL is too long for a card: its QR code would not be readable. Use a shorter one.",
    );
  return moduleMm;
}
