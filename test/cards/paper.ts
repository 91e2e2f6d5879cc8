import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as mupdf from "mupdf";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

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
const MM_PER_PT = 25.4 / 72;

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Prints a PDF on paper of 200 dots to the inch, and looks at it. */
export async function print(pdf: Uint8Array): Promise<readonly Paper[]> {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  const papers: Paper[] = [];
  for (let page = 0; page < document.countPages(); page++) papers.push(await look(document.loadPage(page)));
  return papers;
}

async function look(page: mupdf.Page): Promise<Paper> {
  const scale = mupdf.Matrix.scale(DPI / 72, DPI / 72);
  const map = page.toPixmap(scale, mupdf.ColorSpace.DeviceGray, false);
  const [width, height] = [map.getWidth(), map.getHeight()];
  const pixels = Buffer.from(map.getPixels());
  const text = page.toStructuredText("preserve-whitespace");
  return {
    widthMm: width * MM_PER_PIXEL,
    heightMm: height * MM_PER_PIXEL,
    codes: await readCodes(pixels, width, height),
    find: (words) => text.search(words, {}).map(([quad]) => middleOf(quad ?? [], MM_PER_PT)),
    isWhite: (area) => isWhite(pixels, width, area),
  };
}

async function readCodes(pixels: Buffer, width: number, height: number): Promise<readonly PaperCode[]> {
  const image = Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), pixels]);
  const read = await readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 0, tryInvert: false });
  return read.map(({ text, position }) => {
    const { topLeft, topRight, bottomRight, bottomLeft } = position;
    const corners = [topLeft, topRight, bottomRight, bottomLeft].flatMap(({ x, y }) => [x, y]);
    return { text, ...middleOf(corners, MM_PER_PIXEL) };
  });
}

function middleOf(corners: readonly number[], mm: number): { readonly xMm: number; readonly yMm: number } {
  const mean = (odd: number) =>
    (corners.reduce((sum, each, at) => sum + (at % 2 === odd ? each : 0), 0) / (corners.length / 2)) * mm;
  return { xMm: mean(0), yMm: mean(1) };
}

/** But for the pixels on its edges, which are grey where an edge falls between two of them. */
function isWhite(pixels: Buffer, width: number, { xMm, yMm, widthMm, heightMm }: Area): boolean {
  const inside = (mm: number, by: 1 | -1) => Math.round(mm / MM_PER_PIXEL) + by;
  for (let y = inside(yMm, 1); y < inside(yMm + heightMm, -1); y++) {
    const row = pixels.subarray(y * width + inside(xMm, 1), y * width + inside(xMm + widthMm, -1));
    if (row.some((grey) => grey < 255)) return false;
  }
  return true;
}
