import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as mupdf from "mupdf";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** Grey values, row by row: 0 is black. */
export type Raster = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
export type Point = { readonly x: number; readonly y: number };
export type ReadCode = Point & { readonly text: string };
export type ScannedPage = {
  readonly raster: Raster;
  /** The middles of all places where these words stand, in pixels. */
  readonly find: (words: string) => readonly Point[];
};

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Every page of a PDF as a scanner sees it. */
export function scan(pdf: Uint8Array, dpi: number): readonly ScannedPage[] {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  return Array.from({ length: document.countPages() }, (_, number) => {
    const page = document.loadPage(number);
    const map = page.toPixmap(mupdf.Matrix.scale(dpi / 72, dpi / 72), mupdf.ColorSpace.DeviceGray, false);
    const text = page.toStructuredText("preserve-whitespace");
    return {
      raster: { width: map.getWidth(), height: map.getHeight(), pixels: Uint8Array.from(map.getPixels()) },
      find: (words) =>
        text.search(words, {}).map(([quad]) => scaled(middleOf(pointsOf(quad ?? [])), dpi / 72)),
    };
  });
}

/** What a decoder of other people's making (ZXing in C++) reads, and the middle of each code in pixels. */
export async function readCodes({ width, height, pixels }: Raster): Promise<readonly ReadCode[]> {
  const image = Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), pixels]);
  const codes = await readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 0 });
  return codes.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => {
    return { text, ...middleOf([topLeft, topRight, bottomRight, bottomLeft]) };
  });
}

function middleOf(corners: readonly Point[]): Point {
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  return { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
}

/** A quadrangle as mupdf has it: x and y of one corner after the other. */
function pointsOf(quad: readonly number[]): readonly Point[] {
  return Array.from({ length: quad.length / 2 }, (_, at) => ({
    x: quad[at * 2] ?? 0,
    y: quad[at * 2 + 1] ?? 0,
  }));
}

function scaled({ x, y }: Point, by: number): Point {
  return { x: x * by, y: y * by };
}

/** A copy of a part of a raster. */
export function copyOf(
  from: Raster,
  part: Omit<Raster, "pixels"> & { readonly x: number; readonly y: number },
): Raster {
  const { x, y, width, height } = part;
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * from.width + x;
    pixels.set(from.pixels.subarray(start, start + width), row * width);
  }
  return { width, height, pixels };
}
