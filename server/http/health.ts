import { Hono } from "hono";
import { Gauge } from "prom-client";
import type { Booted } from "../boot.ts";
import { unsentCounts } from "../store/outbound-texts.ts";
import { dueJobs } from "../store/outbox.ts";
import { openPostCounts } from "../store/posts.ts";
import { haltedCodes } from "../store/senders.ts";

const READY_WITHIN_MS = 3_000;

/** For whoever watches the machine: alive, able to take work, and how it goes. */
export function healthRoutes({ ctx, queues }: Pick<Booted, "ctx" | "queues">): Hono {
  const routes = new Hono();
  const gauges = stateGauges(ctx.metrics.registry);

  routes.get("/healthz", (c) => c.json({ alive: true }));

  routes.get("/readyz", async (c) => {
    const [database, queue, halted] = await Promise.all([
      works(ctx.db.$queryRaw`SELECT 1`),
      works(queues.ping()),
      haltedCodes(ctx.db).catch(() => []),
    ]);
    const ready = database && queue;
    return c.json(
      { ready, database, queue, sender: halted.length === 0 ? "ok" : `halted: ${halted.join(", ")}` },
      ready ? 200 : 503,
    );
  });

  routes.get("/metrics", async (c) => {
    await gauges(ctx);
    return c.body(await ctx.metrics.registry.metrics(), 200, {
      "content-type": ctx.metrics.registry.contentType,
    });
  });

  return routes;
}

/** Whether it answers well and in time; a server that hangs is not ready either. */
async function works(question: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), READY_WITHIN_MS);
  const answered = question.then(() => true).catch(() => false);
  return Promise.race([answered, late.promise]).finally(() => clearTimeout(timer));
}

function stateGauges(registry: Booted["ctx"]["metrics"]["registry"]) {
  const registers = [registry];
  const posts = new Gauge({
    name: "giftline_open_posts",
    help: "Open posts, by kind",
    labelNames: ["kind"],
    registers,
  });
  const texts = new Gauge({
    name: "giftline_unsent_texts",
    help: "Texts that have not reached the carrier, by state",
    labelNames: ["state"],
    registers,
  });
  const jobs = new Gauge({ name: "giftline_due_jobs", help: "Jobs that are due and not done", registers });
  const halted = new Gauge({
    name: "giftline_sender_halted",
    help: "1 while the carrier refuses this sender",
    registers,
  });
  return async (ctx: Booted["ctx"]) => {
    const { needs, gifts } = await openPostCounts(ctx.db);
    posts.set({ kind: "need" }, needs);
    posts.set({ kind: "gift" }, gifts);
    texts.reset();
    for (const { state, count } of await unsentCounts(ctx.db)) texts.set({ state }, count);
    jobs.set((await dueJobs(ctx.db, ctx.now())).count);
    halted.set((await haltedCodes(ctx.db)).length > 0 ? 1 : 0);
  };
}
