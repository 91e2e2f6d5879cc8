import type { Db } from "./db.ts";
import type { Prisma } from "./generated/client/client.ts";

export type Claim = {
  readonly id: number;
  readonly cardId: number;
  /** Of the post that stands for who took it. */
  readonly postId: number;
  readonly personId: number;
  /** Not given back and not given yet. */
  readonly holds: boolean;
};

export async function addClaim(
  db: Db,
  claim: {
    readonly cardId: number;
    readonly postId: number;
    readonly nonceHash: Uint8Array<ArrayBuffer> | null;
  },
): Promise<void> {
  await db.cardClaim.create({ data: claim });
}

/** The claim that this button or scan made before. */
export async function claimByNonce(db: Db, nonceHash: Uint8Array<ArrayBuffer>): Promise<Claim | null> {
  const [claim] = await claimsWhere(db, { nonceHash });
  return claim ?? null;
}

/** The claim that a post stands for; null for a post that somebody made. */
export async function claimOfPost(db: Db, postId: number): Promise<Claim | null> {
  const [claim] = await claimsWhere(db, { postId });
  return claim ?? null;
}

/** Who has taken a part of the card, or all of it, and has not given it back; oldest first. */
export async function openClaims(db: Db, cardId: number): Promise<readonly Claim[]> {
  return claimsWhere(db, { cardId, post: { state: "filled" } });
}

async function claimsWhere(db: Db, where: Prisma.CardClaimWhereInput): Promise<readonly Claim[]> {
  const claims = await db.cardClaim.findMany({
    where,
    select: { id: true, cardId: true, postId: true, post: { select: { personId: true, state: true } } },
    orderBy: { id: "asc" },
  });
  return claims.map(({ id, cardId, postId, post }) => ({
    id,
    cardId,
    postId,
    personId: post.personId,
    holds: post.state === "filled",
  }));
}

/** What was taken is given or over: so is what stands for those who took it. */
export async function closeStandIns(
  db: Db,
  postId: number,
  state: "done" | "expired",
  now: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE posts SET state = ${state}, closed_at = ${now}::timestamptz, change = pg_current_xact_id()
    WHERE state = 'filled' AND (id IN (SELECT m.post_id FROM card_claims m JOIN cards c ON c.id = m.card_id AND c.post_id = ${postId})
      OR stands_in AND id IN (SELECT i.need_id + i.gift_id - ${postId}::int FROM introductions i WHERE ${postId} IN (i.need_id, i.gift_id)))`;
}

/** Who took a card that was replaced has taken the new one. */
export async function moveClaims(db: Db, fromCardId: number, toCardId: number): Promise<void> {
  await db.cardClaim.updateMany({ where: { cardId: fromCardId }, data: { cardId: toCardId } });
}

/** Whether somebody holds a claim on a card of this post, other than by the stand-ins named. */
export async function isHeldBeside(db: Db, postId: number, standIns: readonly number[]): Promise<boolean> {
  const held = await db.cardClaim.findFirst({
    where: { card: { postId }, postId: { notIn: [...standIns] }, post: { state: "filled" } },
    select: { id: true },
  });
  return held !== null;
}
