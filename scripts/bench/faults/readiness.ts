import { setTimeout as pause } from "node:timers/promises";
import type { Machine, Outage, Part } from "./machine.ts";

const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 8_000;
/** So soon after something broke, it may not be known yet. */
const GRACE_MS = 700;
/** What a person sees instead of a page. */
const SORRY = "went wrong on our side";

type Look = { readonly from: number; readonly to: number; readonly status: number; readonly body: string };
type Seen = { readonly readyz: readonly Look[]; readonly page: readonly Look[] };

/** Looks all the time at what the machine says of itself, and at a page that people read. */
export function watchReadiness({ url, outages }: Pick<Machine, "url" | "outages">) {
  const readyz: Look[] = [];
  const page: Look[] = [];
  const stopping = new AbortController();
  const watch = async (path: string, looks: Look[]) => {
    while (!stopping.signal.aborted) {
      const seen = await look(url + path);
      if (seen) looks.push(seen);
      await pause(LOOK_EVERY_MS);
    }
  };
  const watching = Promise.all([watch("/readyz", readyz), watch("/calendar.ics", page)]);
  return {
    /** What was not true, in words. */
    lies: () => outages.flatMap((outage) => liesIn(outage, { readyz, page })),
    /** How many answers could be judged. */
    judged: () => outages.flatMap((outage) => [...within(outage, readyz), ...within(outage, page)]).length,
    async stop(): Promise<void> {
      stopping.abort();
      await watching;
    },
  };
}

async function look(url: string): Promise<Look | null> {
  const from = performance.now();
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  const body = await answer?.text().catch(() => null);
  // A process that is not there says nothing.
  if (!answer || body === null || body === undefined) return null;
  return { from, to: performance.now(), status: answer.status, body };
}

function liesIn(outage: Outage, { readyz, page }: Seen): string[] {
  const claims = within(outage, readyz)
    .filter(({ status, body }) => status === 200 || saysWorks(body, outage.part))
    .map(({ status, body }) => `${outage.part} was gone, /readyz said ${status} ${body}`);
  if (outage.part !== "database") return claims;
  const pages = within(outage, page)
    .filter(({ status, body }) => status < 500 || !body.includes(SORRY))
    .map(({ status, body }) => `database was gone, a page said ${status} ${body.slice(0, 80)}`);
  return [...claims, ...pages];
}

function within({ from, to }: Outage, looks: readonly Look[]): readonly Look[] {
  return looks.filter((each) => each.from >= from + GRACE_MS && each.to <= to);
}

function saysWorks(body: string, part: Part): boolean {
  const said: unknown = JSON.parse(body);
  return (
    typeof said === "object" &&
    said !== null &&
    Object.entries(said).some(([k, v]) => k === part && v === true)
  );
}
