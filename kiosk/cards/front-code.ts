import { MARGIN_MM } from "./column.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { tidy } from "./latin.ts";
import type { Mark } from "./mark.ts";
import { moduleMmOf, QUIET_MODULES, qrOf } from "./qr.ts";
import type { Stock } from "./stocks.ts";
import { drawText, fitText, heightMmOf } from "./text-block.ts";
import type { Weight } from "./width.ts";

/** From the card's edge to the quiet zone, which is white itself. */
const EDGE_MM = 1;
/** Of the symbol with its quiet zone, where the address is short enough. */
const WISH_MM = 36;
const DIGITS_PT = 14;
const OWNER_PT = [6.5, 6, 5.5];
const GAP_MM = 1.3;

/** What is scanned, what is typed, and whose card it is: as wide as the symbol needs, at the card's right edge. */
export function codeColumn(
  { url, code, serial }: CardFace,
  { nodeName }: SheetFacts,
  card: Stock["card"],
): { readonly marks: readonly Mark[]; readonly leftMm: number } {
  const digitsMm = heightMmOf(1, DIGITS_PT);
  const ownerMm = heightMmOf(1, OWNER_PT[0] ?? 0);
  const ownerTopMm = card.heightMm - MARGIN_MM - ownerMm;
  const roomMm = ownerTopMm - GAP_MM - digitsMm - EDGE_MM;
  const qr = qrOf(url);
  const moduleMm = moduleMmOf(qr, { wishMm: WISH_MM, roomMm });
  const quietMm = QUIET_MODULES * moduleMm;
  const widthMm = qr.side * moduleMm + 2 * quietMm;
  const leftMm = card.widthMm - EDGE_MM - widthMm;
  // The symbol's upper edge is in line with the words', unless the card is too low for that.
  const topMm = Math.min(EDGE_MM + roomMm - widthMm, Math.max(0, MARGIN_MM - quietMm));
  const digitsTopMm = (topMm + widthMm + ownerTopMm - GAP_MM - digitsMm) / 2;
  const row = (words: string, weight: Weight, sizesPt: readonly number[], heightMm: number, atMm: number) =>
    drawText(fitText([{ words, weight }], { widthMm, heightMm, sizesPt }), {
      xMm: leftMm,
      topMm: atMm,
      middleOfMm: widthMm,
    });
  const ground = `M0 0h${widthMm}v${widthMm}h-${widthMm}z`;
  return {
    leftMm,
    marks: [
      // Words in letters that no browser was measured with may reach this far: the quiet zone stays white.
      { kind: "shape", path: ground, xMm: leftMm, yMm: topMm, unitMm: 1, line: null, ink: "white" },
      { kind: "qr", qr, moduleMm, xMm: leftMm + quietMm, yMm: topMm + quietMm },
      ...row(spokenCode(code), "bold", [DIGITS_PT], digitsMm, digitsTopMm),
      ...row(tidy(`${serial} · ${nodeName}`), "regular", OWNER_PT, ownerMm, ownerTopMm),
    ],
  };
}

/** In groups that are easy to read aloud. */
function spokenCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`;
}
