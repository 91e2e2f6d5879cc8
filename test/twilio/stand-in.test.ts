import { createServer } from "node:http";
import { text as bodyOf } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import type { IncomingText, StatusReport } from "#sms/carrier.ts";
import { parseInbound } from "#sms/twilio/inbound.ts";
import { isSigned } from "#sms/twilio/signature.ts";
import { parseStatus } from "#sms/twilio/status.ts";
import { twimlOf } from "#sms/twilio/twiml.ts";
import type { StandIn } from "#test/support/stand-in-carrier.ts";
import { account, aMinuteAgo, carrierFor, listen, phone, start, text } from "#test/twilio/stand-in-setup.ts";

const service = `MG${"0".repeat(32)}`;

let standIn: StandIn;
beforeEach(async () => {
  standIn = await start();
});

/** The least that can stand behind a webhook: proves, parses, keeps, answers "got: ..." */
async function startNode(publicUrl: string) {
  const texts: IncomingText[] = [];
  const reports: StatusReport[] = [];
  const server = createServer(async (request, response) => {
    const params = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    const { pathname, searchParams } = new URL(request.url ?? "/", publicUrl);
    const signature = request.headers["x-twilio-signature"]?.toString();
    if (!isSigned({ tokens: [account.authToken], url: `${publicUrl}${request.url}`, signature, params })) {
      response.writeHead(403).end();
    } else if (pathname === "/twilio/status") {
      const parsed = parseStatus(params, { text: searchParams.get("text") ?? "" });
      if (parsed.ok) reports.push(parsed.report);
      response.writeHead(204).end();
    } else {
      const parsed = parseInbound(params);
      if (parsed.ok) texts.push(parsed.text);
      response.end(twimlOf(parsed.ok && parsed.text.body !== "" ? `got: ${parsed.text.body}` : null));
    }
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, texts, reports };
}

describe("delivery reports", () => {
  test("come back signed, with our own id", async () => {
    const node = await startNode("https://camp.example");
    const reporting = await start({ statusCallbacks: true, callbackOrigin: node.url });
    const carrier = carrierFor(reporting, { statusUrl: "https://camp.example/twilio/status" });
    await carrier.send(text);
    await reporting.settled();
    expect(node.reports.map(({ status }) => status)).toEqual(["queued", "sent", "delivered"]);
    expect(node.reports.map(({ textId }) => textId)).toEqual([47, 47, 47]);
    expect(reporting.accepted).toMatchObject([{ status: "delivered" }]);
  });

  test("tell of a text that failed on the way", async () => {
    const node = await startNode("https://camp.example");
    const reporting = await start({
      statusCallbacks: true,
      callbackOrigin: node.url,
      shuffleCallbacks: true,
    });
    reporting.behave(() => ({ undelivered: 30003 }));
    await carrierFor(reporting, { statusUrl: "https://camp.example/twilio/status" }).send(text);
    await reporting.settled();
    const failure = { code: "30003", meaning: "not-reachable", halts: false };
    expect(node.reports).toHaveLength(3);
    expect(node.reports).toContainEqual(expect.objectContaining({ status: "failed", failure }));
  });
});

describe("a phone", () => {
  test("texts us and gets the answer; the same text again is the same text", async () => {
    const node = await startNode("https://camp.example");
    const where = { publicUrl: "https://camp.example/twilio/sms#rc=3" };
    const first = await standIn.postText(`${node.url}/twilio/sms`, {
      from: phone,
      body: "a < b & é",
      ...where,
    });
    expect(first).toMatchObject({ status: 200, reply: "got: a < b & é" });
    await standIn.postText(`${node.url}/twilio/sms`, {
      from: phone,
      body: "a < b & é",
      sid: first.sid,
      ...where,
    });
    expect(node.texts.map(({ carrierId }) => carrierId)).toEqual([first.sid, first.sid]);
    expect(standIn.replies).toMatchObject([{ to: phone, body: "got: a < b & é" }]);
  });

  test("is not believed with a wrong signature", async () => {
    const node = await startNode("https://camp.example");
    const forged = {
      from: phone,
      body: "hi",
      publicUrl: "https://camp.example/twilio/sms",
      signature: "forged",
    };
    expect(await standIn.postText(`${node.url}/twilio/sms`, forged)).toMatchObject({
      status: 403,
      reply: null,
    });
    expect(node.texts).toEqual([]);
  });

  test("that texts STOP gets nothing until it texts START", async () => {
    const node = await startNode("https://camp.example");
    const say = (body: string) =>
      standIn.postText(`${node.url}/twilio/sms`, {
        from: phone,
        body,
        publicUrl: "https://camp.example/twilio/sms",
      });
    await say("Stop");
    expect(await carrierFor(standIn).send(text)).toEqual({
      kind: "refused",
      code: "21610",
      meaning: "opted-out",
    });
    await say("start");
    expect(await carrierFor(standIn).send(text)).toMatchObject({ kind: "accepted" });
  });
});

describe("a node without a public address", () => {
  test("finds both directions, newest first, over several pages", async () => {
    for (let index = 0; index < 120; index += 1) standIn.receiveOnly({ from: phone, body: `text ${index}` });
    standIn.receiveOnly({ from: "+14015550102", body: "", numMedia: 2 });
    await carrierFor(standIn).send(text);
    await standIn.settled();
    const found = await carrierFor(standIn).listSince(aMinuteAgo());
    expect(found.filter(({ direction }) => direction === "in")).toHaveLength(121);
    expect(found.filter(({ direction }) => direction === "out")).toMatchObject([
      { body: "Camp: hi", status: "delivered" },
    ]);
    expect(found.find(({ mediaCount }) => mediaCount > 0)).toMatchObject({ from: "+14015550102", body: "" });
    expect(found.toSorted((one, other) => other.at.getTime() - one.at.getTime())).toEqual(found);
    expect(await carrierFor(standIn).listSince(new Date(Date.now() + 60_000))).toEqual([]);
  });

  test("has Twilio delete what was sent in a time, both directions, and nothing else", async () => {
    for (let index = 0; index < 60; index += 1) standIn.receiveOnly({ from: phone, body: `text ${index}` });
    await carrierFor(standIn).send(text);
    await standIn.settled();
    const carrier = carrierFor(standIn);
    const [hence, ago] = [new Date(Date.now() + 60_000), aMinuteAgo()];
    expect(await carrier.erase(new Date(0), ago)).toBe(0);
    expect(await carrier.listSince(ago)).toHaveLength(61);
    expect(await carrier.erase(ago, hence)).toBe(61);
    expect(await carrier.listSince(ago)).toEqual([]);
    expect(await carrier.erase(ago, hence)).toBe(0);
  });

  test("behind a Messaging Service asks for the service's numbers", async () => {
    const serving = await start({ messagingServiceSid: service });
    serving.receiveOnly({ from: phone, body: "hi" });
    const carrier = carrierFor(serving, { from: undefined, messagingServiceSid: service });
    expect(await carrier.send(text)).toMatchObject({ kind: "accepted", status: "accepted" });
    expect(await carrier.listSince(aMinuteAgo())).toHaveLength(2);
  });

  test("sees a text that still waits in the carrier's queue", async () => {
    standIn.behave(() => "accept-and-queue");
    await carrierFor(standIn).send(text);
    expect(await carrierFor(standIn).listTo(phone, aMinuteAgo())).toMatchObject([{ status: "queued" }]);
    expect(await carrierFor(standIn).listTo(phone, new Date(Date.now() + 60_000))).toEqual([]);
  });
});
