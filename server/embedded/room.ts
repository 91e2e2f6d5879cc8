import { statfs } from "node:fs/promises";
import { join } from "node:path";

/** PostgreSQL writes its log in pieces of 16 MB: with less room than two, the next text may not be kept. */
const LEAST_BYTES = 32 * 1024 ** 2;

/** Whether the disk with the embedded database can take what is still to come. */
export async function hasRoom(dataDir: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(join(dataDir, "postgres"));
  return bavail * bsize >= LEAST_BYTES;
}
