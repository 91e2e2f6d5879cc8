import type { Language } from "#server/domain/language.ts";
import type { Context } from "../context.ts";
import { receiverOf } from "../store/people.ts";
import { type PostRow, setLeft } from "../store/posts.ts";
import { addStandIn } from "./cards/add-stand-in.ts";
import { type OpenedLine, openLine } from "./introduce.ts";
import { withdrawSilently } from "./withdraw-asks.ts";

export type Side = {
  readonly personId: number;
  /** Fewer than all of it. */
  readonly pieces: number | null;
  readonly language: Language;
};

export type TakenThing = OpenedLine & {
  readonly standIn: PostRow;
  /** One of the two has no phone: they meet at the info tent. */
  readonly atTent: boolean;
};

/**
 * Takes what another posted, without an ask: a post of the other kind stands for who takes it, and a line is opened
 * between the two. The post is locked by the caller and open; nobody is told.
 */
export async function takeThing(ctx: Context, post: PostRow, side: Side): Promise<TakenThing> {
  const standIn = await addStandIn(ctx, post, side);
  const [need, gift] = post.kind === "need" ? [post, standIn] : [standIn, post];
  const opened = await openLine(ctx, need, gift, post.expiresAt);
  await fillWhatNobodyCounted(ctx, post);
  await setLeft(ctx.db, standIn.id, 0, "filled");
  return { ...opened, standIn, atTent: await meetAtTent(ctx, post.personId, side.personId) };
}

/** Whether one of the two has no phone to write on. */
export async function meetAtTent(ctx: Context, one: number, other: number): Promise<boolean> {
  return (await hasNoPhone(ctx, one)) || (await hasNoPhone(ctx, other));
}

/** By text a gift that nobody counted stays listed; taken without an ask it is one thing, and goes with who took it. */
async function fillWhatNobodyCounted(ctx: Context, post: PostRow): Promise<void> {
  if (post.kind !== "gift" || post.remaining !== null) return;
  await setLeft(ctx.db, post.id, null, "filled");
  await withdrawSilently(ctx, { giftId: post.id });
}

async function hasNoPhone(ctx: Context, personId: number): Promise<boolean> {
  const receiver = await receiverOf(ctx.db, personId);
  return !receiver?.phone;
}
