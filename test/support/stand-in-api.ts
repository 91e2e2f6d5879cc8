import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import type { Exchange, Fate, SendRequest, StandInMessage } from "#test/support/stand-in-exchange.ts";

/** Answers one request of Twilio's REST API: send a text, list or delete texts, list a service's numbers, read the account and point its number. */
export async function answerApi(exchange: Exchange, request: IncomingMessage, response: ServerResponse) {
  const { accountSid, messagingServiceSid, latencyMs = 0 } = exchange.options;
  const url = new URL(request.url ?? "/", "http://stand-in");
  const form = new URLSearchParams(await text(request));
  if (latencyMs > 0) await pause(latencyMs);
  if (!isAuthentic(exchange, request)) return refuse(response, 401, 20003);
  const route = `${request.method} ${url.pathname}`;
  if (route === `POST /2010-04-01/Accounts/${accountSid}/Messages.json`)
    return send(exchange, form, response);
  if (route === `GET /2010-04-01/Accounts/${accountSid}/Messages.json`) return list(exchange, url, response);
  if (route === `GET /2010-04-01/Accounts/${accountSid}.json`)
    return json(response, 200, { sid: accountSid, status: "active", type: "Full" });
  if (route === `GET /2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers.json`)
    return json(response, 200, { incoming_phone_numbers: numbersLike(exchange, url) });
  if (route === `POST /2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${NUMBER_SID}.json`) {
    exchange.webhook = form.get("SmsUrl") ?? exchange.webhook;
    return json(response, 200, { sid: NUMBER_SID });
  }
  const deleted = new RegExp(`^DELETE /2010-04-01/Accounts/${accountSid}/Messages/(\\w+)\\.json$`).exec(
    route,
  )?.[1];
  if (deleted !== undefined && exchange.erase(deleted)) {
    response.writeHead(204).end();
    return;
  }
  if (messagingServiceSid && route === `GET /v1/Services/${messagingServiceSid}/PhoneNumbers`) {
    return json(response, 200, servicePhoneNumbers(exchange));
  }
  return refuse(response, 404, 20404);
}

function isAuthentic({ options }: Exchange, request: IncomingMessage): boolean {
  const login = Buffer.from(`${options.accountSid}:${options.authToken}`).toString("base64");
  return request.headers.authorization === `Basic ${login}`;
}

function send(exchange: Exchange, form: URLSearchParams, response: ServerResponse): void {
  const request = readSend(form);
  const refusal = refusalOf(exchange, request);
  const fate: Fate = refusal === null ? exchange.behaviour(request) : { status: 400, code: refusal };
  if (typeof fate === "object" && "code" in fate) {
    if (fate.retryAfterSeconds !== undefined) response.setHeader("Retry-After", fate.retryAfterSeconds);
    refuse(response, fate.status, fate.code);
  } else if (fate !== "hang") {
    const message = exchange.accept(request, fate);
    if (fate === "accept-then-drop") response.destroy();
    else if (fate === "accept-then-500") refuse(response, 500, 20500);
    else if (fate !== "accept-then-hang") json(response, 201, resource(exchange, message));
  }
}

function readSend(form: URLSearchParams): SendRequest {
  const validity = form.get("ValidityPeriod");
  return {
    to: form.get("To") ?? "",
    from: form.get("From"),
    messagingServiceSid: form.get("MessagingServiceSid"),
    body: form.get("Body") ?? "",
    statusCallback: form.get("StatusCallback"),
    validityPeriod: validity === null ? null : Number(validity),
  };
}

function refusalOf({ options, optedOut }: Exchange, request: SendRequest): number | null {
  const { from, messagingServiceSid, validityPeriod } = request;
  if (!/^\+\d{7,15}$/.test(request.to)) return 21211;
  if (from === null && messagingServiceSid === null) return 21603;
  if (from !== null && from !== options.ourNumber) return 21606;
  if (messagingServiceSid !== null && messagingServiceSid !== options.messagingServiceSid) return 21705;
  if (request.body === "") return 21602;
  if (request.body.length > 1600) return 21617;
  if (validityPeriod !== null && !(validityPeriod >= 1 && validityPeriod <= 36_000)) return 21622;
  return optedOut.has(request.to) ? 21610 : null;
}

function list(exchange: Exchange, url: URL, response: ServerResponse): void {
  const query = url.searchParams;
  const size = Math.min(1_000, Number(query.get("PageSize") ?? 50));
  const matching = exchange.messages
    .filter((message) => !message.erased && matches(message, query))
    .sort(bySentDate);
  const token = query.get("PageToken");
  const start = token === null ? 0 : matching.findIndex(({ sid }) => token === `PA${sid}`) + 1;
  const page = matching.slice(start, start + size);
  const next = new URLSearchParams(query);
  next.set("Page", String(Number(query.get("Page") ?? 0) + 1));
  next.set("PageToken", `PA${page.at(-1)?.sid}`);
  const more = start + size < matching.length;
  json(response, 200, {
    messages: page.map((message) => resource(exchange, message)),
    page: Number(query.get("Page") ?? 0),
    page_size: size,
    uri: `${url.pathname}${url.search}`,
    next_page_uri: more ? `${url.pathname}?${next}` : null,
  });
}

function matches({ to, from, sentAt }: StandInMessage, query: URLSearchParams): boolean {
  const day = query.get("DateSent");
  const after = query.get("DateSent>");
  const before = query.get("DateSent<");
  if (query.has("To") && query.get("To") !== to) return false;
  if (query.has("From") && query.get("From") !== from) return false;
  if (day === null && after === null && before === null) return true;
  if (sentAt === null) return false;
  const sent = sentAt.toISOString();
  if (day !== null && sent.slice(0, 10) !== day.slice(0, 10)) return false;
  return (
    (after === null || sentAt.getTime() >= Date.parse(after)) &&
    (before === null || sentAt.getTime() <= Date.parse(before))
  );
}

/** Newest first by the date sent; where Twilio puts those without one is not documented, so the worst: last. */
function bySentDate(one: StandInMessage, other: StandInMessage): number {
  return (other.sentAt?.getTime() ?? 0) - (one.sentAt?.getTime() ?? 0);
}

function resource({ options }: Exchange, message: StandInMessage) {
  return {
    account_sid: options.accountSid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: rfc2822(message.at),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.sentAt ?? message.at),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: null,
    from: message.from,
    messaging_service_sid: options.messagingServiceSid ?? null,
    num_media: String(message.numMedia),
    num_segments: "1",
    price: null,
    price_unit: "USD",
    sid: message.sid,
    status: message.status,
    subresource_uris: {},
    to: message.to,
    uri: `/2010-04-01/Accounts/${options.accountSid}/Messages/${message.sid}.json`,
  };
}

const NUMBER_SID = `PN${"0".repeat(32)}`;

function numbersLike({ options, webhook }: Exchange, url: URL) {
  const isOurs = url.searchParams.get("PhoneNumber") === options.ourNumber;
  return isOurs
    ? [{ sid: NUMBER_SID, sms_url: webhook, sms_fallback_url: "", capabilities: { sms: true } }]
    : [];
}

function servicePhoneNumbers({ options }: Exchange) {
  const phone = { sid: NUMBER_SID, phone_number: options.ourNumber, country_code: "US" };
  return {
    phone_numbers: [phone],
    meta: { key: "phone_numbers", page: 0, page_size: 50, next_page_url: null },
  };
}

function rfc2822(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}

function refuse(response: ServerResponse, status: number, code: number): void {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  json(response, status, { code, message: `Stand-in: ${code}`, more_info, status });
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
