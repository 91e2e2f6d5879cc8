import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What operators watch. No label ever holds anything of a person. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    textsIn: new Counter({
      name: "giftline_texts_in_total",
      help: "Texts that came in, by verb",
      labelNames: ["verb"],
      registers,
    }),
    repeats: new Counter({
      name: "giftline_texts_repeated_total",
      help: "Deliveries of a text that was stored before",
      registers,
    }),
    refused: new Counter({
      name: "giftline_webhooks_refused_total",
      help: "Webhooks without a valid signature",
      registers,
    }),
    overload: new Counter({
      name: "giftline_overload_total",
      help: "Requests refused at once because too many were in hand",
      labelNames: ["for"],
      registers,
    }),
    answerSeconds: new Histogram({
      name: "giftline_answer_seconds",
      help: "From a text's arrival to its committed answer",
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    }),
    textsOut: new Counter({
      name: "giftline_texts_out_total",
      help: "Texts handed to the carrier, by outcome",
      labelNames: ["outcome"],
      registers,
    }),
    jobs: new Counter({
      name: "giftline_jobs_total",
      help: "Jobs worked, by name and outcome",
      labelNames: ["name", "outcome"],
      registers,
    }),
    ...gauges(registers),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;

/** Set when somebody looks. */
function gauges(registers: Registry[]) {
  return {
    openPosts: new Gauge({
      name: "giftline_open_posts",
      help: "Open posts, by kind",
      labelNames: ["kind"],
      registers,
    }),
    unsentTexts: new Gauge({
      name: "giftline_unsent_texts",
      help: "Texts that have not reached the carrier, by state",
      labelNames: ["state"],
      registers,
    }),
    openInbox: new Gauge({
      name: "giftline_open_inbox",
      help: "Texts that a person must answer",
      labelNames: ["urgent"],
      registers,
    }),
    dueJobs: new Gauge({ name: "giftline_due_jobs", help: "Jobs that are due and not done", registers }),
    senderHalted: new Gauge({
      name: "giftline_sender_halted",
      help: "1 while the carrier refuses this sender",
      registers,
    }),
  };
}
