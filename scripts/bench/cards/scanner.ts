import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as mupdf from "mupdf";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** Grey values, row by row: 0 is black. */
export type Raster = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };
export type ReadCode = { readonly text: string; readonly x: number; readonly y: number };
export type ScannedPage = {
  readonly raster: Raster;
  /** How often these words stand on the page. */
  readonly count: (words: string) => number;
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
      count: (words) => text.search(words, {}).length,
    };
  });
}

/** What a decoder of other people's making (ZXing in C++) reads, and the middle of each code in pixels. */
export async function readCodes({ width, height, pixels }: Raster): Promise<readonly ReadCode[]> {
  const image = Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), pixels]);
  const codes = await readBarcodes(image, { formats: ["QRCode"], maxNumberOfSymbols: 0 });
  return codes.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => {
    const corners = [topLeft, topRight, bottomRight, bottomLeft];
    const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    return { text, x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
  });
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
