import { describe, expect, test } from "vitest";
import { parseInbound } from "#sms/twilio/inbound.ts";
import fixtures from "#test/fixtures/twilio/inbound.json" with { type: "json" };

const { plain, picture, stop } = fixtures;
const accountSid = plain.AccountSid;
const text = {
  carrierId: plain.MessageSid,
  from: "+14015550101",
  to: "+14015550100",
  body: "NEED 2 tarps till fri",
  mediaCount: 0,
  answeredByCarrier: null,
};

describe("an inbound text's form", () => {
  test.each([
    ["plain", plain, text],
    ["only pictures", picture, { ...text, carrierId: picture.MessageSid, body: "", mediaCount: 2 }],
    [
      "a STOP that Twilio answered",
      stop,
      { ...text, carrierId: stop.MessageSid, body: "Stop", answeredByCarrier: "stop" },
    ],
    [
      "START",
      { ...stop, OptOutType: "START", MessageSid: "SM1" },
      { ...text, carrierId: "SM1", body: "Stop", answeredByCarrier: "start" },
    ],
    ["an opt-out type that is new", { ...plain, OptOutType: "PAUSE" }, text],
    ["a media count that is none", { ...plain, NumMedia: "many" }, text],
    ["a NUL, which PostgreSQL cannot keep", { ...plain, Body: "NEED\0 2 tarps till fri" }, text],
    ["another alphabet", { ...plain, Body: "مساعدة 😀" }, { ...text, body: "مساعدة 😀" }],
  ])("reads: %s", (_, form, expected) => {
    expect(parseInbound(form)).toEqual({ ok: true, accountSid, text: expected });
  });

  test("without a body is an empty text", () => {
    const { Body: _, ...form } = plain;
    expect(parseInbound(form)).toEqual({ ok: true, accountSid, text: { ...text, body: "" } });
  });

  test.each(["MessageSid", "AccountSid", "From", "To"])("is refused without %s", (field) => {
    expect(parseInbound({ ...plain, [field]: "" })).toEqual({ ok: false });
    expect(
      parseInbound(Object.fromEntries(Object.entries(plain).filter(([name]) => name !== field))),
    ).toEqual({ ok: false });
  });
});
