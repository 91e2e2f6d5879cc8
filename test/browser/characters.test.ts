import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { expect, test } from "vitest";
import { lengthOf } from "#kiosk/simulator/browser/characters.ts";

const plain = fc.string({ unit: fc.constantFrom(..."aZ 9@£ñé?Δ^{}[]~|€\\"), maxLength: 700 });
const anything = fc.string({ unit: fc.constantFrom(..."aZ ñáжम中—🎁"), maxLength: 300 });

test("the counter agrees with the calculator that the carrier's library uses", () => {
  fc.assert(
    fc.property(fc.oneof(plain, anything), (text) => {
      const theirs = new SegmentedMessage(text);
      expect(lengthOf(text).texts).toBe(Math.max(1, theirs.segmentsCount));
      expect(lengthOf(text).room % (theirs.encodingName === "UCS-2" ? 67 : 153) === 0).toBe(
        theirs.segmentsCount > 1,
      );
    }),
  );
});
