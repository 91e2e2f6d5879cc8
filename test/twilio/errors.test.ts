import { describe, expect, test } from "vitest";
import { failureOf, resultOf, TwilioFault } from "#sms/twilio/errors.ts";

const answered = (httpStatus: number, code: number | null, retryAfterMs: number | null = null) =>
  ({ kind: "answered", httpStatus, code, retryAfterMs }) as const;
const refused = (code: string, meaning: string) => ({ kind: "refused", code, meaning });
const halted = (code: string) => ({ kind: "halted", code });

describe("a send that failed", () => {
  test.each([
    [400, 21610, refused("21610", "opted-out")],
    [400, 21211, refused("21211", "bad-number")],
    [400, 21614, refused("21614", "bad-number")],
    [403, 21408, refused("21408", "no-route")],
    [400, 21612, refused("21612", "no-route")],
    [400, 21606, halted("21606")],
    [400, 21212, halted("21212")],
    [400, 30034, halted("30034")],
    [400, 30032, halted("30032")],
    [403, 30002, halted("30002")],
    [401, 20003, halted("20003")],
    [404, 20404, halted("20404")],
    [400, 99_999, refused("99999", "other")],
    [400, null, refused("http-400", "other")],
    [401, null, halted("http-401")],
    [403, null, halted("http-403")],
    [404, null, halted("http-404")],
    [429, 20429, { kind: "busy", retryAfterMs: null }],
    [429, null, { kind: "busy", retryAfterMs: null }],
    [400, 21611, { kind: "busy", retryAfterMs: 600_000 }],
    [302, null, { kind: "unknown", code: "http-302" }],
    [500, 20500, { kind: "unknown", code: "20500" }],
    [503, null, { kind: "unknown", code: "http-503" }],
  ])("with HTTP %i and code %j", (httpStatus, code, result) => {
    expect(resultOf(answered(httpStatus, code))).toEqual(result);
  });

  test("waits as long as Twilio says", () => {
    expect(resultOf(answered(429, 20429, 2_000))).toEqual({ kind: "busy", retryAfterMs: 2_000 });
  });

  test("is safe to repeat only if nothing left", () => {
    expect(resultOf({ kind: "not-sent", code: "ECONNREFUSED" })).toEqual({
      kind: "busy",
      retryAfterMs: null,
    });
    expect(resultOf({ kind: "no-answer", code: "time-out" })).toEqual({ kind: "unknown", code: "time-out" });
  });

  test("is thrown with its code", () => {
    expect(new TwilioFault(answered(401, 20003)).message).toBe("Twilio: answered (20003)");
  });
});

test.each([
  ["30001", "too-late", false],
  ["30003", "not-reachable", false],
  ["30004", "filtered", false],
  ["30005", "bad-number", false],
  ["30006", "bad-number", false],
  ["30007", "filtered", false],
  ["30008", "not-reachable", false],
  ["30036", "too-late", false],
  ["30034", "sender", true],
  ["21611", "busy", false],
  ["21408", "no-route", false],
  ["99999", "other", false],
  ["canceled", "other", false],
])("a text that failed later with %s", (code, meaning, halts) => {
  expect(failureOf(code)).toEqual({ code, meaning, halts });
});
