import type { Language } from "#server/domain/language.ts";
import type { Context } from "../context.ts";
import { noteScreen, offeredAtScreen, unansweredOfScreens } from "../store/offered-items.ts";
import { tentPeople } from "../store/tent.ts";
import { addStranger } from "./cards/add-stranger.ts";
import { offerItem } from "./offer-item.ts";
import { visitWithoutPhone } from "./visit.ts";

export type OfferedAtScreen =
  /** `handle`: what to ask for at the tent, where the answer waits. */
  | { readonly ok: true; readonly handle: string; readonly assembly: Date | null }
  | { readonly ok: false; readonly refusal: "empty" | "full" };

/** So many from all touchscreens wait for the facilitation table at the most: nobody is known who could be asked to wait. */
const MOST_UNANSWERED = 20;

/**
 * An item for the next assembly from somebody who gave neither name nor number, as a text would offer it. The tent
 * keeps the answer for them. The same nonce again offers nothing and hears the same.
 */
export async function offerAtScreen(
  ctx: Context,
  offered: { readonly words: string; readonly nonce: string; readonly language: Language },
): Promise<OfferedAtScreen> {
  const nonceHash = ctx.vault.hash("item-nonce", offered.nonce);
  return ctx.inTransaction(async (ctx) => {
    const before = await offeredAtScreen(ctx.db, nonceHash);
    if (before) return { ok: true, handle: await handleOf(ctx, before.personId), assembly: before.assembly };
    if (offered.words.trim() === "") return { ok: false, refusal: "empty" };
    if ((await unansweredOfScreens(ctx.db)) >= MOST_UNANSWERED) return { ok: false, refusal: "full" };
    const personId = await addStranger(ctx, null, offered.language);
    await offerItem(ctx, visitWithoutPhone(personId, offered.language), offered.words);
    await noteScreen(ctx.db, personId, nonceHash);
    const item = await offeredAtScreen(ctx.db, nonceHash);
    return { ok: true, handle: await handleOf(ctx, personId), assembly: item?.assembly ?? null };
  });
}

async function handleOf(ctx: Context, personId: number | null): Promise<string> {
  const [person] = personId === null ? [] : await tentPeople(ctx.db, personId);
  return person?.handle ?? "";
}
