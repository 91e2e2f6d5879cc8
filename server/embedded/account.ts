import { readFileSync, statSync } from "node:fs";
import type { Account } from "./program.ts";

/**
 * Who PostgreSQL runs as: ourselves, but never root (PostgreSQL refuses).
 * For root it is the owner of the existing cluster, else `postgres`, else `nobody`.
 */
export function serverAccount(cluster: string | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = cluster === undefined ? undefined : statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = fromPasswd("postgres") ?? fromPasswd("nobody");
  if (account === undefined) {
    throw new Error(
      "PostgreSQL may not run as root, and /etc/passwd has neither postgres nor nobody: start Giftline as another user, or set DATABASE_URL",
    );
  }
  return account;
}

function fromPasswd(name: string): Account | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
