import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#test/support/free-port.ts";
import { removeData, startProgram } from "#test/support/program.ts";
import { type RedisServer, startRedisServer } from "#test/support/redis-server.ts";
import { type StandIn, startStandIn } from "#test/support/stand-in-carrier.ts";
import { clockIn } from "./clock.ts";
import { diskIn } from "./disk.ts";
import { type Kept, keepRunning } from "./keep-running.ts";

/** How an installation is made up. */
export const SHAPES = ["postgresql", "redis", "one-process"] as const;
export type Shape = (typeof SHAPES)[number];

/** What `/readyz` has to say while something is gone. */
export type Part = "database" | "queue" | "disk";
/** A time in which a part surely did not work, on the clock of `performance`. */
export type Outage = { readonly part: Part; readonly from: number; readonly to: number };

export type Machine = Awaited<ReturnType<typeof startMachine>>;

const CAMP = { accountSid: `AC${"0".repeat(32)}`, authToken: "faults-test-token", ourNumber: "+14015550100" };
const DISK_MEGABYTES = 1024;

/** A camp's machine with all that runs on it and the carrier that it talks to; each part can be broken. */
export async function startMachine(shape: Shape) {
  const folder = mkdtempSync(join(tmpdir(), "giftline-faults-"));
  // Passed through by the user that PostgreSQL runs as, else its files would go elsewhere.
  chmodSync(folder, 0o711);
  const disk = diskIn(folder, DISK_MEGABYTES);
  const clock = clockIn(folder);
  const dataDir = join(typeof disk === "string" ? folder : disk.path, "data");
  const standIn = await startStandIn({ ...CAMP, statusCallbacks: true, latencyMs: 20 });
  const redis = shape === "redis" ? await keepRedis(folder) : null;
  const env = {
    ...(await settings(dataDir, standIn)),
    ...(redis ? { REDIS_URL: redis.url } : {}),
    ...(typeof clock === "string" ? {} : clock.env),
  };
  const outages: Outage[] = [];
  const { web, worker } = await startPrograms(shape, env);
  return {
    shape,
    dataDir,
    standIn,
    url: env.PUBLIC_URL,
    webhook: `${env.PUBLIC_URL}/twilio/sms`,
    web,
    /** Null where one process does both. */
    worker,
    redis,
    disk,
    clock,
    outages: outages as readonly Outage[],
    /** Notes that a part does not work for as long as `work` takes. */
    async without(part: Part, work: () => Promise<unknown>): Promise<void> {
      const isBack = this.lose(part);
      await work();
      isBack();
    },
    /** Notes that a part does not work, until it is told that it works, or did so some ms ago. */
    lose(part: Part): (agoMs?: number) => void {
      const from = performance.now();
      return (agoMs = 0) => void outages.push({ part, from, to: performance.now() - agoMs });
    },
    /** Stops the programs; what those said that did not stop well. */
    stop: once(async () => {
      redis?.running()?.thaw();
      if (typeof disk !== "string") disk.free();
      const stops = await Promise.all([web.stop(), worker?.stop()]);
      return stops.flatMap((words) => words ?? []);
    }),
    async remove(): Promise<void> {
      await this.stop();
      await redis?.end();
      await standIn.close();
      await removeData(dataDir);
      if (typeof disk !== "string") disk.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startPrograms(
  shape: Shape,
  env: Record<string, string>,
): Promise<{ web: Kept; worker: Kept | null }> {
  if (shape === "one-process") return { web: keepRunning(() => startProgram(env)), worker: null };
  const PORT = String(await freePort());
  return {
    web: keepRunning(() => startProgram({ ...env, ROLE: "web" })),
    worker: keepRunning(() => startProgram({ ...env, ROLE: "worker", PORT })),
  };
}

/** A Redis that can be killed and comes back empty, on the same port. */
async function keepRedis(folder: string) {
  const path = join(folder, "redis");
  mkdirSync(path);
  let server: RedisServer | null = await startRedisServer(path);
  const { url, port } = server;
  return {
    url,
    running: () => server,
    async kill(): Promise<void> {
      const dying = server;
      server = null;
      await dying?.end("SIGKILL");
    },
    async start(): Promise<void> {
      server ??= await startRedisServer(path, { port });
    },
    async end(): Promise<void> {
      await server?.end("SIGKILL");
    },
  };
}

async function settings(dataDir: string, standIn: StandIn) {
  const port = String(await freePort());
  return {
    PORT: port,
    HOST: "127.0.0.1",
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dataDir,
    QUIET_HOURS: "00:00-00:00",
    SMS_PER_SECOND: "1000",
    LOG_LEVEL: "info",
    TWILIO_ACCOUNT_SID: CAMP.accountSid,
    TWILIO_AUTH_TOKEN: CAMP.authToken,
    TWILIO_FROM: CAMP.ourNumber,
    TWILIO_API_URL: standIn.url,
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => (done ??= work());
}
