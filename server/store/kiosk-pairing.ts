import type { Db } from "./db.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const WAITING = { approvedAt: null, revokedAt: null, here: false } as const;

/** Adds a screen that waits, unless `most` wait already; those from before `since` are forgotten first. */
export async function addWaiting(
  db: Db,
  screen: { readonly tokenHash: Bytes; readonly codeHash: Bytes; readonly now: Date },
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<"added" | "full" | "code-taken"> {
  const { tokenHash, codeHash, now } = screen;
  // One after the other, so that no two see the last free place.
  await db.$executeRaw`LOCK TABLE kiosks IN SHARE ROW EXCLUSIVE MODE`;
  await db.kiosk.deleteMany({ where: { ...WAITING, createdAt: { lt: since } } });
  if ((await db.kiosk.count({ where: WAITING })) >= most) return "full";
  if (await db.kiosk.findUnique({ where: { codeHash }, select: { id: true } })) return "code-taken";
  await db.kiosk.create({ data: { name: "", tokenHash, codeHash, createdAt: now } });
  return "added";
}

/** Lets the screen that waits with this code act; null when none does. */
export async function approveWaiting(
  db: Db,
  codeHash: Bytes,
  given: { readonly name: string; readonly by: string; readonly now: Date; readonly since: Date },
): Promise<number | null> {
  const { name, by, now, since } = given;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    UPDATE kiosks SET name = ${name}, approved_at = ${now}::timestamptz, approved_by = ${by}, code_hash = NULL
    WHERE code_hash = ${codeHash} AND approved_at IS NULL AND revoked_at IS NULL
      AND created_at >= ${since}::timestamptz
    RETURNING id`;
  return row?.id ?? null;
}

/** A screen gives up its own waiting: it asks anew, or was let go. */
export async function forgetWaiting(db: Db, tokenHash: Bytes): Promise<void> {
  await db.kiosk.deleteMany({ where: { ...WAITING, tokenHash } });
}
