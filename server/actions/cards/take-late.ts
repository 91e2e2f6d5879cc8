import type { Guesser } from "#server/domain/card-guess.ts";
import type { Language } from "#server/domain/language.ts";
import { type LateOutcome, lateRefusal } from "#server/domain/late-scan.ts";
import type { Context } from "../../context.ts";
import { claimByNonce } from "../../store/card-claims.ts";
import { addLateScan, lateScanByNonce } from "../../store/late-scans.ts";
import { claimCard } from "./claim-card.ts";
import { findSeen } from "./find-seen.ts";
import { makeSlip, mayBeSlip } from "./make-slip.ts";

export type LateScan = {
  /** What was scanned or typed while there was no connection. */
  readonly seen: string;
  readonly nonce: string;
  /** The eleven digits that the screen gave to whoever scanned. */
  readonly made: string;
  readonly pieces: number | null;
  readonly language: Language;
  readonly guesser: Guesser;
};

/**
 * A scan that had waited at a touchscreen takes the card, if it is still to be had. What became of it is found by the
 * slip alone, whatever it is: the answer here is the same for all, so that nobody learns which digits are in use.
 * False: too many wrong guesses, it has to wait longer.
 */
export async function takeLate(ctx: Context, scan: LateScan): Promise<boolean> {
  return ctx.inTransaction(async (ctx) => {
    const nonceHash = ctx.vault.hash("card-nonce", scan.nonce);
    if ((await lateScanByNonce(ctx.db, nonceHash)) !== null) return true;
    if (!(await mayBeSlip(ctx, scan.made))) return true;
    const found = await findSeen(ctx, scan.seen, scan.guesser);
    if (found.kind === "too-many") return false;
    const outcome = found.kind === "card" ? await claim(ctx, scan, found.card.id) : "unknown";
    const codeHash = ctx.vault.hash("card", scan.made);
    await addLateScan(ctx.db, { nonceHash, codeHash, outcome, createdAt: ctx.now() });
    return true;
  });
}

async function claim(ctx: Context, scan: LateScan, cardId: number): Promise<LateOutcome> {
  const by = { kind: "bearer", handle: null } as const;
  const { language, nonce, pieces } = scan;
  const taken = await claimCard(ctx, { cardId, by, language, door: "kiosk", pieces, nonce });
  if (!taken.ok) return taken.view ? lateRefusal(taken.view.state) : "unknown";
  const made = await claimByNonce(ctx.db, ctx.vault.hash("card-nonce", nonce));
  if (!made) throw new Error("A claim is gone in the transaction that made it.");
  await makeSlip(ctx, made.postId, null, scan.made);
  return "taken";
}
