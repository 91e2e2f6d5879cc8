import { type Actor, may } from "#server/domain/role.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { nextAssembly } from "../store/gatherings.ts";
import { findGroup, touchGroup } from "../store/group-edits.ts";
import { acceptedItem, answerItem, type ItemAnswer, type Scope } from "../store/items.ts";
import { noteToldThese } from "../store/told.ts";
import { audit } from "./audit.ts";
import { sendText } from "./send-text.ts";

export type Settled =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "gone" | "not-yours" | "answered" | "bad-choice" };
type Gathering = NonNullable<Awaited<ReturnType<typeof lockGathering>>>;

/**
 * The facilitation table answers an item; who offered it gets one text with the answer. Of two at the table the first
 * counts.
 */
export async function settleItem(
  ctx: Context,
  actor: Actor,
  { gatheringId, itemId, answer }: { gatheringId: number; itemId: number; answer: ItemAnswer },
): Promise<Settled> {
  return ctx.inTransaction(async (ctx) => {
    const gathering = await lockGathering(ctx.db, gatheringId);
    if (!gathering) return { ok: false, refusal: "gone" };
    if (!may(actor, "edit-gatherings", gathering.groupId)) return { ok: false, refusal: "not-yours" };
    const says = await sayingFor(ctx, gathering, answer);
    if (!says) return { ok: false, refusal: "bad-choice" };
    const item = await answerItem(ctx.db, itemId, await scopeOf(ctx, gatheringId), answer, ctx.now());
    if (!item) return { ok: false, refusal: "answered" };
    if (item.personId !== null) {
      await sendText(ctx, { to: item.personId, kind: "notice", saying: says(item.words) });
      if (answer.state === "accepted" || answer.state === "merged")
        await noteToldThese(ctx.db, gatheringId, [item.personId], ctx.now());
    }
    if (answer.state === "sent") await touchGroup(ctx.db, answer.groupId, ctx.now());
    await audit(ctx, actor, `item ${answer.state}`, gathering.title);
    return { ok: true };
  });
}

/** Which items are this gathering's to answer: the next assembly's are also those that have none. */
export async function scopeOf(ctx: Context, gatheringId: number): Promise<Scope> {
  const next = await nextAssembly(ctx.db, ctx.now());
  return { gatheringId, loose: next?.id === gatheringId ? { now: ctx.now() } : null };
}

/** What is said of it, once its words are known; null when what it should be merged into or sent to is not there. */
async function sayingFor(
  ctx: Context,
  { id, format, startsAt }: Gathering,
  answer: ItemAnswer,
): Promise<((words: string) => Saying) | null> {
  switch (answer.state) {
    case "accepted":
      return (words) => ({ key: "itemAccepted", words, format, startsAt });
    case "merged": {
      const into = await acceptedItem(ctx.db, answer.intoId, id);
      return into && (() => ({ key: "itemMerged", into: into.words, format, startsAt }));
    }
    case "sent": {
      const group = await findGroup(ctx.db, answer.groupId);
      return group && ((words) => ({ key: "itemSent", words, group: group.name, number: group.number }));
    }
    case "declined":
      return (words) => ({ key: "itemDeclined", words });
    default:
      return answer satisfies never;
  }
}
