import { numberFreeAt, postTimes } from "#server/domain/post-time.ts";
import type { Context } from "../../context.ts";
import { boardPost } from "../../store/board.ts";
import { chooseMatch } from "../../store/matches.ts";
import { areMuted } from "../../store/people.ts";
import { addPost, lockPost, type PostRow } from "../../store/posts.ts";
import { closeOpenAsk } from "../close-open-ask.ts";
import { askNow } from "../plan-asks.ts";
import { sendText } from "../send-text.ts";
import { type Side, takeThing } from "../take-thing.ts";

export type Took =
  /** They help: the two are introduced. `ownId`: the post that stands for their side. */
  | {
      readonly ok: true;
      readonly does: "helps";
      readonly ownId: number;
      readonly post: PostRow;
      readonly line: number;
      readonly pieces: number | null;
      readonly atTent: boolean;
    }
  /** They would like it: a need of theirs is posted, and the giver is asked. */
  | { readonly ok: true; readonly does: "asks"; readonly ownId: number; readonly post: PostRow }
  | { readonly ok: false; readonly refusal: "gone" | "own" };

/** What somebody takes from the board. The first wins: its post is locked from the look to the change. */
export async function takePost(ctx: Context, postId: number, side: Side): Promise<Took> {
  const post = await lockPost(ctx.db, postId);
  const isShown = (await boardPost(ctx.db, postId, ctx.now())) !== null;
  if (!post || !isShown) return { ok: false, refusal: "gone" };
  if (post.personId === side.personId) return { ok: false, refusal: "own" };
  if (await areMuted(ctx.db, post.personId, side.personId)) return { ok: false, refusal: "gone" };
  return post.kind === "need" ? help(ctx, post, side) : ask(ctx, post, side);
}

async function help(ctx: Context, need: PostRow, side: Side): Promise<Took> {
  await closeOpenAsk(ctx, need, side.personId);
  const { standIn, line, pieces, atTent } = await takeThing(ctx, need, side);
  const given = { thing: need.thing, quantity: pieces, until: null, untilTimed: false };
  const saying = { key: "boardHelped", number: need.number, line, post: given, atTent } as const;
  await sendText(ctx, { to: need.personId, kind: "introduction", saying });
  return { ok: true, does: "helps", ownId: standIn.id, post: need, line, pieces, atTent };
}

/** Always the giver is asked: what they gave is asked for, and they come first. */
async function ask(ctx: Context, gift: PostRow, { personId, pieces }: Side): Promise<Took> {
  const now = ctx.now();
  const { thing, remaining } = gift;
  const quantity = remaining === null ? pieces : Math.min(pieces ?? 1, remaining);
  const { remindAt, expiresAt } = postTimes(now, null, ctx.config.postExpiryDays);
  const { id } = await addPost(ctx.db, {
    kind: "need",
    personId,
    words: quantity === null ? thing : `${quantity} ${thing}`,
    thing,
    quantity,
    until: null,
    untilTimed: false,
    language: gift.language,
    expiresAt,
    tendAt: remindAt ?? expiresAt,
    numberFreeAt: numberFreeAt(expiresAt),
    now,
  });
  await chooseMatch(ctx.db, id, gift.id);
  await askNow(ctx, id);
  const need = await lockPost(ctx.db, id);
  if (!need) throw new Error("A post is gone in the transaction that made it.");
  return { ok: true, does: "asks", ownId: id, post: need };
}
