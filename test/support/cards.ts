import { activateBatch } from "#server/actions/cards/activate-batch.ts";
import { type CardSecrets, openSecrets } from "#server/actions/cards/card-secrets.ts";
import { makeBatch, type NewCards } from "#server/actions/cards/make-batch.ts";
import type { Context } from "#server/context.ts";
import { cardsIn } from "#server/store/card-batches.ts";

export type PrintedCard = CardSecrets & { readonly id: number };

/** A batch as the command line makes it, with what is printed on its cards. */
export async function printCards(
  ctx: Context,
  cards: Partial<NewCards> & { readonly meaning: NewCards["meaning"] },
): Promise<{ readonly batch: number; readonly cards: readonly PrintedCard[] }> {
  const made = await makeBatch(ctx, "command line", { count: 1, place: "", language: "en", ...cards });
  if (!made.ok) throw new Error(`No cards were made: ${made.refusal}.`);
  const kept = await cardsIn(ctx.db, made.id);
  return {
    batch: made.id,
    cards: kept.map(({ id, secrets }) => ({ id, ...openSecrets(ctx, secrets ?? new Uint8Array()) })),
  };
}

/** The same, live. */
export async function liveCards(
  ctx: Context,
  cards: Partial<NewCards> & { readonly meaning: NewCards["meaning"] },
): Promise<readonly PrintedCard[]> {
  const printed = await printCards(ctx, cards);
  const activated = await activateBatch(ctx, "command line", printed.batch);
  if (!activated.ok) throw new Error(`The cards are not live: ${activated.refusal}.`);
  return printed.cards;
}
