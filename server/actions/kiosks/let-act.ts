import { PAIR_MS, readKioskName, readPairCode } from "#server/domain/kiosk.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import { approveWaiting } from "../../store/kiosk-pairing.ts";
import { audit } from "../audit.ts";

export type LetOutcome = "let" | "wrong-code" | "bad-name" | "too-many";

/** Lets the screen with this code act, under a name. Wrong codes are counted and written down. */
export async function letAct(
  ctx: Context,
  actor: Actor,
  typed: { readonly code: string; readonly name: string },
): Promise<LetOutcome> {
  const name = readKioskName(typed.name);
  if (name === null) return "bad-name";
  const who = String(actor.personId);
  if (!(await ctx.limits.take("codes-missed", who))) return "too-many";
  const code = readPairCode(typed.code);
  const now = ctx.now();
  const given = { name, by: actor.name, now, since: new Date(now.getTime() - PAIR_MS) };
  const outcome = await ctx.inTransaction(async (ctx) => {
    const id = code && (await approveWaiting(ctx.db, ctx.vault.hash("kiosk-code", code), given));
    await audit(ctx, actor, id ? "let screen act" : "wrong code of a screen", id ? `screen ${id}` : "-");
    return id ? "let" : "wrong-code";
  });
  if (outcome === "let") await ctx.limits.giveBack("codes-missed", who);
  return outcome;
}
