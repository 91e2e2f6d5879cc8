/** A picture that browsers show, as its own bytes say; its name and what the sender calls it count for nothing. */
export type PictureFacts = {
  readonly type: "image/png" | "image/jpeg" | "image/webp";
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

/** The most bytes of a map. */
export const MOST_PICTURE_BYTES = 5 * 1024 * 1024;
/** A picture that is bigger would take a small machine's memory when it is drawn. */
const MOST_PIXELS = 60_000_000;

/** Reads what kind of picture it is and how big; null for anything else, drawings with scripts among it. */
export function readPicture(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length > MOST_PICTURE_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = png(view) ?? jpeg(view) ?? webp(view);
  if (!found || found.width < 1 || found.height < 1) return null;
  return found.width * found.height > MOST_PIXELS ? null : found;
}

const PNG_SIGNATURE = "\x89PNG\r\n\x1a\n";

/** PNG (RFC 2083): the signature, then a chunk IHDR that begins with the size. */
function png(view: DataView): PictureFacts | null {
  if (view.byteLength < 33 || ascii(view, 0, 8) !== PNG_SIGNATURE || ascii(view, 12, 4) !== "IHDR")
    return null;
  return { type: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** The frames of JPEG (ITU T.81, table B.1) carry the size; C4, C8 and CC are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpeg(view: DataView): PictureFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let isTurned = false;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const size = isTurned ? { width: height, height: width } : { width, height };
      return { type: "image/jpeg", ...size };
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) isTurned ||= isTurnedBy(view, at + 4, Math.min(at + 2 + length, view.byteLength));
    at += 2 + length;
  }
  return null;
}

/** A camera that was held upright says in its Exif (tag 274, 5 and above) that width and height are shown exchanged. */
function isTurnedBy(view: DataView, from: number, to: number): boolean {
  const tiff = from + 6;
  if (tiff + 8 > to || ascii(view, from, 4) !== "Exif") return false;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const first = tiff + view.getUint32(tiff + 4, isLittle);
  if (first + 2 > to) return false;
  const entries = view.getUint16(first, isLittle);
  for (let entry = first + 2; entry < first + 2 + entries * 12 && entry + 12 <= to; entry += 12)
    if (view.getUint16(entry, isLittle) === 274) return view.getUint16(entry + 8, isLittle) >= 5;
  return false;
}

/** WebP (RFC 9649): RIFF, then one of three kinds of chunks that each have the size in another way. */
function webp(view: DataView): PictureFacts | null {
  if (view.byteLength < 30 || ascii(view, 0, 4) !== "RIFF" || ascii(view, 8, 4) !== "WEBP") return null;
  const type = "image/webp";
  switch (ascii(view, 12, 4)) {
    case "VP8 ":
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return {
        type,
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return null;
  }
}

function ascii(view: DataView, from: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + from, length);
  return String.fromCharCode(...bytes);
}
