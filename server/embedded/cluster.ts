import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Folder } from "./folder.ts";
import { run } from "./program.ts";

/** The one role; the socket's folder is what keeps others out. */
export const user = "giftline";

/** Of the name of a cluster in the making. */
const beginning = "cluster.new-";

/** First values, for a small machine; ALTER SYSTEM overrides them. What makes commits durable stays at its default: on. */
const settings = {
  shared_buffers: "128MB",
  max_connections: "100",
  max_wal_size: "512MB",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** Makes the cluster if there is none. It gets its name when it is whole, so one broken off is simply made again. */
export async function makeCluster(folder: Folder, binaries: string): Promise<void> {
  if (existsSync(join(folder.cluster, "PG_VERSION"))) return;
  removeUnfinished(folder);
  const beside = join(folder.path, `${beginning}${randomUUID()}`);
  const { code, output } = await run(join(binaries, "bin/initdb"), initArgs(beside), folder);
  if (code !== 0) throw new Error(`PostgreSQL could not make its data directory: ${output}`);
  renameSync(beside, folder.cluster);
}

function removeUnfinished(folder: Folder): void {
  for (const name of readdirSync(folder.path)) {
    const path = join(folder.path, name);
    if (name.startsWith(beginning)) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    // Not of our making, and it may hold somebody's data: out of the way, but kept.
    if (name === "cluster") renameSync(path, join(folder.path, `damaged-${Date.now()}`));
  }
}

function initArgs(cluster: string): string[] {
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const sets = Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`);
  return ["-D", cluster, "-U", user, "--auth=trust", "--no-instructions", ...locale, ...sets];
}
