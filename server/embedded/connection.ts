import { statSync } from "node:fs";
import pg from "pg";
import { user } from "./cluster.ts";
import { port } from "./socket-folder.ts";

export type Answer =
  | { readonly kind: "ours"; readonly client: pg.Client }
  /** Starting, recovering or stopping: it answers, but not yet or no longer with data. */
  | { readonly kind: "busy" }
  | { readonly kind: "silent"; readonly problem: string };

/** Tries the socket. The connection is to the maintenance database, so that "giftline" can be dropped and restored. */
export async function knock(sockets: string, cluster: string): Promise<Answer> {
  const client = new pg.Client({
    host: sockets,
    port,
    user,
    database: "postgres",
    application_name: "giftline-join",
    ssl: false,
    connectionTimeoutMillis: 5000,
  });
  // An error event that nobody hears ends the process; what matters to us is "end".
  client.on("error", () => undefined);
  try {
    await client.connect();
    if (await isServerOf(client, cluster)) return { kind: "ours", client };
    await client.end();
    return { kind: "silent", problem: "the socket belongs to the server of another data directory" };
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof pg.DatabaseError && error.code?.startsWith("57P")) return { kind: "busy" };
    return { kind: "silent", problem: error instanceof Error ? error.message : String(error) };
  }
}

async function isServerOf(client: pg.Client, cluster: string): Promise<boolean> {
  const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
  const its = statSync(rows[0]?.data_directory ?? "", { throwIfNoEntry: false });
  const ours = statSync(cluster);
  return its?.ino === ours.ino && its.dev === ours.dev;
}
