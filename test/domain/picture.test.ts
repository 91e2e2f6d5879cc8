import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_PICTURE_BYTES, readPicture } from "#server/domain/picture.ts";
import { pngOf } from "#test/support/pictures.ts";

/** Each 40 by 20, made by a common program. */
const JPEG = bytesOf(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAUACgDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAcJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AnRDGqYAAAAAAAAAAAAAD/9k=",
);
const WEBP = {
  lossy: bytesOf(
    "UklGRk4AAABXRUJQVlA4IEIAAABQAwCdASooABQAPpFGnkslo6KhpWgAsBIJZwDO3oAAK/fDcAD+7qY//2LOWwLx//7nA/7nA/7nA/jbB+29aoAAAAA=",
  ),
  lossless: bytesOf("UklGRhwAAABXRUJQVlA4TA8AAAAvJ8AEAAcQ/Y/+ByKi/wEA"),
  "with transparency": bytesOf(
    "UklGRnIAAABXRUJQVlA4WAoAAAAQAAAAJwAAEwAAQUxQSAoAAAABB9C/iAhERP8DVlA4IEIAAABQAwCdASooABQAPpFGnkslo6KhpWgAsBIJZwDO3oAAK/fDcAD+7qY//2LOWwLx//7nA/7nA/7nA/jbB+29aoAAAAA=",
  ),
};

describe("a picture is known by its bytes", () => {
  test.each([
    ["PNG", pngOf(40, 20), "image/png"],
    ["JPEG", JPEG, "image/jpeg"],
    ["WebP, lossy", WEBP.lossy, "image/webp"],
    ["WebP, lossless", WEBP.lossless, "image/webp"],
    ["WebP, with transparency", WEBP["with transparency"], "image/webp"],
  ])("%s", (_, bytes, type) => {
    expect(readPicture(bytes)).toEqual({ type, width: 40, height: 20 });
  });

  test("a photo of a camera that was held upright is as high as it is shown", () => {
    for (const [order, turn] of [
      ["II", [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]],
      ["MM", [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0]],
    ] as const) {
      const exif = [...Buffer.from("Exif\0\0", "latin1"), ...turn];
      const photo = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...JPEG.subarray(2)];
      const read = readPicture(Uint8Array.from(photo));
      expect(read, order).toEqual({ type: "image/jpeg", width: 20, height: 40 });
    }
  });
});

describe("what is no picture is refused", () => {
  test.each([
    ["nothing", ""],
    [
      "a drawing that may hold scripts",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    [
      "a GIF",
      "GIF89a\x28\x00\x14\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x28\x00\x14\x00\x00",
    ],
    ["a PDF", "%PDF-1.7\n1 0 obj"],
  ])("%s", (_, text) => {
    expect(readPicture(Buffer.from(text, "latin1"))).toBeNull();
  });

  test("a picture with no width, or of more pixels than a small machine can draw", () => {
    expect(readPicture(pngOf(0, 20))).toBeNull();
    const wide = pngOf(1, 1);
    new DataView(wide.buffer).setUint32(16, 60_000);
    new DataView(wide.buffer).setUint32(20, 60_000);
    expect(readPicture(wide)).toBeNull();
  });

  test("more bytes than a map may have", () => {
    const big = new Uint8Array(MOST_PICTURE_BYTES + 1);
    big.set(pngOf(40, 20));
    expect(readPicture(big)).toBeNull();
  });
});

test("any bytes, and any damage to a picture, are read without a fault", () => {
  const real = fc.constantFrom(pngOf(40, 20), JPEG, ...Object.values(WEBP));
  const damaged = fc
    .tuple(real, fc.nat(400), fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 8 }))
    .map(([bytes, length, changes]) => {
      const copy = bytes.slice(0, length);
      for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
      return copy;
    });
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), damaged), (bytes) => {
      const read = readPicture(bytes);
      if (read === null) return;
      expect(read.width).toBeGreaterThan(0);
      expect(read.height).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}
