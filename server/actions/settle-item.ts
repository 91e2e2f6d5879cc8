import { type Actor, may } from "#server/domain/role.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { convenorsOf } from "../store/convenors.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { nextAssembly } from "../store/gatherings.ts";
import { findGroup, touchGroup } from "../store/group-edits.ts";
import { acceptedItem, answerItem, type ItemAnswer, type Scope } from "../store/items.ts";
import { followItem, mergedInto, type SettledItem } from "../store/settled-items.ts";
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
    await tellAll(ctx, gathering, { ...item, id: itemId }, { answer, says });
    if (answer.state === "sent") await passToGroup(ctx, answer.groupId, item.words);
    await audit(ctx, actor, `item ${answer.state}`, gathering.title);
    return { ok: true };
  });
}

type Answered = { readonly answer: ItemAnswer; readonly says: (words: string) => Saying };

/** Whoever offered it hears the answer, and so does whoever offered what was merged into it before it came back. */
async function tellAll(
  ctx: Context,
  { id: gatheringId, format, startsAt }: Gathering,
  item: SettledItem,
  { answer, says }: Answered,
): Promise<void> {
  const isOn = answer.state === "accepted" || answer.state === "merged";
  const merged = await mergedInto(ctx.db, item.id);
  const together = { key: "itemMerged", into: item.words, format, startsAt } as const;
  for (const each of [item, ...merged]) {
    if (each.personId === null) continue;
    const saying = answer.state === "accepted" && each.id !== item.id ? together : says(each.words);
    await sendText(ctx, { to: each.personId, kind: "notice", saying });
    if (isOn) await noteToldThese(ctx.db, gatheringId, [each.personId], ctx.now());
  }
  if (isOn) await followItem(ctx.db, item.id, gatheringId);
}

/** It stands on the group's page; whoever convenes the group hears of it. */
async function passToGroup(ctx: Context, groupId: number, words: string): Promise<void> {
  await touchGroup(ctx.db, groupId, ctx.now());
  const group = await findGroup(ctx.db, groupId);
  if (!group) return;
  for (const to of await convenorsOf(ctx.db, groupId, ctx.now()))
    await sendText(ctx, {
      to,
      kind: "notice",
      saying: { key: "itemForGroup", words, group: group.name },
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
