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
    textsFailed: new Counter({
      name: "giftline_texts_failed_total",
      help: "Texts that the carrier refused or could not deliver, by what its code means",
      labelNames: ["meaning"],
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
    ...refusals(registers),
    ...gauges(registers),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;

/** What was turned away. */
function refusals(registers: Registry[]) {
  return {
    refused: new Counter({
      name: "giftline_webhooks_refused_total",
      help: "Webhooks without a valid signature",
      registers,
    }),
    unserved: new Counter({
      name: "giftline_texts_unserved_total",
      help: "Texts from countries outside COUNTRIES: kept, neither obeyed nor answered",
      registers,
    }),
    withheld: new Counter({
      name: "giftline_answers_withheld_total",
      help: "Answers that were not given, by what kept them: limit (of one phone) or budget (of the day)",
      labelNames: ["by"],
      registers,
    }),
    signInMisses: new Counter({
      name: "giftline_sign_in_misses_total",
      help: "Wrong codes and links at the console's door, and tries that were not even looked at",
      registers,
    }),
    overLimit: new Counter({
      name: "giftline_requests_over_limit_total",
      help: "Requests that were refused because too many came from one address",
      registers,
    }),
  };
}

/** Set when somebody looks. */
function gauges(registers: Registry[]) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
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
    dueJobs: gauge("giftline_due_jobs", "Jobs that are due and not done"),
    oldestJobSeconds: gauge(
      "giftline_oldest_due_job_seconds",
      "How long the oldest of them waits; 0: none does",
    ),
    oldestTextSeconds: gauge(
      "giftline_oldest_due_text_seconds",
      "How long the oldest text that could leave waits",
    ),
    senderHalted: gauge("giftline_sender_halted", "1 while the carrier refuses this sender"),
    segmentsToday: gauge("giftline_segments_today", "Segments that left on this day of the camp's calendar"),
    segmentsBudget: gauge("giftline_segments_budget", "DAILY_SEGMENTS; 0: no budget"),
    lastBackup: gauge(
      "giftline_last_backup_timestamp_seconds",
      "When the newest backup was written; 0: none",
    ),
    diskFree: gauge("giftline_disk_free_bytes", "Room left on the disk of DATA_DIR"),
    diskSize: gauge("giftline_disk_size_bytes", "Size of the disk of DATA_DIR"),
  };
}
