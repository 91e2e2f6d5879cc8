import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { TwilioFault } from "#sms/twilio/errors.ts";
import { setUp, type ToSetUp } from "#sms/twilio/set-up.ts";

const accountSid = `AC${"0".repeat(32)}`;
const messagingServiceSid = `MG${"0".repeat(32)}`;
const from = "+14015550100";
const api = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}`;
const service = `https://messaging.twilio.com/v1/Services/${messagingServiceSid}`;
const webhook = "https://camp.example/twilio/sms#rc=3";
const login = { accountSid, authToken: "secret", apiUrl: "https://api.twilio.com", timeoutMs: 5_000 };
const byNumber: ToSetUp = { ...login, from, webhook };
const byService: ToSetUp = { ...login, messagingServiceSid, webhook };

/** What was changed at Twilio: address and fields. */
let changes: [string, Record<string, string>][] = [];
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => {
  changes = [];
  server.resetHandlers();
});
afterAll(() => server.close());

type Account = {
  status?: string;
  type?: string;
  number?: Record<string, unknown> | null;
  found?: Record<string, unknown>;
};

function twilioHas({ status = "active", type = "Full", number = {}, found = {} }: Account) {
  const line = { sid: "PN1", sms_url: "", sms_fallback_url: "", capabilities: { sms: true }, ...number };
  const pool = { sid: messagingServiceSid, friendly_name: "Camp", inbound_request_url: null, ...found };
  const kept = async ({ request }: { request: Request }) => {
    changes.push([
      new URL(request.url).pathname.split("/").slice(-2).join("/"),
      Object.fromEntries(new URLSearchParams(await request.text())),
    ]);
    return HttpResponse.json({ ...line, ...pool });
  };
  server.use(
    http.get(`${api}.json`, () => HttpResponse.json({ sid: accountSid, status, type })),
    http.get(`${api}/IncomingPhoneNumbers.json`, ({ request }) => {
      const isOurs = number !== null && new URL(request.url).searchParams.get("PhoneNumber") === from;
      return HttpResponse.json({ incoming_phone_numbers: isOurs ? [line] : [] });
    }),
    http.get(`${api}/SMS/ShortCodes.json`, () =>
      HttpResponse.json({
        short_codes: [{ sid: "SC1", sms_url: "https://old.example", sms_fallback_url: "" }],
      }),
    ),
    http.post(`${api}/IncomingPhoneNumbers/PN1.json`, kept),
    http.post(`${api}/SMS/ShortCodes/SC1.json`, kept),
    http.get(service, () => HttpResponse.json(pool)),
    http.get(`${service}/PhoneNumbers`, () =>
      HttpResponse.json({
        phone_numbers: [{ sid: "PN1", phone_number: from }],
        meta: { key: "phone_numbers", next_page_url: null },
      }),
    ),
    http.post(service, kept),
  );
}

describe("a number", () => {
  test("is pointed at us, and it is said where its texts went before", async () => {
    twilioHas({
      number: { sms_url: "https://demo.twilio.com/welcome", sms_fallback_url: "https://x.example" },
    });
    expect(await setUp(byNumber)).toEqual({
      ok: true,
      isTrial: false,
      sender: from,
      before: "https://demo.twilio.com/welcome",
      hasFallback: true,
    });
    expect(changes).toEqual([
      ["IncomingPhoneNumbers/PN1.json", { SmsUrl: webhook, SmsMethod: "POST", SmsApplicationSid: "" }],
    ]);
  });

  test("with five digits is found among the short codes", async () => {
    twilioHas({});
    expect(await setUp({ ...byNumber, from: "24365" })).toMatchObject({ before: "https://old.example" });
    expect(changes).toEqual([["ShortCodes/SC1.json", { SmsUrl: webhook, SmsMethod: "POST" }]]);
  });

  test("is pointed at nothing where texts are fetched", async () => {
    twilioHas({});
    expect(await setUp({ ...byNumber, webhook: null })).toMatchObject({ before: null });
    expect(changes[0]?.[1]).toMatchObject({ SmsUrl: "" });
  });

  test.each([
    ["not in this account", { number: null }],
    ["no texts", { number: { capabilities: { sms: false } } }],
    ["suspended", { status: "suspended" }],
  ] as const)("is left as it is when: %s", async (refusal, account) => {
    twilioHas(account);
    expect(await setUp(byNumber)).toEqual({ ok: false, refusal });
    expect(changes).toEqual([]);
  });
});

describe("a Messaging Service", () => {
  test("is pointed at us for all its numbers", async () => {
    twilioHas({ found: { inbound_request_url: "https://old.example", fallback_url: "https://x.example" } });
    expect(await setUp({ ...byService, from })).toMatchObject({
      sender: "Camp",
      before: "https://old.example",
      hasFallback: true,
    });
    expect(changes).toEqual([
      [
        `Services/${messagingServiceSid}`,
        { InboundRequestUrl: webhook, InboundMethod: "POST", UseInboundWebhookOnNumber: "false" },
      ],
    ]);
  });

  test("throws no text away where they are fetched: it leaves them to its numbers, which point nowhere", async () => {
    twilioHas({});
    expect(await setUp({ ...byService, webhook: null })).toMatchObject({ ok: true });
    expect(changes).toEqual([
      ["IncomingPhoneNumbers/PN1.json", { SmsUrl: "", SmsMethod: "POST", SmsApplicationSid: "" }],
      [`Services/${messagingServiceSid}`, { UseInboundWebhookOnNumber: "true" }],
    ]);
  });

  test("goes on as before when one of its numbers cannot be pointed nowhere", async () => {
    twilioHas({ number: null });
    expect(await setUp({ ...byService, webhook: null })).toEqual({
      ok: false,
      refusal: "not in this account",
    });
    expect(changes).toEqual([]);
  });

  test("is left as it is when our number is not in it", async () => {
    twilioHas({});
    expect(await setUp({ ...byService, from: "+14015550199" })).toEqual({
      ok: false,
      refusal: "not in the service",
    });
    expect(changes).toEqual([]);
  });
});

test("a trial account is known as one", async () => {
  twilioHas({ type: "Trial" });
  expect(await setUp(byNumber)).toMatchObject({ isTrial: true });
});

test("a wrong token is a fault that says so", async () => {
  server.use(http.get(`${api}.json`, () => HttpResponse.json({ code: 20003, status: 401 }, { status: 401 })));
  const fault = await setUp(byNumber).catch((thrown: unknown) => thrown);
  expect(fault instanceof TwilioFault && fault.fault).toMatchObject({ kind: "answered", httpStatus: 401 });
});
