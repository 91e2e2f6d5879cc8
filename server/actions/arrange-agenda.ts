import { moveInOrder } from "#server/domain/agenda.ts";
import { maskPhones } from "#server/domain/mask.ts";
import { type Actor, may } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { addOwnItem, dropOwnItem, isOwnItem, lockOrder, setItemMinutes, setOrder } from "../store/items.ts";
import { audit } from "./audit.ts";
import type { Edited } from "./edit-group.ts";
import { moveItem, takeItemBack, takeMergedBack } from "./unsettle-item.ts";

export type Arrangement =
  | { readonly step: "add"; readonly words: string; readonly minutes: number | null }
  | { readonly step: "up" | "down" | "drop" | "back"; readonly itemId: number }
  | { readonly step: "move"; readonly itemId: number; readonly toId: number }
  | { readonly step: "minutes"; readonly itemId: number; readonly minutes: number | null };

/**
 * The facilitation table adds an item of its own, orders what is accepted, says how long each is to take, and takes one
 * back or moves it to another gathering.
 */
export async function arrangeAgenda(
  ctx: Context,
  actor: Actor,
  gatheringId: number,
  arrangement: Arrangement,
): Promise<Edited> {
  return ctx.inTransaction(async (ctx) => {
    const gathering = await lockGathering(ctx.db, gatheringId);
    if (!gathering) return { ok: false, refusal: "gone" };
    if (!may(actor, "edit-gatherings", gathering.groupId)) return { ok: false, refusal: "not-yours" };
    await arrange(ctx, actor, gathering, arrangement);
    await audit(ctx, actor, `agenda: ${arrangement.step}`, gathering.title);
    return { ok: true };
  });
}

async function arrange(
  ctx: Context,
  actor: Actor,
  gathering: NonNullable<Awaited<ReturnType<typeof lockGathering>>>,
  arrangement: Arrangement,
): Promise<void> {
  const gatheringId = gathering.id;
  const order = await lockOrder(ctx.db, gatheringId);
  switch (arrangement.step) {
    case "add": {
      const { words } = maskPhones(arrangement.words);
      const { minutes } = arrangement;
      return addOwnItem(ctx.db, { gatheringId, words, minutes }, ctx.now());
    }
    case "up":
    case "down":
      return setOrder(ctx.db, moveInOrder(order, arrangement.itemId, arrangement.step === "up" ? -1 : 1));
    case "drop":
      if (await isOwnItem(ctx.db, arrangement.itemId, gatheringId))
        await takeMergedBack(ctx, gathering, arrangement.itemId);
      return void (await dropOwnItem(ctx.db, arrangement.itemId, gatheringId));
    case "back":
      return takeItemBack(ctx, gathering, arrangement.itemId);
    case "move":
      return moveItem(ctx, actor, gathering, arrangement);
    case "minutes":
      return void (await setItemMinutes(ctx.db, arrangement.itemId, gatheringId, arrangement.minutes));
    default:
      return arrangement satisfies never;
  }
}
