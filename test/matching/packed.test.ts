import fc from "fast-check";
import { expect, test } from "vitest";
import { findPacked, pack } from "#server/matching/know/packed.ts";

const Words = fc.string({ unit: "binary", maxLength: 6 });

test("what is packed is found as in the map that it was, and nothing else", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(Words, fc.nat())), fc.array(Words), (entries, others) => {
      const map = new Map(entries);
      const packed = pack(map);
      for (const key of [...map.keys(), ...others]) expect(findPacked(packed, key)).toBe(map.get(key));
    }),
  );
});
