import type { Language } from "#server/domain/language.ts";
import { isServed, type Phone, readPhone } from "#server/domain/phone.ts";
import { QUESTION_MS } from "#server/domain/question.ts";
import { WISH_MS, WISHES_A_DAY, type Wish } from "#server/domain/wish.ts";
import type { Context } from "../../context.ts";
import { personOfPhone } from "../../store/people.ts";
import { addWish, mayBeAsked } from "../../store/wishes.ts";
import { sendText } from "../send-text.ts";
import { sayWish } from "./say-wish.ts";

export type Asking = {
  readonly kioskId: number;
  /** As somebody typed it. */
  readonly phone: string;
  readonly language: Language;
  /** Of the button: pressed twice it asks once. */
  readonly nonce: string;
  readonly wish: Wish;
};

/** `asked` says nothing of the number: it is the same for those that get no text. */
export type Asked = "asked" | "not-a-number" | "too-many";

/** A number that was typed at a touchscreen gets one text: reply 1. Nothing more goes there until it does. */
export async function askPhone(ctx: Context, asking: Asking): Promise<Asked> {
  const phone = readServed(ctx, asking.phone);
  if (phone === null) return "not-a-number";
  if (!(await ctx.limits.take("kiosk-numbers", String(asking.kioskId)))) return "too-many";
  await ctx.inTransaction((ctx) => ask(ctx, phone, asking));
  return "asked";
}

/** Null: no number, or of a country that we do not text. */
export function readServed(ctx: Context, typed: string): Phone | null {
  const phone = readPhone(typed, ctx.config.defaultRegion);
  return phone !== null && isServed(phone, ctx.config.countries) ? phone : null;
}

async function ask(ctx: Context, phone: Phone, { language, nonce, wish }: Asking): Promise<void> {
  const now = ctx.now();
  const phoneHash = ctx.vault.hash("phone", phone);
  const limits = { most: WISHES_A_DAY, since: new Date(now.getTime() - WISH_MS) };
  if (phone === ctx.carrier.sender || !(await mayBeAsked(ctx.db, phoneHash, limits))) return;
  const sealed = ctx.vault.seal("phone", phone);
  const personId = await personOfPhone(ctx.db, { phoneHash, phone: sealed, language, now });
  const saying = await sayWish(ctx, personId, wish);
  if (!saying) return;
  const id = await addWish(ctx.db, {
    personId,
    wish: ctx.vault.seal("wish", JSON.stringify(wish)),
    nonceHash: ctx.vault.hash("wish", nonce),
    createdAt: now,
  });
  if (id === null) return;
  const question = { kind: "wish", wish: id } as const;
  const notAfter = new Date(now.getTime() + QUESTION_MS);
  await sendText(ctx, { to: personId, kind: "notice", saying, question, notAfter });
}
