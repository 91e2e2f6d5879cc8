import { setTimeout as pause } from "node:timers/promises";
import type { BaseAdapter } from "@bull-board/api/baseAdapter";
import { createPostgresBackend, type PgPool, Queue, runMigrations, Worker, withBackend } from "bullmq";
import { Redis } from "ioredis";
import { Pool, type PoolClient, type PoolConfig } from "pg";
import type { Log } from "../log.ts";
import { outliveServer } from "../store/db.ts";
import { JobData, type JobName, QUEUES, type QueueName } from "./definitions.ts";

export type Queues = {
  add(queue: QueueName, jobs: readonly { name: JobName; data: JobData }[]): Promise<void>;
  /** Works a queue until closed; closing waits for the jobs in hand. */
  work(
    queue: QueueName,
    concurrency: number,
    worker: (name: string, data: JobData) => Promise<void>,
  ): { close(): Promise<void> };
  /** What Bull Board looks at them through; nothing can be changed by it. Loaded when it is asked for. */
  toLookAt(): Promise<readonly BaseAdapter[]>;
  /** Throws when the queue's server does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** A job is only a wake-up call: the outbox keeps what is to be done, so nothing is kept of finished ones. */
const JOB_OPTIONS = {
  attempts: 5,
  backoff: { type: "exponential", delay: 500 },
  removeOnComplete: true,
  removeOnFail: { age: 24 * 3600, count: 1000 },
} as const;

/** A worker that died is noticed within seconds, however often it dies; so is the return of the queue's server. */
const WORKER_OPTIONS = {
  lockDuration: 5_000,
  stalledInterval: 1_000,
  maxStalledCount: 1_000,
  runRetryDelay: 500,
} as const;

/** What both of BullMQ's backends have in common, as far as it is used here. */
type OpenQueue = {
  addBulk(jobs: { name: string; data: JobData; opts: typeof JOB_OPTIONS }[]): Promise<unknown>;
  on(event: "error", listener: (fault: Error) => void): unknown;
  close(): Promise<void>;
};
type OpenWorker = {
  on(event: "error", listener: (fault: Error) => void): unknown;
  on(
    event: "failed",
    listener: (job: { name: string; attemptsMade: number } | undefined, fault: Error) => void,
  ): unknown;
  close(): Promise<void>;
};
type Backend = {
  open(name: QueueName): OpenQueue;
  work(
    name: QueueName,
    concurrency: number,
    worker: (job: { name: string; data: unknown }) => Promise<void>,
  ): OpenWorker;
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** BullMQ on Redis when there is one, else on the database itself: the same jobs, the same promises. */
export async function openQueues(
  redisUrl: string | undefined,
  database: PoolConfig,
  log: Log,
): Promise<Queues> {
  const backend = redisUrl ? onRedis(redisUrl, log) : await onPostgres(database, log);
  const queues = new Map(QUEUES.map((name) => [name, backend.open(name)]));
  for (const [queue, each] of queues) each.on("error", (err) => log.error({ err, queue }, "queue"));
  return {
    async add(name, jobs) {
      await queues.get(name)?.addBulk(jobs.map((job) => ({ ...job, opts: JOB_OPTIONS })));
    },
    work(name, concurrency, work) {
      const worker = backend.work(name, concurrency, (job) => work(job.name, JobData.parse(job.data)));
      worker.on("error", (err) => log.error({ err, queue: name }, "worker"));
      worker.on("failed", (job, err) =>
        log.error({ err, queue: name, job: job?.name, attempt: job?.attemptsMade }, "job failed"),
      );
      return { close: () => worker.close() };
    },
    async toLookAt() {
      const { BullMQAdapter } = await import("@bull-board/api/bullMQAdapter");
      // It asks for a queue on Redis by name and works with either backend.
      const adapterOf = (queue: unknown) => new BullMQAdapter(queue as Queue, { readOnlyMode: true });
      return [...queues.values()].map(adapterOf);
    },
    ping: backend.ping,
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}

const CONNECTIONS = 12;
const FAULT_MS = 250;

async function onPostgres(database: PoolConfig, log: Log): Promise<Backend> {
  // BullMQ's tables have a schema of their own, which a pool that it did not make must name itself.
  const pool = new Pool({ ...database, max: CONNECTIONS, options: "-c search_path=bullmq" });
  pool.on("error", (err) => log.error({ err }, "queue connection"));
  pool.on("connect", outliveServer);
  pool.on("connect", slowFaults);
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // BullMQ's own description of a pool is narrower than pg's, though it takes one.
  const connection = pool as unknown as PgPool;
  return {
    open: (name) => new Queue(name, { connection }),
    work: (name, concurrency, worker) =>
      new Worker(name, worker, { connection, concurrency, ...WORKER_OPTIONS }),
    ping: async () => {
      await pool.query("SELECT 1");
    },
    close: () => pool.end(),
  };
}

/**
 * A query on a dead connection fails at once, and BullMQ asks again at once: without a pause between, the loop
 * that has to tell it of the connection's end never gets its turn.
 */
function slowFaults(client: PoolClient): void {
  const query: (...args: unknown[]) => unknown = client.query.bind(client);
  const patient = (...args: unknown[]) => {
    const answer = query(...args);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((fault: unknown) => pause(FAULT_MS).then(() => Promise.reject(fault)));
  };
  Object.assign(client, { query: patient });
}

function onRedis(url: string, log: Log): Backend {
  // BullMQ wants its workers' blocking connections to wait for Redis as long as it takes.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on("error", (err) => log.error({ err }, "redis"));
  return {
    open: (name) => new Queue(name, { connection }),
    work: (name, concurrency, worker) =>
      new Worker(name, worker, { connection, concurrency, ...WORKER_OPTIONS }),
    ping: async () => {
      if (connection.status !== "ready") throw new Error("Redis is not connected");
      await connection.ping();
    },
    close: async () => {
      connection.disconnect();
    },
  };
}
