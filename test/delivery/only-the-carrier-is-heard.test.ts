import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import { signatureFor } from "#sms/twilio/signature.ts";
import { ACCOUNT, OUR_NUMBER, TOKEN, type World } from "#test/support/world.ts";
import { ANA, count, fates, report, textTo, worldWith } from "./scene.ts";

const TEXT = {
  MessageSid: `SM${"1".repeat(32)}`,
  AccountSid: ACCOUNT,
  From: ANA,
  To: OUR_NUMBER,
  Body: "NEED 2 tarps",
  NumMedia: "0",
};

type Posting = {
  readonly params?: Record<string, string>;
  readonly signed?: Record<string, string>;
  readonly token?: string;
  readonly signature?: string;
  readonly signedUrl?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
};

/** Posts a form with the signature of another one, another address or another token, as told. */
async function post(world: World, posting: Posting = {}): Promise<number> {
  const { params = TEXT, signed = params, token = TOKEN, path = "/twilio/sms", headers } = posting;
  const url = posting.signedUrl ?? world.env["PUBLIC_URL"] + path;
  const signature = posting.signature ?? signatureFor({ token, url, params: signed });
  const answer = await fetch(world.url + path, {
    method: "POST",
    headers: { ...headers, ...(signature ? { "x-twilio-signature": signature } : {}) },
    body: new URLSearchParams(params),
  });
  return answer.status;
}

const kept = (world: World) => count(world, "inbound_texts, people");

test("what is not signed, not ours or not whole is refused, and nothing of it is kept", async () => {
  const world = await worldWith();
  const without = (name: string) => Object.fromEntries(Object.entries(TEXT).filter(([key]) => key !== name));
  const forged: Record<string, Posting> = {
    "no signature": { signature: "" },
    "a made-up signature": { signature: "bm90IGEgc2lnbmF0dXJl" },
    "another token": { token: "fedcba9876543210fedcba9876543210" },
    "changed words": { params: { ...TEXT, Body: "WIPE" }, signed: TEXT },
    "an added field": { params: { ...TEXT, OptOutType: "STOP" }, signed: TEXT },
    "a field left out": { params: without("NumMedia"), signed: TEXT },
    "another address": { signedUrl: "https://elsewhere.example/twilio/sms" },
    "the address of reports": { signedUrl: `${world.url}/twilio/status` },
    "a query that was not signed": { path: "/twilio/sms?x=1", signedUrl: `${world.url}/twilio/sms` },
    "another account": { params: { ...TEXT, AccountSid: `AC${"f".repeat(32)}` } },
    "no account": { params: without("AccountSid") },
    "no id": { params: without("MessageSid") },
    "no sender": { params: without("From") },
    "no receiver": { params: without("To") },
    "nothing at all": { params: {} },
  };
  for (const [what, posting] of Object.entries(forged)) {
    expect(await post(world, posting), what).toBe(403);
  }
  expect(await kept(world)).toBe(0);
  expect(await (await fetch(`${world.url}/metrics`)).text()).toContain("giftline_webhooks_refused_total 15");

  expect(await post(world)).toBe(200);
  expect(await kept(world)).toBe(1);
});

test("a text without words is whole, and a body too large is not read, declared or not", async () => {
  const world = await worldWith();
  const { Body: _, ...wordless } = TEXT;
  expect(await post(world, { params: wordless })).toBe(200);

  const params = { ...TEXT, MessageSid: "SM2", Body: "x".repeat(40_000) };
  expect(await post(world, { params })).toBe(413);
  const streaming = request(`${world.url}/twilio/sms`, { method: "POST" });
  for (let sent = 0; sent < 40; sent++) streaming.write("x".repeat(1_000));
  streaming.end();
  const [streamed] = await once(streaming, "response");
  expect(streamed.statusCode).toBe(413);
  expect(await kept(world)).toBe(1);
});

test("during a rotation of the token both are accepted", async () => {
  const next = "00112233445566778899aabbccddeeff";
  const world = await worldWith({ env: { TWILIO_AUTH_TOKEN: `${TOKEN}, ${next}` } });
  expect(await post(world)).toBe(200);
  expect(await post(world, { token: next, params: { ...TEXT, MessageSid: "SM2" } })).toBe(200);
  expect(await post(world, { token: "", params: { ...TEXT, MessageSid: "SM3" } })).toBe(403);
  expect(await post(world, { token: `${TOKEN}, ${next}`, params: { ...TEXT, MessageSid: "SM4" } })).toBe(403);
});

test("behind a proxy the address that counts is PUBLIC_URL, whatever the request says", async () => {
  const world = await worldWith({ env: { PUBLIC_URL: "https://camp.example/line/" } });
  const signedUrl = "https://camp.example/line/twilio/sms";
  const headers = { "x-forwarded-proto": "http", "x-forwarded-host": "elsewhere.example" };
  expect(await post(world, { signedUrl, headers })).toBe(200);
  const query = { path: "/twilio/sms?from=a%20b", signedUrl: `${signedUrl}?from=a%20b` };
  expect(await post(world, { ...query, params: { ...TEXT, MessageSid: "SM2" } })).toBe(200);
  const asReached = { signedUrl: `${world.url}/twilio/sms`, params: { ...TEXT, MessageSid: "SM3" } };
  expect(await post(world, asReached)).toBe(403);
});

test("a report that is forged or another account's moves nothing", async () => {
  const world = await worldWith();
  await textTo(world, ANA, "hello");
  const [sent] = world.standIn.accepted;
  const params = {
    MessageSid: sent?.sid ?? "",
    AccountSid: ACCOUNT,
    MessageStatus: "failed",
    ErrorCode: "21610",
  };
  const path = "/twilio/status?text=1";
  expect(await post(world, { path, params, signature: "" })).toBe(403);
  expect(await post(world, { path, params, signedUrl: `${world.url}/twilio/status?text=2` })).toBe(403);
  expect(await post(world, { path, params: { ...params, AccountSid: `AC${"f".repeat(32)}` } })).toBe(204);
  expect(await fates(world)).toEqual(["accepted"]);
  expect(await report(world, { sid: params.MessageSid, status: "delivered" })).toBe(204);
  expect(await fates(world)).toEqual(["delivered"]);
});
