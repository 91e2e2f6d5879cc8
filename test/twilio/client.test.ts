import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OutgoingText } from "#sms/carrier.ts";
import { type TwilioOptions, twilioCarrier } from "#sms/twilio/client.ts";
import { TwilioFault } from "#sms/twilio/errors.ts";

const accountSid = `AC${"0".repeat(32)}`;
const messagesUrl = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages.json`;
const options: TwilioOptions = {
  accountSid,
  authToken: "secret",
  from: "+14015550100",
  apiUrl: "https://api.twilio.com",
  statusUrl: "https://camp.example/twilio/status",
  timeoutMs: 5_000,
};
const text: OutgoingText = { textId: 47, to: "+14015550101", body: "Camp: hi é 1+1", validForSeconds: 900 };
const row = {
  sid: "SM1",
  direction: "outbound-api",
  from: "+14015550100",
  to: "+14015550101",
  body: "hi",
  num_media: "0",
  status: "queued",
  date_created: "Thu, 30 Jul 2026 12:00:00 +0000",
  date_sent: null,
};

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const answer = (status: number, body: object, headers = {}) =>
  server.use(http.post(messagesUrl, () => HttpResponse.json(body, { status, headers })));

describe("sending through Twilio", () => {
  test("hands over the text, and where to report about it", async () => {
    const seen: [string | null, Record<string, string>][] = [];
    server.use(
      http.post(messagesUrl, async ({ request }) => {
        const form = Object.fromEntries(new URLSearchParams(await request.text()));
        seen.push([request.headers.get("authorization"), form]);
        return HttpResponse.json({ ...row, status: "accepted" }, { status: 201 });
      }),
    );
    expect(await twilioCarrier(options).send(text)).toEqual({
      kind: "accepted",
      carrierId: "SM1",
      status: "accepted",
    });
    expect(seen).toEqual([
      [
        `Basic ${Buffer.from(`${accountSid}:secret`).toString("base64")}`,
        {
          To: "+14015550101",
          From: "+14015550100",
          Body: "Camp: hi é 1+1",
          StatusCallback: "https://camp.example/twilio/status?text=47",
          ValidityPeriod: "900",
        },
      ],
    ]);
  });

  test("by a Messaging Service, without a public address", async () => {
    const forms: string[] = [];
    server.use(
      http.post(messagesUrl, async ({ request }) => {
        forms.push(await request.text());
        return HttpResponse.json({ ...row, from: null, status: "accepted" }, { status: 201 });
      }),
    );
    const carrier = twilioCarrier({
      ...options,
      from: undefined,
      messagingServiceSid: "MG1",
      statusUrl: null,
    });
    expect(carrier.sender).toBe("MG1");
    expect(await carrier.send({ ...text, body: "hi", validForSeconds: null })).toMatchObject({
      kind: "accepted",
    });
    expect(forms).toEqual(["To=%2B14015550101&MessagingServiceSid=MG1&Body=hi"]);
  });
});

describe("what Twilio answers to a text", () => {
  test.each([
    ["opted out", 400, { code: 21610 }, {}, { kind: "refused", code: "21610", meaning: "opted-out" }],
    ["a bad number", 400, { code: 21211 }, {}, { kind: "refused", code: "21211", meaning: "bad-number" }],
    ["not registered", 400, { code: 30034 }, {}, { kind: "halted", code: "30034" }],
    ["a wrong token", 401, { code: 20003 }, {}, { kind: "halted", code: "20003" }],
    ["too many calls", 429, { code: 20429 }, { "Retry-After": "3" }, { kind: "busy", retryAfterMs: 3_000 }],
    ["too many calls, no hint", 429, { code: 20429 }, {}, { kind: "busy", retryAfterMs: null }],
    ["a fault of theirs", 500, { code: 20500 }, {}, { kind: "unknown", code: "20500" }],
    ["a gateway without JSON", 503, [], {}, { kind: "unknown", code: "http-503" }],
    ["acceptance without an id", 201, {}, {}, { kind: "unknown", code: "unreadable" }],
  ])("%s", async (_, status, body, headers, result) => {
    answer(status, body, headers);
    expect(await twilioCarrier(options).send(text)).toEqual(result);
  });

  test("cannot tell when the answer is not JSON", async () => {
    server.use(http.post(messagesUrl, () => HttpResponse.html("<h1>Log in to this network</h1>")));
    expect(await twilioCarrier(options).send(text)).toEqual({ kind: "unknown", code: "unreadable" });
  });

  test("cannot tell when no answer comes in time", async () => {
    server.use(http.post(messagesUrl, () => delay("infinite")));
    const result = await twilioCarrier({ ...options, timeoutMs: 50 }).send(text);
    expect(result).toEqual({ kind: "unknown", code: "time-out" });
  });
});

describe("looking up what Twilio took", () => {
  test("finds what still waits in the queue, on every page, and leaves out what is older", async () => {
    const asked: string[] = [];
    const next = `${new URL(messagesUrl).pathname}?PageSize=1000&Page=1&PageToken=PA1`;
    server.use(
      http.get(messagesUrl, ({ request }) => {
        const { searchParams } = new URL(request.url);
        asked.push(searchParams.toString());
        const first = !searchParams.has("PageToken");
        const old = {
          ...row,
          sid: "SM0",
          status: "delivered",
          date_created: "Thu, 30 Jul 2026 11:59:59 +0000",
        };
        const sent = { ...row, sid: "SM2", status: "sent", date_created: "Thu, 30 Jul 2026 12:00:01 +0000" };
        const page = first ? [{ ...sent, date_sent: sent.date_created }, old] : [row];
        return HttpResponse.json({ messages: page, next_page_uri: first ? next : null });
      }),
    );
    const found = await twilioCarrier(options).listTo("+14015550101", new Date("2026-07-30T12:00:00.900Z"));
    expect(asked).toEqual(["To=%2B14015550101&PageSize=1000", "PageSize=1000&Page=1&PageToken=PA1"]);
    expect(found).toEqual([
      expect.objectContaining({ carrierId: "SM2", status: "sent", at: new Date("2026-07-30T12:00:01Z") }),
      {
        carrierId: "SM1",
        direction: "out",
        from: "+14015550100",
        to: "+14015550101",
        body: "hi",
        mediaCount: 0,
        at: new Date("2026-07-30T12:00:00Z"),
        status: "queued",
        failure: null,
      },
    ]);
  });

  test("throws when Twilio cannot be asked, without the number", async () => {
    server.use(http.get(messagesUrl, () => HttpResponse.json({}, { status: 503 })));
    const asking = twilioCarrier(options).listTo("+14015550101", new Date(0));
    await expect(asking).rejects.toBeInstanceOf(TwilioFault);
    await expect(asking).rejects.toThrow(/^Twilio: answered \(http-503\)$/);
  });
});
