import { setTimeout as wait } from "node:timers/promises";
import { lookUpTexts } from "../actions/look-up-texts.ts";
import { sendNext } from "../actions/send-next.ts";
import type { Context } from "../context.ts";
import { outlook } from "../store/senders.ts";

const MOST_UNDER_WAY = 100;
/** Another worker holds the text or the pace for a moment. */
const SHORT_WAIT_MS = 20;
const LONGEST_WAIT_MS = 1_000;
/** A broadcast may keep a drain busy for an hour: texts in doubt are not to wait for its end. */
const LOOK_UP_EVERY_MS = 5_000;

/** What is under way, shared by all drains of this process; `stopping` ends the drains, `underWay` is waited for. */
export type Drains = { readonly underWay: Set<Promise<void>>; readonly stopping: AbortSignal };

/**
 * Sends what is due, best first, as fast as the sender's rate allows, until nothing is. Returns when something
 * will be due again (queued for later, or in doubt), or null.
 */
export async function drainSends(ctx: Context, drains: Drains): Promise<Date | null> {
  await lookUpTexts(ctx);
  let lookedUpAt = performance.now();
  while (!drains.stopping.aborted) {
    if (drains.underWay.size >= MOST_UNDER_WAY) {
      await Promise.race(drains.underWay);
      continue;
    }
    if (performance.now() - lookedUpAt > LOOK_UP_EVERY_MS) {
      lookedUpAt = performance.now();
      track(ctx, drains.underWay, lookUpTexts(ctx));
    }
    const next = await sendNext(ctx);
    if (next) {
      track(ctx, drains.underWay, next.done);
      continue;
    }
    const { halted, waiting, paceMs, nextDue } = await outlook(ctx.db, ctx.carrier.sender, ctx.now());
    if (halted) return null;
    if (!waiting) return nextDue;
    await pause(Math.min(Math.ceil(paceMs) || SHORT_WAIT_MS, LONGEST_WAIT_MS), drains.stopping);
  }
  return ctx.now();
}

async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stopping }).catch((fault: unknown) => {
    if (!stopping.aborted) throw fault;
  });
}

function track(ctx: Context, underWay: Set<Promise<void>>, done: Promise<void>): void {
  const tracked = done
    .catch((err: unknown) =>
      ctx.log.error({ err }, "The outcome of a text was not recorded: it will be looked up."),
    )
    .finally(() => underWay.delete(tracked));
  underWay.add(tracked);
}
