import { setTimeout as pause } from "node:timers/promises";
import { signatureFor } from "#sms/twilio/signature.ts";
import type { StandInOptions } from "#test/support/stand-in-carrier.ts";
import type { Exchange, StandInMessage, StandInStatus } from "#test/support/stand-in-exchange.ts";

export type TextToPost = {
  readonly from: string;
  readonly body: string;
  /** The same again: a repeat of the same text. */
  readonly sid?: string;
  /** What is signed, where it differs from where it is posted. */
  readonly publicUrl?: string;
  readonly numMedia?: number;
  readonly optOutType?: "STOP" | "START" | "HELP";
  /** Posted too, and signed. */
  readonly extra?: Readonly<Record<string, string>>;
  /** Instead of the right one. */
  readonly signature?: string;
  /** Instead of the carrier's usual patience of 15 s. */
  readonly signal?: AbortSignal;
};

export type PostedText = {
  readonly sid: string;
  readonly status: number;
  readonly twiml: string;
  /** The text that the phone gets back; null for none. */
  readonly reply: string | null;
  readonly ms: number;
};

/** Posts an inbound text as Twilio would, keeps it and its reply in the list, and acts on STOP and START words. */
export async function postText(
  exchange: Exchange,
  webhookUrl: string,
  text: TextToPost,
): Promise<PostedText> {
  const known = exchange.messages.length;
  const message = exchange.receive(text);
  obeyReservedWord(exchange, text);
  const form = inboundForm(exchange.options, message, text);
  const began = performance.now();
  const response = await postSigned(exchange.options, webhookUrl, text.publicUrl ?? webhookUrl, form, text);
  const twiml = await response.text();
  const ms = performance.now() - began;
  const reply = response.ok ? replyIn(twiml) : null;
  const isNew = exchange.messages.length > known;
  if (reply !== null && isNew) exchange.reply(text.from, reply);
  return { sid: message.sid, status: response.status, twiml, reply, ms };
}

/** Moves an accepted text along, reporting each step; a report that nobody takes is lost, as at Twilio. */
export async function reportStatuses(
  options: StandInOptions,
  message: StandInMessage,
  failsWith: number | null,
  signal: AbortSignal,
): Promise<void> {
  const steps: StandInStatus[] = ["queued", "sent", failsWith === null ? "delivered" : "undelivered"];
  const reports = options.shuffleCallbacks ? shuffled(steps) : steps;
  for (const [index, status] of steps.entries()) {
    await pause(options.callbackDelayMs ?? 5, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    message.status = status;
    if (status !== "queued") message.sentAt ??= options.now?.() ?? new Date();
    if (status === "undelivered") message.errorCode = failsWith;
    const reported = reports[index] ?? status;
    const form = {
      ...identity(options, message),
      MessageStatus: reported,
      SmsStatus: reported,
      ...(reported === "undelivered" ? { ErrorCode: String(failsWith) } : {}),
    };
    if (options.statusCallbacks && message.statusCallback) {
      for (let left = options.repeatCallbacks ? 2 : 1; left > 0; left--) {
        await report(options, message.statusCallback, form, signal);
      }
    }
  }
}

async function report(
  options: StandInOptions,
  signedUrl: string,
  form: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const { pathname, search, origin } = new URL(signedUrl);
  const url = `${options.callbackOrigin ?? origin}${pathname}${search}`;
  const response = await postSigned(options, url, signedUrl, form, { signal }).catch(() => null);
  await response?.body?.cancel();
}

function inboundForm(options: StandInOptions, message: StandInMessage, text: TextToPost) {
  return {
    ToCountry: "US",
    FromCountry: "US",
    FromZip: "",
    Body: message.body,
    NumSegments: "1",
    NumMedia: String(message.numMedia),
    SmsStatus: "received",
    ...identity(options, message),
    ...(text.optOutType ? { OptOutType: text.optOutType } : {}),
    ...text.extra,
  };
}

function identity(options: StandInOptions, { sid, from, to }: StandInMessage) {
  return {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: options.accountSid,
    ...(options.messagingServiceSid ? { MessagingServiceSid: options.messagingServiceSid } : {}),
    From: from,
    To: to,
    ApiVersion: "2010-04-01",
  };
}

function postSigned(
  options: StandInOptions,
  url: string,
  signedUrl: string,
  params: Record<string, string>,
  how: { readonly signature?: string; readonly signal?: AbortSignal },
): Promise<Response> {
  // Twilio keeps its connection overrides in the fragment, and neither sends nor signs it.
  const [signed = ""] = signedUrl.split("#");
  const signature = how.signature ?? signatureFor({ token: options.authToken, url: signed, params });
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "X-Twilio-Signature": signature, "I-Twilio-Idempotency-Token": crypto.randomUUID() },
    body: new URLSearchParams(params),
    signal: how.signal ?? AbortSignal.timeout(15_000),
  });
}

const stopWords = new Set(["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"]);
const startWords = new Set(["START", "YES", "UNSTOP"]);

function obeyReservedWord(exchange: Exchange, { from, body }: TextToPost): void {
  const word = body.trim().toUpperCase();
  if (stopWords.has(word)) exchange.optedOut.add(from);
  if (startWords.has(word)) exchange.optedOut.delete(from);
}

function replyIn(twiml: string): string | null {
  const message = /<Message>([^<]*)<\/Message>/.exec(twiml)?.[1];
  return message === undefined
    ? null
    : message.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (_, name) => unescaped(String(name)));
}

function unescaped(name: string): string {
  if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
  if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
  return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name] ?? "";
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: Math.random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}
