import { setTimeout as pause } from "node:timers/promises";
import type { StandIn } from "#test/support/stand-in-carrier.ts";

/** A text that somebody wrote: what it should set off once, and whether the program took it. */
export type Written = {
  readonly kind: "need" | "gift" | "yes" | "words";
  /** The thing of its story; for words, the words themselves. */
  readonly mark: string;
  readonly sid: string;
  /** Answered with 200: from here on it must not be lost. */
  readonly answered: boolean;
};

export type Writer = {
  readonly written: readonly Written[];
  /** Deliveries that the carrier tried again because nobody answered. */
  readonly repeats: number;
  /** The answer; null for none. */
  write(from: string, body: string, about: Pick<Written, "kind" | "mark">): Promise<string | null>;
};

/** As a carrier with retries: tried again soon, given up in the end. */
const RETRY_MS = 250;
const GIVE_UP_MS = 15_000;

/** Delivers texts to the webhook, again and again with the same id until one is answered. */
export function newWriter(standIn: StandIn, webhook: string): Writer {
  const written: Written[] = [];
  let repeats = 0;
  return {
    written,
    get repeats() {
      return repeats;
    },
    async write(from, body, about) {
      const sid = `SM${crypto.randomUUID().replaceAll("-", "")}`;
      const deadline = performance.now() + GIVE_UP_MS;
      while (performance.now() < deadline) {
        const posted = await standIn.postText(webhook, { from, body, sid }).catch(() => null);
        if (posted?.status === 200) {
          written.push({ ...about, sid, answered: true });
          return posted.reply;
        }
        repeats += 1;
        await pause(RETRY_MS);
      }
      written.push({ ...about, sid, answered: false });
      return null;
    },
  };
}
