import { z } from "zod";

/** What a job carries: ids of outbox rows, nothing else. The row says what is to be done and to whom. */
export const JobData = z.object({ ids: z.array(z.number().int()).min(1) });
export type JobData = z.infer<typeof JobData>;

/** Every kind of job: the queue that works it and how many rows one job may carry. */
export const JOBS = {
  match: { queue: "match", most: 20 },
  "plan-asks": { queue: "match", most: 20 },
  "tend-ask": { queue: "tend", most: 20 },
  "tend-post": { queue: "tend", most: 20 },
  "plan-series": { queue: "tend", most: 20 },
  "start-broadcast": { queue: "tend", most: 1 },
  "tend-release": { queue: "tend", most: 20 },
  "end-broadcast": { queue: "tend", most: 1 },
  "remind-gathering": { queue: "tend", most: 20 },
  "forget-texts": { queue: "tend", most: 1 },
  "fetch-texts": { queue: "fetch", most: 1 },
  "erase-texts": { queue: "fetch", most: 1 },
  send: { queue: "send", most: 500 },
} as const;

export type JobName = keyof typeof JOBS;
export type QueueName = (typeof JOBS)[JobName]["queue"];
export const QUEUES = ["match", "tend", "fetch", "send"] as const satisfies readonly QueueName[];

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOBS, name);
}
