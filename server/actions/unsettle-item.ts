import { type Actor, may } from "#server/domain/role.ts";
import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import {
  carryItem,
  mergedInto,
  promisedItems,
  reopenItem,
  reopenMerged,
  type SettledItem,
} from "../store/settled-items.ts";
import { noteToldThese } from "../store/told.ts";
import { sendText } from "./send-text.ts";

type Gathering = NonNullable<Awaited<ReturnType<typeof lockGathering>>>;

/** An accepted item is answered anew; whoever offered it, or what was merged into it, hears so. */
export async function takeItemBack(ctx: Context, gathering: Gathering, itemId: number): Promise<void> {
  const item = await reopenItem(ctx.db, itemId, gathering.id);
  if (item) await tell(ctx, "itemBack", gathering, [item, ...(await mergedInto(ctx.db, itemId))]);
}

/** Before an item of the table's own goes: what people offered and was merged into it is answered anew. */
export async function takeMergedBack(ctx: Context, gathering: Gathering, itemId: number): Promise<void> {
  const merged = await mergedInto(ctx.db, itemId);
  await reopenMerged(ctx.db, itemId);
  await tell(ctx, "itemBack", gathering, merged);
}

/** An accepted item goes to another gathering that is still to come; its people hear where, and of its changes. */
export async function moveItem(
  ctx: Context,
  actor: Actor,
  gathering: Gathering,
  { itemId, toId }: { readonly itemId: number; readonly toId: number },
): Promise<void> {
  const to = await lockGathering(ctx.db, toId);
  if (!to || to.cancelledAt || to.endsAt <= ctx.now()) return;
  if (!may(actor, "edit-gatherings", to.groupId)) return;
  const item = await carryItem(ctx.db, itemId, { from: gathering.id, to: toId });
  if (!item) return;
  const items = [item, ...(await mergedInto(ctx.db, itemId))];
  await tell(ctx, "itemMoved", to, items);
  await noteToldThese(
    ctx.db,
    toId,
    items.flatMap(({ personId }) => personId ?? []),
    ctx.now(),
  );
}

/** The gathering fell out: what it had on its agenda waits for the next, and whoever offered it hears so. */
export async function tellOfItems(ctx: Context, gatheringId: number): Promise<void> {
  const gathering = await lockGathering(ctx.db, gatheringId);
  if (gathering) await tell(ctx, "itemWaits", gathering, await promisedItems(ctx.db, gatheringId));
}

async function tell(
  ctx: Context,
  key: Extract<Saying["key"], "itemBack" | "itemMoved" | "itemWaits">,
  { format, startsAt }: Gathering,
  items: readonly SettledItem[],
): Promise<void> {
  for (const { personId, words } of items)
    if (personId !== null)
      await sendText(ctx, { to: personId, kind: "notice", saying: { key, words, format, startsAt } });
}
