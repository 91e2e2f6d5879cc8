import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { broadcastText, previewOf } from "#sms/broadcast.ts";
import { countSegments, isGsm7 } from "#sms/segments.ts";

describe("the preview of a broadcast", () => {
  test("is the text that leaves, in pieces, whatever is written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (words) => {
        const text = broadcastText("Willow Camp", words);
        const preview = previewOf(text);
        expect(preview.pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(preview.segments).toBe(countSegments(text));
        expect(preview.encoding === "GSM-7").toBe(preview.pieces.every((piece) => piece.fix === null));
        expect(isGsm7(preview.pieces.map((piece) => piece.fix ?? piece.text).join(""))).toBe(true);
      }),
    );
  });

  test("marks what is outside the phone alphabet, and what would stand there instead", () => {
    const { pieces, encoding, segments } = previewOf(
      broadcastText("Willow Camp", `reunión “8pm” ${"a".repeat(60)} 🍲`),
    );
    expect(pieces.filter(({ fix }) => fix !== null)).toEqual([
      { text: "ó", fix: "o" },
      { text: "🍲", fix: "" },
    ]);
    expect([encoding, segments]).toEqual(["UCS-2", 2]);
  });

  test("a plain text of 160 characters is one segment, of 161 two", () => {
    const of = (length: number) => previewOf(broadcastText("W", "a".repeat(length - 3))).segments;
    expect([of(160), of(161)]).toEqual([1, 2]);
  });
});
