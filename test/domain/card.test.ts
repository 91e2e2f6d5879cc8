import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CardFacts, mayMove, stateOf } from "#server/domain/card.ts";
import {
  isCode,
  readToken,
  spokenCode,
  tokenInAddress,
  tokenOf,
  withCheckDigit,
} from "#server/domain/card-code.ts";

const NOW = new Date("2026-11-23T17:00:00Z");
const tens = fc.stringMatching(/^\d{10}$/);

describe("the digits of a card", () => {
  test("pass their check, and with any one digit wrong do not", () => {
    fc.assert(
      fc.property(tens, fc.nat(10), fc.integer({ min: 1, max: 9 }), (ten, at, by) => {
        const code = withCheckDigit(ten);
        expect(isCode(code)).toBe(true);
        const wrong = (Number(code[at]) + by) % 10;
        expect(isCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  test("with two neighbours swapped do not", () => {
    fc.assert(
      fc.property(tens, fc.nat(9), (ten, at) => {
        const code = withCheckDigit(ten);
        const [a, b] = [code[at], code[at + 1]];
        if (a === b) return;
        expect(isCode(`${code.slice(0, at)}${b}${a}${code.slice(at + 2)}`)).toBe(false);
      }),
    );
  });

  test("are spoken as four, four and three", () => {
    expect(spokenCode("48392017563")).toBe("4839 2017 563");
  });
});

describe("the token in a card's picture", () => {
  test("has 100 bits, and is read back from its address in any case", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.boolean(), (bytes, isLower) => {
        const token = tokenOf(bytes);
        const address = `HTTPS://CAMP.EXAMPLE.ORG/G/${token}`;
        expect(tokenInAddress(isLower ? address.toLowerCase() : address)).toBe(token);
        expect(token).toHaveLength(20);
      }),
    );
  });

  test("any words at all are read as a token or as none", () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(readToken(words)?.length ?? 20).toBe(20);
        expect([null, 20]).toContain(tokenInAddress(words)?.length ?? null);
      }),
    );
  });
});

const posts = fc.option(
  fc.record({
    state: fc.constantFrom("open", "filled", "done", "dropped", "expired"),
    expiresAt: fc.date({ min: new Date("2026-11-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
    hidden: fc.boolean(),
  }),
);
const facts: fc.Arbitrary<CardFacts> = fc.record({
  isActivated: fc.boolean(),
  isVoid: fc.boolean(),
  endsAt: fc.option(
    fc.date({ min: new Date("2026-11-01"), max: new Date("2026-12-31"), noInvalidDate: true }),
  ),
  post: posts,
});

describe("the state of a card", () => {
  test("is one of seven; a dead or void card is never to be taken, whatever its post is", () => {
    fc.assert(
      fc.property(facts, (each) => {
        const state = stateOf(each, NOW);
        if (each.isVoid) expect(state).toBe("void");
        else if (!each.isActivated) expect(state).toBe("printed");
        else expect(mayMove(state, "claim")).toBe(each.post !== null && state === "active");
      }),
    );
  });

  test("moves only where it may: claimed is never claimed again, void is the end, dead is not filled", () => {
    expect(mayMove("claimed", "claim")).toBe(false);
    expect(mayMove("printed", "fill")).toBe(false);
    expect(mayMove("blank", "claim")).toBe(false);
    expect(mayMove("fulfilled", "void")).toBe(false);
    expect(mayMove("fulfilled", "reopen")).toBe(true);
    for (const move of ["activate", "fill", "claim", "fulfil", "reopen", "expire", "void"] as const)
      expect(mayMove("void", move)).toBe(false);
  });
});
