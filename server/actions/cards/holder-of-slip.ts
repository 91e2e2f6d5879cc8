import { isCode } from "#server/domain/card-code.ts";
import { readCode } from "#sms/numbers.ts";
import type { Context } from "../../context.ts";
import { ownerOfPost } from "../../store/posts.ts";
import { findByCode } from "./find-card.ts";

/**
 * Who holds a slip, by its digits: the one whose side of a card they look up. Wrong ones are counted for the card at
 * which they are tried. Null: no slip has these.
 */
export async function holderOfSlip(ctx: Context, cardId: number, said: string): Promise<number | null> {
  const code = readCode(said)?.code ?? "";
  if (!isCode(code)) return null;
  const found = await findByCode(ctx, code, { kind: "screen", name: `card ${cardId}` });
  return found.kind === "slip" ? ownerOfPost(ctx.db, found.postId) : null;
}
