import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import { text } from "node:stream/consumers";
import { TLSSocket } from "node:tls";
import type { RequestClient } from "twilio";
import { z } from "zod";
import { TwilioFault } from "#sms/twilio/errors.ts";

type Call = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly body: string;
};
type Answer = {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/**
 * How the `twilio` package reaches the network here, instead of its own axios client: that one cannot say whether
 * a failed request ever left (at a camp the line is often down, and then nothing needs to be looked up), hides
 * `Retry-After`, and keeps the token and the text in the errors that it throws.
 * Every request ends in a 2xx answer or a `TwilioFault`.
 */
export function createTransport(options: {
  readonly apiUrl: string;
  readonly timeoutMs: number;
}): Pick<RequestClient, "request"> {
  const apiUrl = new URL(options.apiUrl);
  // Idle connections go before a server drops them: a request on a dropped one may or may not have arrived.
  const pool = { keepAlive: true, maxSockets: 50, scheduling: "lifo", timeout: 15_000 } as const;
  const agent = apiUrl.protocol === "http:" ? new http.Agent(pool) : new https.Agent(pool);
  return {
    async request(asked) {
      const url = addressOf(new URL(asked.uri), apiUrl);
      for (const [name, value] of fields(asked.params)) url.searchParams.append(name, value);
      const body = asked.data ? new URLSearchParams(fields(asked.data)).toString() : "";
      const login = Buffer.from(`${asked.username}:${asked.password}`).toString("base64");
      const headers = { ...Headers.parse(asked.headers ?? {}), authorization: `Basic ${login}` };
      const answer = await exchange(
        { method: asked.method.toUpperCase(), url, headers, body },
        agent,
        options.timeoutMs,
      );
      if (answer.status < 200 || answer.status >= 300) throw refusal(answer);
      // What was deleted is answered with nothing.
      const said = answer.status === 204 ? null : parseJson(answer.body);
      return { statusCode: answer.status, headers: answer.headers, body: said };
    },
  };
}

const Headers = z.record(z.string(), z.string());

/** TWILIO_API_URL stands for every host of Twilio's (api., messaging.), and may carry a path of its own. */
function addressOf(wanted: URL, apiUrl: URL): URL {
  if (apiUrl.hostname === "api.twilio.com") return wanted;
  return new URL(`${apiUrl.pathname.replace(/\/$/, "")}${wanted.pathname}${wanted.search}`, apiUrl);
}

function fields(values: object | undefined): [string, string][] {
  return Object.entries(values ?? {}).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value)]],
  );
}

async function exchange(call: Call, agent: http.Agent, timeoutMs: number): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  // Looked up at the call: msw cannot see the `request` that an import has bound by name.
  const { request: send } = call.url.protocol === "https:" ? https : http;
  const request = send(call.url, { method: call.method, headers: call.headers, agent, signal });
  const line = watch(request);
  try {
    const answer = await answerTo(request, call.body);
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
  } catch (cause) {
    const code = signal.aborted ? "time-out" : (Code.safeParse(cause).data?.code ?? "no-answer");
    throw new TwilioFault({ kind: line.opened ? "no-answer" : "not-sent", code }, { cause });
  }
}

const Code = z.object({ code: z.string() });

function answerTo(request: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once("response", resolve).on("error", reject).end(body);
  });
}

/** Node writes nothing of a request before its connection stands, for TLS the handshake too. */
function watch(request: ClientRequest): { readonly opened: boolean } {
  const line = { opened: false };
  const open = () => {
    line.opened = true;
  };
  request.once("finish", open).once("socket", (socket) => {
    if (request.reusedSocket || !socket.connecting) open();
    else socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", open);
  });
  return line;
}

function refusal(answer: Answer): TwilioFault {
  const said = Said.safeParse(parseJsonOrNull(answer.body));
  const seconds = z.coerce.number().nonnegative().safeParse(answer.headers["retry-after"]);
  return new TwilioFault({
    kind: "answered",
    httpStatus: answer.status,
    code: said.success ? said.data.code : null,
    retryAfterMs: seconds.success ? seconds.data * 1000 : null,
  });
}

const Said = z.object({ code: z.number().int() });

function parseJson(body: string) {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new TwilioFault({ kind: "no-answer", code: "unreadable" }, { cause });
  }
}

function parseJsonOrNull(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
