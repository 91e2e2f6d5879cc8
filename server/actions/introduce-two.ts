import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { isOut } from "../store/consents.ts";
import { linesOver } from "../store/introductions.ts";
import { areMuted } from "../store/people.ts";
import { lockPost, type PostRow } from "../store/posts.ts";
import { audit } from "./audit.ts";
import { closeOpenAsk } from "./close-open-ask.ts";
import { introduce } from "./introduce.ts";
import { sendText } from "./send-text.ts";

export type IntroduceOutcome =
  | "introduced"
  | "postClosed"
  | "samePerson"
  | "oneIsOut"
  | "oneMuted"
  | "already";

/** What a giver's yes does, said for both sides by an organizer who asked them. Need and gift are locked in the order of answer-ask. */
export async function introduceTwo(
  ctx: Context,
  actor: Actor,
  ids: { readonly needId: number; readonly giftId: number },
): Promise<IntroduceOutcome> {
  return ctx.inTransaction(async (ctx) => {
    const need = await lockPost(ctx.db, ids.needId);
    const gift = await lockPost(ctx.db, ids.giftId);
    if (!need || !gift || !isNeedAndGift(need, gift)) return "postClosed";
    const refused = await whyNot(ctx, need, gift);
    if (refused) return refused;
    await closeOpenAsk(ctx, need, gift.personId);
    const said = await introduce(ctx, need, gift);
    if (said.key === "introducedGiver")
      await sendText(ctx, {
        to: gift.personId,
        kind: "introduction",
        saying: {
          key: "introducedByOrganizer",
          need: need.number,
          gift: gift.number,
          line: said.line,
          post: { ...need, quantity: need.remaining },
        },
      });
    await audit(ctx, actor, "introduce", `no. ${need.number} and no. ${gift.number}`);
    return "introduced";
  });
}

function isNeedAndGift(need: PostRow, gift: PostRow): boolean {
  return need.kind === "need" && gift.kind === "gift";
}

async function whyNot(
  ctx: Context,
  need: PostRow,
  gift: PostRow,
): Promise<Exclude<IntroduceOutcome, "introduced"> | null> {
  const live = (post: PostRow) => post.state === "open" && !post.hidden && post.expiresAt > ctx.now();
  if (!live(need) || !live(gift)) return "postClosed";
  if (need.personId === gift.personId) return "samePerson";
  if ((await isOut(ctx.db, need.personId)) || (await isOut(ctx.db, gift.personId))) return "oneIsOut";
  if (await areMuted(ctx.db, need.personId, gift.personId)) return "oneMuted";
  const lines = await linesOver(ctx.db, need.id, ctx.now());
  return lines.some((line) => line.giftId === gift.id) ? "already" : null;
}
