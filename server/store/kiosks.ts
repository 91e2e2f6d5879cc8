import type { Db } from "./db.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** A touchscreen as its own pages know it. */
export type Kiosk = {
  readonly id: number;
  readonly name: string;
  readonly approvedAt: Date | null;
  readonly seenAt: Date | null;
  readonly pixelsPerMm: number | null;
  readonly printer: string | null;
  readonly outOfOrderAt: Date | null;
};

/** As organizers see it. */
export type ListedKiosk = Kiosk & {
  readonly here: boolean;
  readonly approvedBy: string | null;
  readonly hasPin: boolean;
};

const SHOWN = {
  id: true,
  name: true,
  approvedAt: true,
  seenAt: true,
  pixelsPerMm: true,
  printer: true,
  outOfOrderAt: true,
} as const;

/** The screen of the machine that this runs on. */
export async function kioskHere(db: Db): Promise<Kiosk> {
  return db.kiosk.findFirstOrThrow({ where: { here: true }, select: SHOWN });
}

/** The screen that proves itself with this; null once it was revoked. */
export async function kioskByToken(db: Db, tokenHash: Bytes): Promise<Kiosk | null> {
  return db.kiosk.findFirst({ where: { tokenHash, revokedAt: null }, select: SHOWN });
}

/** All that may act, this machine's own first. */
export async function listKiosks(db: Db): Promise<readonly ListedKiosk[]> {
  const rows = await db.kiosk.findMany({
    where: { revokedAt: null, approvedAt: { not: null } },
    select: { ...SHOWN, here: true, approvedBy: true, pinHash: true },
    orderBy: [{ here: "desc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ pinHash, ...row }) => ({ ...row, hasPin: pinHash !== null }));
}

/** One of those that may act; null when it is not there, or not any more. */
export async function kioskById(db: Db, id: number): Promise<ListedKiosk | null> {
  return (await listKiosks(db)).find((each) => each.id === id) ?? null;
}

export async function pinHashOf(db: Db, id: number): Promise<Uint8Array | null> {
  return (await db.kiosk.findUnique({ where: { id }, select: { pinHash: true } }))?.pinHash ?? null;
}

export type KioskChange = {
  readonly name?: string;
  readonly pinHash?: Bytes | null;
  readonly printer?: string | null;
  readonly outOfOrderAt?: Date | null;
  readonly pixelsPerMm?: number | null;
};

export async function changeKiosk(db: Db, id: number, change: KioskChange): Promise<void> {
  await db.kiosk.updateMany({ where: { id, revokedAt: null }, data: change });
}

/** It may only be read from now on. The screen of this machine cannot be revoked. */
export async function revokeKiosk(db: Db, id: number, revokedAt: Date): Promise<boolean> {
  const where = { id, here: false, revokedAt: null };
  return (await db.kiosk.updateMany({ where, data: { revokedAt } })).count === 1;
}

/** Writes down that it lives, unless that was written since `before`. */
export async function markSeen(db: Db, id: number, now: Date, before: Date): Promise<void> {
  const where = { id, OR: [{ seenAt: null }, { seenAt: { lt: before } }] };
  await db.kiosk.updateMany({ where, data: { seenAt: now } });
}
