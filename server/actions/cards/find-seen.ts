import { isCode, readToken, tokenInAddress } from "#server/domain/card-code.ts";
import type { Guesser } from "#server/domain/card-guess.ts";
import { readCode } from "#sms/numbers.ts";
import type { Context } from "../../context.ts";
import { type Found, findByCode, findByToken } from "./find-card.ts";

/** What a scanner read or somebody typed at a screen: a card's address, its token, or eleven digits. `typo`: no card has these. */
export async function findSeen(
  ctx: Context,
  seen: string,
  guesser: Guesser,
): Promise<Found | { readonly kind: "typo" }> {
  const token = tokenInAddress(seen) ?? readToken(seen.trim());
  if (token !== null) {
    const card = await findByToken(ctx, token);
    return card ? { kind: "card", card } : { kind: "nothing" };
  }
  const code = readCode(seen)?.code ?? "";
  if (!isCode(code)) return { kind: "typo" };
  return ctx.inTransaction((ctx) => findByCode(ctx, code, guesser));
}
