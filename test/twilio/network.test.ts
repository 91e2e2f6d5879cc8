import { createServer } from "node:net";
import { beforeEach, describe, expect, test } from "vitest";
import type { StandIn } from "#test/support/stand-in-carrier.ts";
import type { Fate } from "#test/support/stand-in-exchange.ts";
import { aMinuteAgo, carrierFor, listen, phone, start, text } from "#test/twilio/stand-in-setup.ts";

let standIn: StandIn;
beforeEach(async () => {
  standIn = await start();
});

describe("sending over a real connection", () => {
  test("is accepted once, with all of the text's fields", async () => {
    const result = await carrierFor(standIn).send(text);
    const [accepted] = standIn.accepted;
    expect(result).toEqual({ kind: "accepted", carrierId: accepted?.sid, status: "queued" });
    expect(accepted).toMatchObject({
      to: phone,
      from: "+14015550100",
      body: "Camp: hi",
      validityPeriod: 900,
    });
    expect(standIn.accepted).toHaveLength(1);
  });

  test.each<[Fate, string]>([
    ["accept-then-drop", "ECONNRESET"],
    ["accept-then-500", "20500"],
    ["accept-then-hang", "time-out"],
  ])("is unknown after %s, and the list then has it", async (fate, code) => {
    standIn.behave(() => fate);
    const carrier = carrierFor(standIn, { timeoutMs: 200 });
    expect(await carrier.send(text)).toEqual({ kind: "unknown", code });
    const found = await carrier.listTo(phone, aMinuteAgo());
    expect(found).toMatchObject([{ direction: "out", to: phone, body: "Camp: hi" }]);
    expect(found.map(({ carrierId }) => carrierId)).toEqual(standIn.accepted.map(({ sid }) => sid));
  });

  test("is unknown when nothing answers, and the list then has nothing", async () => {
    standIn.behave(() => "hang");
    const carrier = carrierFor(standIn, { timeoutMs: 200 });
    expect(await carrier.send(text)).toEqual({ kind: "unknown", code: "time-out" });
    expect(await carrier.listTo(phone, aMinuteAgo())).toEqual([]);
  });

  test("is unknown when a kept-alive connection is cut", async () => {
    const carrier = carrierFor(standIn);
    expect(await carrier.send(text)).toMatchObject({ kind: "accepted" });
    standIn.behave(() => "accept-then-drop");
    expect(await carrier.send(text)).toEqual({ kind: "unknown", code: "ECONNRESET" });
  });
});

describe("a text that certainly did not leave", () => {
  const busy = { kind: "busy", retryAfterMs: null };

  test("is safe to send again: nobody listens", async () => {
    await standIn.close();
    expect(await carrierFor(standIn).send(text)).toEqual(busy);
  });

  test("is safe to send again: the name is not found", async () => {
    expect(await carrierFor(standIn, { apiUrl: "http://carrier.invalid" }).send(text)).toEqual(busy);
  });

  test("is safe to send again: the other side speaks no TLS", async () => {
    const apiUrl = standIn.url.replace("http:", "https:");
    expect(await carrierFor(standIn, { apiUrl }).send(text)).toEqual(busy);
    expect(standIn.accepted).toEqual([]);
  });

  test("is safe to send again: the handshake got no answer in time", async () => {
    const silent = createServer();
    const port = await listen(silent);
    const apiUrl = `https://127.0.0.1:${port}`;
    expect(await carrierFor(standIn, { apiUrl, timeoutMs: 200 }).send(text)).toEqual(busy);
  });
});

describe("a text that was refused", () => {
  test("halts on a wrong token, a wrong number or an account that is not there", async () => {
    const halted = { kind: "halted" };
    expect(await carrierFor(standIn, { authToken: "wrong" }).send(text)).toEqual({
      ...halted,
      code: "20003",
    });
    expect(await carrierFor(standIn, { from: "+14015550199" }).send(text)).toEqual({
      ...halted,
      code: "21606",
    });
    expect(await carrierFor(standIn, { apiUrl: `${standIn.url}/other` }).send(text)).toEqual({
      ...halted,
      code: "20404",
    });
    expect(standIn.accepted).toEqual([]);
  });

  test("is scripted: refused, slowed down", async () => {
    standIn.behave(({ to }) =>
      to === phone ? { status: 400, code: 21614 } : { status: 429, code: 20429, retryAfterSeconds: 2 },
    );
    const carrier = carrierFor(standIn);
    expect(await carrier.send(text)).toEqual({ kind: "refused", code: "21614", meaning: "bad-number" });
    expect(await carrier.send({ ...text, to: "+14015550102" })).toEqual({
      kind: "busy",
      retryAfterMs: 2_000,
    });
  });

  test("clamps how long the carrier may try", async () => {
    await carrierFor(standIn).send({ ...text, validForSeconds: 1_000_000 });
    await carrierFor(standIn).send({ ...text, validForSeconds: 0 });
    expect(standIn.accepted.map(({ validityPeriod }) => validityPeriod)).toEqual([36_000, 1]);
  });
});
