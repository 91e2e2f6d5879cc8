import type { Db } from "./db.ts";

/** The same digits again change nothing. */
export async function addSlip(
  db: Db,
  slip: { readonly codeHash: Uint8Array<ArrayBuffer>; readonly postId: number; readonly createdAt: Date },
): Promise<void> {
  await db.slip.createMany({ data: [slip], skipDuplicates: true });
}

/** The post that a slip's digits look up. */
export async function postOfSlip(db: Db, codeHash: Uint8Array<ArrayBuffer>): Promise<number | null> {
  const slip = await db.slip.findUnique({ where: { codeHash }, select: { postId: true } });
  return slip?.postId ?? null;
}

/** Whether these digits stand for nothing: no card of any batch, no slip, no scan that had waited. */
export async function isFreeCode(db: Db, codeHash: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const used = await Promise.all([
    db.card.findFirst({ where: { codeHash }, select: { id: true } }),
    db.slip.findUnique({ where: { codeHash }, select: { id: true } }),
    db.lateScan.findFirst({ where: { codeHash }, select: { id: true } }),
  ]);
  return used.every((each) => each === null);
}
