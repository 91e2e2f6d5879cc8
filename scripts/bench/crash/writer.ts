import { setTimeout as pause } from "node:timers/promises";
import type { StandIn } from "#test/support/stand-in-carrier.ts";

/** A text that somebody wrote: what it should set off once, and whether the program took it. */
export type Written = {
  readonly kind: "need" | "gift" | "yes" | "words";
  /** The thing of its story; for words, the words themselves. */
  readonly mark: string;
  readonly sid: string;
  /** When it was first delivered. */
  readonly at: number;
  /** Answered with 200: from here on it must not be lost. */
  readonly answered: boolean;
  readonly reply: string | null;
  /** Delivered once more after its answer, it got another one. */
  readonly answeredOtherwise: boolean;
};

export type Writer = {
  readonly written: readonly Written[];
  /** Deliveries that the carrier tried again because nobody answered. */
  readonly repeats: number;
  /** The answer; null for none. */
  write(from: string, body: string, about: Pick<Written, "kind" | "mark">): Promise<string | null>;
};

/** As a carrier with retries: tried again soon, then less often, given up in the end. */
const RETRY_MS = 250;
const RETRY_AT_LEAST_EVERY_MS = 2_000;
const GIVE_UP_MS = 15_000;
/** One in so many is delivered again though it was answered. */
const REPEAT_EVERY = 5;

/** Delivers texts to the webhook, again and again with the same id until one is answered. */
export function newWriter(standIn: StandIn, webhook: string, giveUpMs = GIVE_UP_MS): Writer {
  const written: Written[] = [];
  let repeats = 0;
  const post = (text: { from: string; body: string; sid: string }) =>
    standIn.postText(webhook, text).catch(() => null);
  return {
    written,
    get repeats() {
      return repeats;
    },
    async write(from, body, about) {
      const sid = `SM${crypto.randomUUID().replaceAll("-", "")}`;
      const text = { ...about, sid, at: Date.now() };
      const deadline = performance.now() + giveUpMs;
      for (let tries = 0; performance.now() < deadline; tries++) {
        const posted = await post({ from, body, sid });
        if (posted?.status === 200) {
          const again = written.length % REPEAT_EVERY === 0 ? await post({ from, body, sid }) : null;
          const answeredOtherwise = again?.status === 200 && again.reply !== posted.reply;
          written.push({ ...text, answered: true, reply: posted.reply, answeredOtherwise });
          return posted.reply;
        }
        repeats += 1;
        await pause(Math.min(RETRY_MS * 2 ** tries, RETRY_AT_LEAST_EVERY_MS));
      }
      written.push({ ...text, answered: false, reply: null, answeredOtherwise: false });
      return null;
    },
  };
}
