import type { Db } from "./db.ts";

/** A touchscreen as its own pages know it. */
export type Kiosk = {
  readonly id: number;
  readonly name: string;
  readonly approvedAt: Date | null;
  readonly pixelsPerMm: number | null;
  readonly printer: string | null;
  readonly outOfOrderAt: Date | null;
};

const SHOWN = {
  id: true,
  name: true,
  approvedAt: true,
  pixelsPerMm: true,
  printer: true,
  outOfOrderAt: true,
} as const;

/** The screen of the machine that this runs on. */
export async function kioskHere(db: Db): Promise<Kiosk> {
  return db.kiosk.findFirstOrThrow({ where: { here: true }, select: SHOWN });
}

/** The screen that proves itself with this; null once it was revoked. */
export async function kioskByToken(db: Db, tokenHash: Uint8Array<ArrayBuffer>): Promise<Kiosk | null> {
  return db.kiosk.findFirst({ where: { tokenHash, revokedAt: null }, select: SHOWN });
}
