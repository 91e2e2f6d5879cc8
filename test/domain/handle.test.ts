import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_HANDLE, readHandle } from "#server/domain/handle.ts";
import { HANDLE_ROOM, sayTo } from "#sms/reply.ts";
import { countSegments } from "#sms/segments.ts";
import { everySaying, LONGEST_SPEECH } from "#test/sms/every-saying.ts";

describe("what the tent calls somebody", () => {
  test.each([
    ["Rosa H.", "Rosa H."],
    ["  José   Luis ", "José Luis"],
    ["Blue Hat 2", "Blue Hat 2"],
    ["O'Neil", "O'Neil"],
  ])("%s is fine", (said, handle) => {
    expect(readHandle(said)).toBe(handle);
  });

  test.each(["", "  ", "4015550101", "Rosa 401555", "R".repeat(16), "<b>", "帐篷", "a\nb:", "😀"])(
    "%j is asked again",
    (said) => {
      expect(readHandle(said)).toBeNull();
    },
  );

  test("is short, on one line, and stays as it is when it is read again, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[a-zA-Zé .'-]{0,20}$/)),
        (said) => {
          const handle = readHandle(said) ?? "Rosa";
          expect(handle.length).toBeLessThanOrEqual(LONGEST_HANDLE);
          expect(handle).not.toMatch(/[\n<>:]/);
          expect(readHandle(handle)).toBe(handle);
        },
      ),
    );
  });

  test("opens every text in one segment, in both languages", () => {
    expect(HANDLE_ROOM).toBe(LONGEST_HANDLE);
    for (const saying of everySaying("tarps ".repeat(50))) {
      for (const language of ["en", "es"] as const) {
        const text = sayTo("Maximiliana ßßß", saying, language, LONGEST_SPEECH);
        expect(text).toMatch(language === "en" ? /^For Max/ : /^Para Max/);
        if (saying.key !== "relay") expect(countSegments(text), text).toBe(1);
      }
    }
  });
});
