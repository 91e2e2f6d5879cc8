import { mayMove } from "#server/domain/card.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { addCard, lastSerial, lockBatch } from "../../store/card-batches.ts";
import { moveClaims } from "../../store/card-claims.ts";
import { addMove, replaceCard, voidCard } from "../../store/cards.ts";
import { audit } from "../audit.ts";
import { type CardSecrets, hashesOf, newSecrets } from "./card-secrets.ts";
import { viewCard } from "./view-card.ts";

export type Reissued =
  | { readonly ok: true; readonly serial: number; readonly secrets: CardSecrets }
  | { readonly ok: false };

/**
 * For a lost card: it is void at once, and says so, and another one carries what it carried. The new one's secrets are
 * given back once, to be printed, and kept nowhere.
 */
export async function reissueCard(ctx: Context, actor: Actor, cardId: number): Promise<Reissued> {
  return ctx.inTransaction(async (ctx) => {
    const view = await viewCard(ctx, cardId);
    if (!view || view.state === "printed" || !mayMove(view.state, "void")) return { ok: false };
    const { batchId, postId } = view.card;
    await lockBatch(ctx.db, batchId);
    const secrets = newSecrets();
    const serial = (await lastSerial(ctx.db, batchId)) + 1;
    const now = ctx.now();
    await voidCard(ctx.db, cardId, now);
    const id = await addCard(ctx.db, { batchId, serial, postId, ...hashesOf(ctx, secrets) }, now);
    await replaceCard(ctx.db, cardId, id);
    await moveClaims(ctx.db, cardId, id);
    await addMove(ctx.db, { cardId, move: "void", reason: "lost", door: "console", at: now });
    await addMove(ctx.db, { cardId: id, move: "activate", door: "console", at: now });
    await audit(ctx, actor, "replace card", `batch ${batchId}: ${view.card.serial} by ${serial}`);
    return { ok: true, serial, secrets };
  });
}
