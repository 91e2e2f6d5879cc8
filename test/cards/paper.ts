import { type Point, type Raster, readCodes, type ScannedPage, scan } from "#test/support/scanner.ts";

type PaperCode = { readonly text: string; readonly xMm: number; readonly yMm: number };
export type Paper = {
  readonly widthMm: number;
  readonly heightMm: number;
  /** What another program reads from the QR codes, and where their middles are. */
  readonly codes: readonly PaperCode[];
  /** The middles of all places where these words stand. */
  readonly find: (words: string) => readonly { readonly xMm: number; readonly yMm: number }[];
  /** Whether nothing is printed there. */
  readonly isWhite: (area: Area) => boolean;
};
type Area = {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
};

const DPI = 200;
const MM_PER_PIXEL = 25.4 / DPI;

/** Prints a PDF on paper of 200 dots to the inch, and looks at it. */
export async function print(pdf: Uint8Array): Promise<readonly Paper[]> {
  return Promise.all(scan(pdf, DPI).map(look));
}

async function look({ raster, find }: ScannedPage): Promise<Paper> {
  const codes = await readCodes(raster);
  return {
    widthMm: raster.width * MM_PER_PIXEL,
    heightMm: raster.height * MM_PER_PIXEL,
    codes: codes.map(({ text, ...middle }) => ({ text, ...inMm(middle) })),
    find: (words) => find(words).map(inMm),
    isWhite: (area) => isWhite(raster, area),
  };
}

function inMm({ x, y }: Point): { readonly xMm: number; readonly yMm: number } {
  return { xMm: x * MM_PER_PIXEL, yMm: y * MM_PER_PIXEL };
}

/** But for the pixels on its edges, which are grey where an edge falls between two of them. */
function isWhite({ pixels, width }: Raster, { xMm, yMm, widthMm, heightMm }: Area): boolean {
  const inside = (mm: number, by: 1 | -1) => Math.round(mm / MM_PER_PIXEL) + by;
  for (let y = inside(yMm, 1); y < inside(yMm + heightMm, -1); y++) {
    const row = pixels.subarray(y * width + inside(xMm, 1), y * width + inside(xMm + widthMm, -1));
    if (row.some((grey) => grey < 255)) return false;
  }
  return true;
}
