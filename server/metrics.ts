import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

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
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
