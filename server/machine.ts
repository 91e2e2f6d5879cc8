import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";

/** Where `npm run backup` leaves its files, under the data folder. */
const BACKUPS = "backups";

export type Disk = { readonly freeBytes: number; readonly sizeBytes: number };

/** Room on the disk of a folder; null where that cannot be asked. */
export async function diskOf(folder: string): Promise<Disk | null> {
  const found = await statfs(folder).catch(whenMissing);
  return found && { freeBytes: found.bavail * found.bsize, sizeBytes: found.blocks * found.bsize };
}

/** When the newest file among the backups was written; null when there is none on this machine. */
export async function lastBackup(dataDir: string): Promise<Date | null> {
  const folder = join(dataDir, BACKUPS);
  const entries = await readdir(folder, { withFileTypes: true }).catch(whenMissing);
  const files = (entries ?? []).filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  const times = await Promise.all(
    files.map(async ({ name }) => (await stat(join(folder, name)).catch(whenMissing))?.mtimeMs ?? 0),
  );
  const newest = Math.max(0, ...times);
  return newest > 0 ? new Date(newest) : null;
}

function whenMissing(fault: unknown): null {
  if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return null;
  throw fault;
}
