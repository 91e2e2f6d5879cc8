import type { CardMove } from "#server/domain/card.ts";
import type { Db } from "./db.ts";
import { Prisma } from "./generated/client/client.ts";

export type CardRow = {
  readonly id: number;
  readonly batchId: number;
  readonly serial: number;
  readonly postId: number | null;
  readonly place: string | null;
  readonly language: string;
  readonly endsAt: Date | null;
  readonly isActivated: boolean;
  readonly isVoid: boolean;
  readonly isReplaced: boolean;
  readonly hands: number;
};

/** The live card of these digits. What is unknown, dead or void is null alike, by the same one question. */
export async function liveCardByCode(db: Db, codeHash: Uint8Array): Promise<CardRow | null> {
  return cardWhere(
    db,
    Prisma.sql`c.code_hash = ${codeHash} AND c.voided_at IS NULL AND b.activated_at IS NOT NULL AND b.revoked_at IS NULL`,
  );
}

/** The card of this token in whatever state: who knows the token holds the card. */
export async function cardByToken(db: Db, tokenHash: Uint8Array): Promise<CardRow | null> {
  return cardWhere(db, Prisma.sql`c.token_hash = ${tokenHash}`);
}

export async function cardById(db: Db, id: number): Promise<CardRow | null> {
  return cardWhere(db, Prisma.sql`c.id = ${id}`);
}

/** The same, locked until the transaction ends: for a card that carries nothing yet. */
export async function lockCard(db: Db, id: number): Promise<CardRow | null> {
  await db.$queryRaw`SELECT id FROM cards WHERE id = ${id} FOR NO KEY UPDATE`;
  return cardById(db, id);
}

async function cardWhere(db: Db, which: Prisma.Sql): Promise<CardRow | null> {
  const [card] = await db.$queryRaw<CardRow[]>`
    SELECT c.id, c.batch_id AS "batchId", c.serial, c.post_id AS "postId", b.place, b.language, b.ends_at AS "endsAt",
      b.activated_at IS NOT NULL AS "isActivated", c.replaced_by_id IS NOT NULL AS "isReplaced", c.hands,
      c.voided_at IS NOT NULL OR b.revoked_at IS NOT NULL OR (c.filled_at IS NOT NULL AND c.post_id IS NULL) AS "isVoid"
    FROM cards c JOIN card_batches b ON b.id = c.batch_id
    WHERE ${which}`;
  return card ?? null;
}

export async function fillCard(db: Db, id: number, postId: number, now: Date): Promise<void> {
  await db.card.update({ where: { id }, data: { postId, filledAt: now } });
}

/** False when it was void before. */
export async function voidCard(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.card.updateMany({
    where: { id, voidedAt: null },
    data: { voidedAt: now, secrets: null },
  });
  return count === 1;
}

export async function replaceCard(db: Db, id: number, byId: number): Promise<void> {
  await db.card.update({ where: { id }, data: { replacedById: byId } });
}

/** One more hand that says it passed it on; how many there are. */
export async function addHand(db: Db, id: number): Promise<number> {
  const { hands } = await db.card.update({ where: { id }, data: { hands: { increment: 1 } } });
  return hands;
}

export type Door = "text" | "page" | "kiosk" | "console";

export type Reason = "changed-mind" | "could-not-meet" | "mistake" | "lost" | "other";

export async function addMove(
  db: Db,
  move: {
    readonly cardId: number;
    readonly move: CardMove;
    readonly door: Door;
    readonly reason?: Reason;
    readonly at: Date;
  },
): Promise<void> {
  await db.cardMove.create({ data: { ...move, reason: move.reason ?? null } });
}

/** The same move of many cards. */
export async function addMoves(
  db: Db,
  cardIds: readonly number[],
  move: { readonly move: CardMove; readonly door: Door; readonly at: Date },
): Promise<void> {
  await db.cardMove.createMany({ data: cardIds.map((cardId) => ({ ...move, cardId })) });
}

/** When the card was last taken; null when it never was, for one that met its other side without a scan. */
export async function takenAt(db: Db, postId: number): Promise<Date | null> {
  const line = await db.introduction.findFirst({
    where: { OR: [{ needId: postId }, { giftId: postId }] },
    select: { createdAt: true },
    orderBy: { id: "desc" },
  });
  return line?.createdAt ?? null;
}

/** How often a card went back since `since`, by whoever held it. */
export async function recentReturns(db: Db, cardId: number, since: Date): Promise<number> {
  return db.cardMove.count({
    where: { cardId, move: "reopen", door: { not: "console" }, at: { gt: since } },
  });
}
