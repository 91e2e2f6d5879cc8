import { randomBytes, randomInt } from "node:crypto";
import { MOST_WAITING, PAIR_MS } from "#server/domain/kiosk.ts";
import type { Context } from "../../context.ts";
import { addWaiting, forgetWaiting } from "../../store/kiosk-pairing.ts";

export type PairOutcome =
  | { readonly ok: true; readonly token: string; readonly code: string }
  | { readonly ok: false; readonly refusal: "too-many" };

/**
 * A screen waits to be let: it keeps the token, an organizer types the code. Neither is written down. `address`: a keyed
 * hash of where it is; `before`: the token it had, for a screen that asks anew waits once.
 */
export async function askToAct(
  ctx: Context,
  { address, before }: { address: string; before: string | null },
): Promise<PairOutcome> {
  if (!(await ctx.limits.take("pairings-from", address))) return { ok: false, refusal: "too-many" };
  const token = randomBytes(32).toString("base64url");
  const tokenHash = ctx.vault.hash("kiosk", token);
  const now = ctx.now();
  const room = { since: new Date(now.getTime() - PAIR_MS), most: MOST_WAITING };
  return ctx.inTransaction(async ({ db, vault }) => {
    if (before !== null) await forgetWaiting(db, vault.hash("kiosk", before));
    for (;;) {
      const code = String(randomInt(1_000_000)).padStart(6, "0");
      const added = await addWaiting(db, { tokenHash, codeHash: vault.hash("kiosk-code", code), now }, room);
      if (added === "added") return { ok: true, token, code };
      if (added === "full") return { ok: false, refusal: "too-many" };
    }
  });
}
