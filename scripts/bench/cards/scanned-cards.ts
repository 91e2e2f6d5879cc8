import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import { frontOf } from "#kiosk/cards/front.ts";
import { sheetPdf } from "#kiosk/cards/sheet-pdf.ts";
import { cardsPerPage, placeOf, STOCKS } from "#kiosk/cards/stocks.ts";
import { copyOf, type Raster, readCodes, type ScannedPage, scan } from "#test/support/scanner.ts";
import type { Square } from "./damage.ts";

export type ScannedCard = {
  readonly url: string;
  /** Whether its code was read from the whole page. */
  readonly isRead: boolean;
  /** From where the stock has the middle of its code to where it was read. */
  readonly awayMm: number;
  /** Whether its digits stand on the page, once. */
  readonly hasDigits: boolean;
  /** The card alone, and its code on it. */
  readonly raster: Raster;
  readonly symbol: Square;
};

const DPI = 200;
const PIXELS_PER_MM = DPI / 25.4;

/** Prints cards, scans every page and looks for each of them. */
export async function scanCards(
  faces: readonly CardFace[],
  facts: SheetFacts,
): Promise<readonly ScannedCard[]> {
  const pages = scan(await sheetPdf(faces, facts), DPI);
  const perPage = cardsPerPage(STOCKS[facts.stock]);
  const cards = pages.map((page, at) => cardsOn(page, faces.slice(at * perPage, (at + 1) * perPage), facts));
  return (await Promise.all(cards)).flat();
}

async function cardsOn(
  page: ScannedPage,
  faces: readonly CardFace[],
  facts: SheetFacts,
): Promise<readonly ScannedCard[]> {
  const codes = await readCodes(page.raster);
  const { card } = STOCKS[facts.stock];
  return faces.map((face, index) => {
    const place = placeOf(STOCKS[facts.stock], index);
    const x = pixelsOf(place.xMm + facts.nudge.xMm);
    const y = pixelsOf(place.yMm + facts.nudge.yMm);
    const symbol = symbolOf(face, facts);
    const read = codes.find(({ text }) => text === face.url);
    const [right, down] = [symbol.x + symbol.side / 2 + x, symbol.y + symbol.side / 2 + y];
    const [left, top] = [Math.round(x), Math.round(y)];
    return {
      url: face.url,
      isRead: read !== undefined,
      awayMm: read ? Math.hypot(read.x - right, read.y - down) / PIXELS_PER_MM : Number.POSITIVE_INFINITY,
      hasDigits:
        page.find(`${face.code.slice(0, 4)} ${face.code.slice(4, 8)} ${face.code.slice(8)}`).length === 1,
      raster: copyOf(page.raster, {
        x: left,
        y: top,
        width: Math.round(pixelsOf(card.widthMm)),
        height: Math.round(pixelsOf(card.heightMm)),
      }),
      symbol: { ...symbol, x: symbol.x + x - left, y: symbol.y + y - top },
    };
  });
}

/** Where the code is on its card. */
function symbolOf(face: CardFace, facts: SheetFacts): Square {
  const mark = frontOf(face, facts).find(({ kind }) => kind === "qr");
  if (mark?.kind !== "qr") throw new Error("A card without a QR code.");
  const [x, y, module] = [pixelsOf(mark.xMm), pixelsOf(mark.yMm), pixelsOf(mark.moduleMm)];
  return { x, y, module, side: mark.qr.side * module };
}

function pixelsOf(mm: number): number {
  return mm * PIXELS_PER_MM;
}
