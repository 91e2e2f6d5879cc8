import type { CardMove } from "#server/domain/card.ts";
import type { PostKind, PostState } from "#server/domain/post.ts";
import type { Reason } from "./cards.ts";
import type { Db } from "./db.ts";

/** What `stateOf` decides by, of one card or of many alike. */
type Facts = {
  readonly isActivated: boolean;
  readonly isVoid: boolean;
  readonly endsAt: Date | null;
  readonly post: { readonly state: PostState; readonly expiresAt: Date; readonly hidden: boolean } | null;
};

type FlatFacts = Omit<Facts, "post"> & {
  readonly postState: PostState | null;
  readonly expiresAt: Date | null;
  readonly hidden: boolean;
};

export type ListedBatch = {
  readonly id: number;
  readonly kind: PostKind | null;
  readonly words: string | null;
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly isActivated: boolean;
  readonly isRevoked: boolean;
  readonly cards: number;
};

/** The newest batches first. */
export async function listBatches(db: Db, most: number): Promise<readonly ListedBatch[]> {
  return db.$queryRaw<ListedBatch[]>`
    SELECT b.id, b.kind, b.words, b.made_by AS "madeBy", b.created_at AS "createdAt",
      b.activated_at IS NOT NULL AS "isActivated", b.revoked_at IS NOT NULL AS "isRevoked",
      (SELECT count(*)::int FROM cards c WHERE c.batch_id = b.id) AS cards
    FROM card_batches b ORDER BY b.id DESC LIMIT ${most}`;
}

export type ListedCard = Facts & {
  readonly id: number;
  readonly serial: number;
  readonly hands: number;
  /** Its post's number, as people text it. */
  readonly number: number | null;
  readonly replacedBy: number | null;
  /** The last move and its reason. */
  readonly move: CardMove | null;
  readonly reason: Reason | null;
  readonly movedAt: Date | null;
};

/** The cards of a batch in the order of their serials. */
export async function listCards(db: Db, batchId: number): Promise<readonly ListedCard[]> {
  const rows = await db.$queryRaw<(FlatFacts & Omit<ListedCard, "post">)[]>`
    SELECT c.id, c.serial, c.hands, p.number, n.serial AS "replacedBy", m.move, m.reason, m.at AS "movedAt",
      b.activated_at IS NOT NULL AS "isActivated", b.ends_at AS "endsAt",
      c.voided_at IS NOT NULL OR b.revoked_at IS NOT NULL OR (c.filled_at IS NOT NULL AND c.post_id IS NULL) AS "isVoid",
      p.state AS "postState", p.expires_at AS "expiresAt", coalesce(p.hidden_at IS NOT NULL, false) AS hidden
    FROM cards c JOIN card_batches b ON b.id = c.batch_id
    LEFT JOIN posts p ON p.id = c.post_id
    LEFT JOIN cards n ON n.id = c.replaced_by_id
    LEFT JOIN LATERAL (SELECT move, reason, at FROM card_moves WHERE card_id = c.id ORDER BY id DESC LIMIT 1) m ON true
    WHERE c.batch_id = ${batchId} ORDER BY c.serial`;
  return rows.map(({ postState, expiresAt, hidden, ...card }) => ({
    ...card,
    post: postState && expiresAt ? { state: postState, expiresAt, hidden } : null,
  }));
}
