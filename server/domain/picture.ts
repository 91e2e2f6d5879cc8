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
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker))
      return { type: "image/jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
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
