import type { StandIn } from "#test/support/stand-in-carrier.ts";

const LOOK_EVERY_MS = 40;

type Waiting = { readonly part: string; take(body: string): void };

/** Tells who waits for a text that the carrier has taken for them. */
export function newMailboxes(standIn: StandIn) {
  const boxes = new Map<string, { texts: string[]; waiting: Waiting | null }>();
  const boxOf = (phone: string) => {
    const box = boxes.get(phone) ?? { texts: [], waiting: null };
    boxes.set(phone, box);
    return box;
  };
  let seen = 0;
  const deliver = () => {
    const { accepted } = standIn;
    for (const { to, body } of accepted.slice(seen)) {
      const box = boxOf(to);
      box.texts.push(body);
      if (box.waiting && body.includes(box.waiting.part)) box.waiting.take(body);
    }
    seen = accepted.length;
  };
  const timer = setInterval(deliver, LOOK_EVERY_MS);
  return {
    /** The first text to `phone` with `part` in it, come or yet to come. */
    async wait(phone: string, part: string, patienceMs: number): Promise<string> {
      const box = boxOf(phone);
      const come = box.texts.find((body) => body.includes(part));
      if (come !== undefined) return come;
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const late = setTimeout(() => reject(new Error(`"${part}" never came`)), patienceMs);
      box.waiting = { part, take: resolve };
      return promise.finally(() => {
        clearTimeout(late);
        box.waiting = null;
      });
    },
    close: () => clearInterval(timer),
  };
}
