import type { PostKind } from "#server/domain/post.ts";
import type { Db } from "./db.ts";

export type NewBatch = {
  readonly kind: PostKind | null;
  readonly words: string | null;
  readonly place: string | null;
  readonly language: string;
  readonly postId: number | null;
  /** Of a post that was there before. */
  readonly carriesPost: boolean;
  readonly endsAt: Date | null;
  readonly madeBy: string;
  readonly createdAt: Date;
};

export type NewCard = {
  readonly serial: number;
  readonly codeHash: Uint8Array<ArrayBuffer>;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly secrets: Uint8Array<ArrayBuffer>;
};

/** Adds a batch with its cards; returns their ids, in the order of the serials. */
export async function addBatch(
  db: Db,
  batch: NewBatch,
  cards: readonly NewCard[],
): Promise<{ readonly id: number; readonly cardIds: readonly number[] }> {
  const { id } = await db.cardBatch.create({ data: batch });
  const made = await db.card.createManyAndReturn({
    data: cards.map((card) => ({ ...card, batchId: id })),
    select: { id: true },
  });
  return { id, cardIds: made.map((card) => card.id) };
}

export type Batch = NewBatch & {
  readonly id: number;
  readonly activatedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** The batch under its lock, so that it is activated or revoked once. */
export async function lockBatch(db: Db, id: number): Promise<Batch | null> {
  await db.$queryRaw`SELECT id FROM card_batches WHERE id = ${id} FOR UPDATE`;
  return batchOf(db, id);
}

export async function batchOf(db: Db, id: number): Promise<Batch | null> {
  const batch = await db.cardBatch.findUnique({ where: { id } });
  return batch && { ...batch, kind: kindOf(batch.kind) };
}

function kindOf(kind: string | null): PostKind | null {
  return kind === "need" || kind === "gift" ? kind : null;
}

export async function markActivated(db: Db, id: number, now: Date): Promise<void> {
  await db.cardBatch.update({ where: { id }, data: { activatedAt: now } });
  await db.card.updateMany({ where: { batchId: id }, data: { secrets: null } });
}

export async function markRevoked(db: Db, id: number, now: Date): Promise<void> {
  await db.cardBatch.update({ where: { id }, data: { revokedAt: now } });
  await db.card.updateMany({ where: { batchId: id }, data: { secrets: null } });
}

export type SealedCard = {
  readonly id: number;
  readonly serial: number;
  readonly secrets: Uint8Array | null;
};

export async function cardsIn(db: Db, batchId: number): Promise<readonly SealedCard[]> {
  return db.card.findMany({
    where: { batchId },
    select: { id: true, serial: true, secrets: true },
    orderBy: { serial: "asc" },
  });
}

/** The highest serial of a batch, for a card that replaces a lost one. */
export async function lastSerial(db: Db, batchId: number): Promise<number> {
  const last = await db.card.aggregate({ where: { batchId }, _max: { serial: true } });
  return last._max.serial ?? 0;
}

/** Those of these digits that some card has. */
export async function takenCodes(
  db: Db,
  codeHashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<readonly Uint8Array[]> {
  const found = await db.card.findMany({
    where: { codeHash: { in: [...codeHashes] } },
    select: { codeHash: true },
  });
  return found.map((card) => card.codeHash);
}

/** A live card in the place of a lost one; its id. */
export async function addCard(
  db: Db,
  card: {
    readonly batchId: number;
    readonly serial: number;
    readonly postId: number | null;
    readonly codeHash: Uint8Array<ArrayBuffer>;
    readonly tokenHash: Uint8Array<ArrayBuffer>;
  },
  now: Date,
): Promise<number> {
  const { id } = await db.card.create({ data: { ...card, filledAt: card.postId === null ? null : now } });
  return id;
}

/** The posts that the cards of a batch carry. */
export async function postsOfBatch(db: Db, batchId: number): Promise<readonly number[]> {
  const cards = await db.card.findMany({
    where: { batchId, postId: { not: null } },
    select: { postId: true },
  });
  return [...new Set(cards.flatMap(({ postId }) => (postId === null ? [] : [postId])))].sort((a, b) => a - b);
}
