import { setTimeout as pause } from "node:timers/promises";
import { Client, type PoolConfig } from "pg";
import { type Announcement, announce, takeKey } from "../store/key-state.ts";

const ASK_AGAIN_MS = 250;

/**
 * Does `work` while no process of this installation hashes or writes: each is asked to step aside, and goes on after.
 * Null when some did not within `withinMs`. Dies whole: with the connection goes the lock.
 */
export async function alone<T>(
  connection: PoolConfig,
  { said, withinMs }: { readonly said: Announcement; readonly withinMs: number },
  work: (client: Client) => Promise<T>,
): Promise<{ readonly result: T } | null> {
  const [client, crier] = [await connect(connection), await connect(connection)];
  try {
    const asking = new AbortController();
    const crying = cry(crier, said, asking.signal);
    const taken = await takeKey(client, withinMs).finally(() => asking.abort());
    await crying;
    return taken ? { result: await work(client) } : null;
  } finally {
    await Promise.all([client.end(), crier.end()]);
  }
}

/** Again and again: who listens may be busy, or have come late. */
async function cry(client: Client, said: Announcement, asking: AbortSignal): Promise<void> {
  while (!asking.aborted) {
    await announce(client, said);
    await pause(ASK_AGAIN_MS, undefined, { signal: asking }).catch((fault: unknown) => {
      if (!asking.aborted) throw fault;
    });
  }
}

export async function connect(connection: PoolConfig): Promise<Client> {
  const client = new Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
