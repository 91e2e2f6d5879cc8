import { randomInt } from "node:crypto";
import { isCode, withCheckDigit } from "#server/domain/card-code.ts";
import type { Context } from "../../context.ts";
import { addSlip, isFreeCode, postOfSlip } from "../../store/slips.ts";

const TEN_DIGITS = 10_000_000_000;

/**
 * Eleven digits that look up a post for whoever holds them: its owner has no phone. With a nonce the same ones again,
 * for a button that is pressed twice. `made`: the digits that a screen without a connection printed already.
 */
export async function makeSlip(
  ctx: Context,
  postId: number,
  nonce: string | null,
  made: string | null = null,
): Promise<string> {
  const code = made !== null && (await isToBeHad(ctx, made, postId)) ? made : ownCode(ctx, nonce);
  await addSlip(ctx.db, {
    codeHash: ctx.vault.hash("card", code),
    postId,
    nonceHash: nonce === null ? null : ctx.vault.hash("slip", nonce),
    createdAt: ctx.now(),
  });
  return code;
}

function ownCode(ctx: Context, nonce: string | null): string {
  return withCheckDigit(nonce === null ? randomTen() : digitsOf(ctx.vault.hash("slip", nonce)));
}

/** Free, or this post's already. */
async function isToBeHad(ctx: Context, made: string, postId: number): Promise<boolean> {
  if (await mayBeSlip(ctx, made)) return true;
  return isCode(made) && (await postOfSlip(ctx.db, ctx.vault.hash("card", made))) === postId;
}

/** Whether a slip may have these digits, which a touchscreen made while it had no connection. */
export async function mayBeSlip(ctx: Context, made: string): Promise<boolean> {
  return isCode(made) && (await isFreeCode(ctx.db, ctx.vault.hash("card", made)));
}

export function randomTen(): string {
  // randomInt takes no more than 48 bits, which is enough.
  return String(randomInt(TEN_DIGITS)).padStart(10, "0");
}

function digitsOf(hash: Uint8Array): string {
  const number = Buffer.from(hash).readBigUInt64BE() % BigInt(TEN_DIGITS);
  return String(number).padStart(10, "0");
}
