import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { signatureFor } from "#sms/twilio/signature.ts";
import { sampleText } from "./sample-texts.ts";

export type Target = {
  readonly port: number;
  readonly publicUrl: string;
  readonly token: string;
  readonly accountSid: string;
};
export type Prepared = { readonly body: string; readonly signature: string };
export type Figures = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failed: number;
};

/** Signs beforehand, so that the load costs the machine as little as it can. */
export function prepare(target: Target, from: number, count: number): readonly Prepared[] {
  return Array.from({ length: count }, (_, index) => {
    const { from: phone, body } = sampleText(from + index);
    const params = {
      MessageSid: `SM${String(from + index).padStart(32, "0")}`,
      AccountSid: target.accountSid,
      From: phone,
      To: "+14015550100",
      Body: body,
      NumMedia: "0",
    };
    const signature = signatureFor({ token: target.token, url: `${target.publicUrl}/twilio/sms`, params });
    return { body: new URLSearchParams(params).toString(), signature };
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function post(port: number, text: Prepared): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": Buffer.byteLength(text.body),
      "x-twilio-signature": text.signature,
    };
    const sent = request(
      { host: "127.0.0.1", port, path: "/twilio/sms", method: "POST", agent, headers },
      (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode === 200));
      },
    );
    // A connection that the server closed as idle just then says nothing about the server: as a carrier does, again.
    sent.on("error", () => resolve(sent.reusedSocket ? post(port, text) : false)).end(text.body);
  });
}

/** As many at once as `atOnce`, each followed by the next, for `seconds` or until the texts run out. */
export async function saturate(
  target: Target,
  texts: readonly Prepared[],
  atOnce: number,
  seconds: number,
): Promise<Figures> {
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = async () => {
    for (let text = texts[next++]; text && performance.now() < end; text = texts[next++]) {
      const start = performance.now();
      if (!(await post(target.port, text))) failed++;
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return figures(times, (performance.now() - began) / 1000, failed);
}

/** One every 1/`perSecond` s, whether or not the ones before were answered: waiting counts. */
export async function steady(
  target: Target,
  texts: readonly Prepared[],
  perSecond: number,
): Promise<Figures> {
  const times: number[] = [];
  const open: Promise<void>[] = [];
  let failed = 0;
  const began = performance.now();
  for (const [index, text] of texts.entries()) {
    const due = began + (index * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    open.push(
      post(target.port, text).then((taken) => {
        if (!taken) failed++;
        times.push(performance.now() - Math.max(due, began));
      }),
    );
  }
  await Promise.all(open);
  return figures(times, (performance.now() - began) / 1000, failed);
}

function figures(times: number[], seconds: number, failed: number): Figures {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
  return {
    perSecond: Math.round(times.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed,
  };
}
