import { describe, expect, test } from "vitest";
import { parseStatus } from "#sms/twilio/status.ts";
import fixtures from "#test/fixtures/twilio/status.json" with { type: "json" };

const { sent, delivered, undelivered } = fixtures;
const report = { textId: 47, carrierId: sent.MessageSid, status: "sent", failure: null };

describe("a delivery report", () => {
  test.each([
    ["sent", sent, report],
    ["delivered", delivered, { ...report, status: "delivered" }],
    [
      "undelivered",
      undelivered,
      { ...report, status: "failed", failure: { code: "30003", meaning: "not-reachable", halts: false } },
    ],
    ["read", { ...sent, MessageStatus: "read" }, { ...report, status: "delivered" }],
    ["accepted", { ...sent, MessageStatus: "accepted" }, { ...report, status: "accepted" }],
    ["scheduled", { ...sent, MessageStatus: "scheduled" }, { ...report, status: "accepted" }],
    ["queued", { ...sent, MessageStatus: "queued" }, { ...report, status: "queued" }],
    ["sending", { ...sent, MessageStatus: "sending" }, { ...report, status: "sending" }],
    [
      "not registered with the carriers",
      { ...undelivered, ErrorCode: "30034" },
      { ...report, status: "failed", failure: { code: "30034", meaning: "sender", halts: true } },
    ],
    [
      "opted out",
      { ...undelivered, MessageStatus: "failed", ErrorCode: "21610" },
      { ...report, status: "failed", failure: { code: "21610", meaning: "opted-out", halts: false } },
    ],
    [
      "canceled, without a code",
      { ...sent, MessageStatus: "canceled" },
      { ...report, status: "failed", failure: { code: "canceled", meaning: "other", halts: false } },
    ],
    [
      "failed with an empty code",
      { ...undelivered, ErrorCode: "" },
      { ...report, status: "failed", failure: { code: "undelivered", meaning: "other", halts: false } },
    ],
  ])("reads: %s", (_, form, expected) => {
    expect(parseStatus(form, { text: "47" })).toEqual({
      ok: true,
      accountSid: sent.AccountSid,
      report: expected,
    });
  });

  test.each([[undefined], [""], ["abc"], ["-1"], ["1e3"], ["9".repeat(30)]])(
    "has no id of ours in ?text=%s",
    (id) => {
      expect(parseStatus(sent, { text: id })).toMatchObject({ ok: true, report: { textId: null } });
    },
  );

  test.each([
    ["an unknown status", { ...sent, MessageStatus: "teleported" }],
    ["no id", { ...sent, MessageSid: "" }],
    ["nothing", {}],
  ])("is refused with %s", (_, form) => {
    expect(parseStatus(form, { text: "47" })).toEqual({ ok: false });
  });
});
