import { randomInt } from "node:crypto";
import { isCode, withCheckDigit } from "#server/domain/card-code.ts";
import type { Context } from "../../context.ts";
import { addSlip, isFreeCode } from "../../store/slips.ts";

const TEN_DIGITS = 10_000_000_000;

/**
 * Eleven digits that look up a post for whoever holds them: its owner has no phone. With a nonce the same ones again,
 * for a button that is pressed twice.
 */
export async function makeSlip(ctx: Context, postId: number, nonce: string | null): Promise<string> {
  const ten = nonce === null ? randomTen() : digitsOf(ctx.vault.hash("slip", nonce));
  const code = withCheckDigit(ten);
  await keepSlip(ctx, postId, code);
  return code;
}

/** The post is looked up by these digits from here on, which may stand for nothing else. */
export async function keepSlip(ctx: Context, postId: number, code: string): Promise<void> {
  await addSlip(ctx.db, { codeHash: ctx.vault.hash("card", code), postId, createdAt: ctx.now() });
}

/** Whether a slip may have these digits, which a touchscreen made while it had no connection. */
export async function mayBeSlip(ctx: Context, code: string): Promise<boolean> {
  return isCode(code) && (await isFreeCode(ctx.db, ctx.vault.hash("card", code)));
}

export function randomTen(): string {
  // randomInt takes no more than 48 bits, which is enough.
  return String(randomInt(TEN_DIGITS)).padStart(10, "0");
}

function digitsOf(hash: Uint8Array): string {
  const number = Buffer.from(hash).readBigUInt64BE() % BigInt(TEN_DIGITS);
  return String(number).padStart(10, "0");
}
