import type { Context } from "../../context.ts";
import { addHand } from "../../store/cards.ts";
import { viewCard } from "./view-card.ts";

/** One more hand passed it on, if it says so: a number on the card, nobody's name. False for a card that goes nowhere. */
export async function passCard(ctx: Context, cardId: number): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const view = await viewCard(ctx, cardId);
    if (view?.state !== "active" && view?.state !== "blank") return false;
    await addHand(ctx.db, cardId);
    return true;
  });
}
