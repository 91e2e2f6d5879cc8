import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import { leftOf, piecesGiven } from "#server/domain/quantity.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { addLine } from "../store/introductions.ts";
import { type PostRow, setLeft } from "../store/posts.ts";
import { planForNeed } from "./plan-later.ts";
import { sendText } from "./send-text.ts";
import { withdrawAndTell, withdrawSilently } from "./withdraw-asks.ts";

/**
 * The giver said yes: opens a line between the two and tells the needer. Returns what the giver hears. Need and gift
 * are locked by the caller and open.
 */
export async function introduce(ctx: Context, need: PostRow, gift: PostRow): Promise<Saying> {
  const { line, pieces, giftLeft } = await openLine(ctx, need, gift);
  const given = { thing: gift.thing, quantity: pieces, until: null, untilTimed: false };
  await sendText(ctx, {
    to: need.personId,
    kind: "introduction",
    saying: { key: "introducedNeeder", need: need.number, line, post: given },
  });
  return { key: "introducedGiver", need: need.number, gift: gift.number, line, post: gift, left: giftLeft };
}

export type OpenedLine = {
  readonly line: number;
  /** Promised over it; null where nobody counted. */
  readonly pieces: number | null;
  readonly giftLeft: number | null;
};

/**
 * A line between the owners of a need and a gift, over as many pieces as both sides have; asks that are not needed any
 * more are withdrawn. Both posts are locked by the caller and open; nobody is told.
 */
export async function openLine(
  ctx: Context,
  need: PostRow,
  gift: PostRow,
  atLeastUntil: Date | null = null,
): Promise<OpenedLine> {
  const now = ctx.now();
  const pieces = piecesGiven(need.remaining, gift.remaining);
  const usual = postTimes(now, null, ctx.config.postExpiryDays).expiresAt;
  const expiresAt = atLeastUntil !== null && atLeastUntil > usual ? atLeastUntil : usual;
  const line = await addLine(ctx.db, {
    needId: need.id,
    giftId: gift.id,
    neederId: need.personId,
    giverId: gift.personId,
    quantity: pieces,
    expiresAt,
    numberFreeAt: numberFreeAt(expiresAt),
    now,
  });
  const needLeft = leftOf("need", need.remaining, pieces);
  const giftLeft = leftOf("gift", gift.remaining, pieces);
  await setLeft(ctx.db, need.id, needLeft.left, needLeft.filled ? "filled" : "open");
  await setLeft(ctx.db, gift.id, giftLeft.left, giftLeft.filled ? "filled" : "open");
  if (needLeft.filled) await withdrawAndTell(ctx, { needId: need.id });
  else await planForNeed(ctx, need.id);
  if (giftLeft.filled) await withdrawSilently(ctx, { giftId: gift.id });
  return { line: line.number, pieces, giftLeft: giftLeft.left };
}
