import { randomBytes } from "node:crypto";
import { z } from "zod";
import { TOKEN_LETTERS, tokenOf, withCheckDigit } from "#server/domain/card-code.ts";
import type { Context } from "../../context.ts";
import { randomTen } from "./make-slip.ts";

/** What is printed on a card and kept nowhere once it is live: the digits, and the token in the picture. */
export type CardSecrets = { readonly code: string; readonly token: string };

const Sealed = z.object({ code: z.string(), token: z.string() });

export function newSecrets(): CardSecrets {
  return { code: withCheckDigit(randomTen()), token: tokenOf(randomBytes(TOKEN_LETTERS)) };
}

/** What is kept of them for ever. */
export function hashesOf(ctx: Context, { code, token }: CardSecrets) {
  return { codeHash: ctx.vault.hash("card", code), tokenHash: ctx.vault.hash("card-token", token) };
}

export function sealSecrets(ctx: Context, secrets: CardSecrets): Uint8Array<ArrayBuffer> {
  return ctx.vault.seal("card", JSON.stringify(secrets));
}

export function openSecrets(ctx: Context, sealed: Uint8Array): CardSecrets {
  return Sealed.parse(JSON.parse(ctx.vault.open("card", sealed)));
}
