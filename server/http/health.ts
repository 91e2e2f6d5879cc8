import { Hono } from "hono";
import { lookAtState, type State } from "../actions/look-at-state.ts";
import type { Booted } from "../context.ts";
import { hasRoom } from "../embedded/room.ts";
import { openInboxCounts } from "../store/inbox.ts";
import { unsentCounts } from "../store/outbound-texts.ts";
import { openPostCounts } from "../store/posts.ts";
import { haltedCodes } from "../store/senders.ts";

const READY_WITHIN_MS = 3_000;

/** For whoever watches the machine: alive, able to take work, and how it goes. */
export function healthRoutes({ ctx, queues }: Pick<Booted, "ctx" | "queues">): Hono {
  const routes = new Hono();

  routes.get("/healthz", (c) => c.json({ alive: true }));

  routes.get("/readyz", async (c) => {
    const [database, queue, disk, halted] = await Promise.all([
      works(ctx.db.$queryRaw`SELECT 1`),
      works(queues.ping()),
      // The disk of a database elsewhere is not ours to look at.
      ctx.config.databaseUrl ? true : inTime(hasRoom(ctx.config.dataDir), false),
      inTime(haltedCodes(ctx.db), []),
    ]);
    const ready = database && queue && disk;
    return c.json(
      { ready, database, queue, disk, sender: halted.length === 0 ? "ok" : `halted: ${halted.join(", ")}` },
      ready ? 200 : 503,
    );
  });

  routes.get("/metrics", async (c) => {
    await measure(ctx);
    return c.body(await ctx.metrics.registry.metrics(), 200, {
      "content-type": ctx.metrics.registry.contentType,
    });
  });

  return routes;
}

/** Whether it answers well and in time; a server that hangs is not ready either. */
function works(question: Promise<unknown>): Promise<boolean> {
  return inTime(
    question.then(() => true),
    false,
  );
}

/** The answer; `otherwise` when it fails or does not come in time. */
async function inTime<T>(question: Promise<T>, otherwise: T): Promise<T> {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.resolve(otherwise), READY_WITHIN_MS);
  const answered = question.catch(() => otherwise);
  return Promise.race([answered, late.promise]).finally(() => clearTimeout(timer));
}

/** Looks at what is open, due and unsent at this moment. */
async function measure(ctx: Booted["ctx"]): Promise<void> {
  const { db, metrics } = ctx;
  const { needs, gifts } = await openPostCounts(db);
  metrics.openPosts.set({ kind: "need" }, needs);
  metrics.openPosts.set({ kind: "gift" }, gifts);
  metrics.unsentTexts.reset();
  for (const { state, count } of await unsentCounts(db)) metrics.unsentTexts.set({ state }, count);
  const inbox = await openInboxCounts(db);
  metrics.openInbox.set({ urgent: "yes" }, inbox.urgent);
  metrics.openInbox.set({ urgent: "no" }, inbox.other);
  show(ctx, await lookAtState(ctx));
}

function show({ metrics, now }: Booted["ctx"], state: State): void {
  const secondsSince = (at: Date | null) => (at ? Math.max(0, (now().getTime() - at.getTime()) / 1000) : 0);
  metrics.dueJobs.set(state.jobs.count);
  metrics.oldestJobSeconds.set(secondsSince(state.jobs.oldest));
  metrics.oldestTextSeconds.set(secondsSince(state.texts.oldestDue));
  metrics.senderHalted.set(state.haltedCode === null ? 0 : 1);
  metrics.segmentsToday.set(state.segments.today);
  metrics.segmentsBudget.set(state.segments.budget ?? 0);
  metrics.lastBackup.set((state.lastBackup?.getTime() ?? 0) / 1000);
  metrics.diskFree.set(state.disk?.freeBytes ?? 0);
  metrics.diskSize.set(state.disk?.sizeBytes ?? 0);
}
