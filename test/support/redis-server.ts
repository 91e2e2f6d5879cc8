import { spawn } from "node:child_process";
import { once } from "node:events";
import { Redis } from "ioredis";
import { freePort } from "#test/support/free-port.ts";

export type RedisServer = Awaited<ReturnType<typeof startRedisServer>>;

/** A real Redis on loopback that keeps nothing on disk, answering. Started anew on the same port, it is empty. */
export async function startRedisServer(
  folder: string,
  { port: wanted, databases = 16 }: { readonly port?: number; readonly databases?: number } = {},
) {
  const port = wanted ?? (await freePort());
  const options = { port, bind: "127.0.0.1", dir: folder, databases, save: "" };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.env["REDIS_SERVER"] ?? "redis-server", args, { stdio: "ignore" });
  const failed = once(child, "error").then(([fault]) => Promise.reject(fault));
  const ended = once(child, "exit");
  const url = `redis://127.0.0.1:${port}`;
  const ask = async <T>(question: (client: Redis) => Promise<T>): Promise<T> => {
    const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on("error", () => undefined);
    return question(client).finally(() => client.disconnect());
  };
  await Promise.race([ask((client) => client.ping()), failed]);
  return {
    url,
    port,
    empty: () => ask((client) => client.flushall()),
    /** Stops it where it stands, its connections open, and lets it go on. */
    freeze: () => child.kill("SIGSTOP"),
    thaw: () => child.kill("SIGCONT"),
    async end(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
      child.kill(signal);
      await ended;
    },
  };
}
