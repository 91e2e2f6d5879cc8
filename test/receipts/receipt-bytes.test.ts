import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { receiptBytes } from "#kiosk/receipts/receipt-bytes.ts";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a slip for a receipt printer", () => {
  test("begins by setting the printer back, and ends with a cut", () => {
    const bytes = text(receiptBytes([{ kind: "words", words: "2 tarps" }], "58"));
    expect(bytes.startsWith("\u001b@")).toBe(true);
    expect(bytes).toContain("2 tarps");
    expect(bytes).toContain("\u001dV");
  });

  test("says nothing that somebody wrote to the printer itself: no order gets through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("58", "80"), (words, paper) => {
        const plain = text(receiptBytes([{ kind: "words", words: words.replace(/\p{Cc}/gu, " ") }], paper));
        expect(text(receiptBytes([{ kind: "words", words }], paper))).toBe(plain);
      }),
    );
    const kicked = text(receiptBytes([{ kind: "words", words: "a\u001bp0 open the drawer" }], "58"));
    expect(kicked).not.toContain("\u001bp0");
  });

  test("keeps every line within the paper", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,300}$/), (words) => {
        const bytes = text(receiptBytes([{ kind: "words", words }], "58"));
        const lines = bytes.split(/[\r\n]+/).map((line) => line.replace(/[^a-z ]/g, "").trim());
        for (const line of lines.slice(1, -2)) expect(line.length).toBeLessThanOrEqual(36);
        expect(bytes.replace(/[^a-z]/g, "")).toContain(words.replace(/[^a-z]/g, "").slice(0, 20));
      }),
    );
  });

  test("has the accents of Spanish in the printer's own letters", () => {
    const bytes = receiptBytes([{ kind: "words", words: "mañana" }], "58");
    expect(Buffer.from(bytes).includes(Buffer.from([0xa4]))).toBe(true);
  });
});
