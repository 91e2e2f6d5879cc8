import { readHandle } from "#server/domain/handle.ts";
import type { Language } from "#server/domain/language.ts";
import { readPhone } from "#server/domain/phone.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { isOut } from "../store/consents.ts";
import { findPerson } from "../store/people.ts";
import { isAskedToShare } from "../store/shared-phones.ts";
import { addTentPerson, hasTexted } from "../store/tent.ts";
import { audit } from "./audit.ts";
import { sendText } from "./send-text.ts";

export type NewTentPerson = {
  readonly handle: string;
  readonly language: Language;
  /** Of whoever shares their phone with them; empty for nobody's. */
  readonly phone: string;
};
export type AddOutcome =
  | { readonly ok: true; readonly personId: number }
  | { readonly ok: false; readonly refusal: "badHandle" | "handleTaken" | "phoneUnknown" | "phoneAsked" };

/**
 * Somebody without a phone of their own, called as they like. A phone that they want to share must have texted us
 * itself, so that nobody gets texts who never spoke to us; its owner is asked once, and until their yes all stays here.
 */
export async function addForTent(ctx: Context, actor: Actor, given: NewTentPerson): Promise<AddOutcome> {
  const handle = readHandle(given.handle);
  if (handle === null) return { ok: false, refusal: "badHandle" };
  return ctx.inTransaction(async (ctx) => {
    const ownerId = given.phone.trim() === "" ? null : await ownerOf(ctx, given.phone);
    if (ownerId === undefined) return { ok: false, refusal: "phoneUnknown" };
    if (ownerId !== null && (await isAskedToShare(ctx.db, ownerId)))
      return { ok: false, refusal: "phoneAsked" };
    const { language } = given;
    const personId = await addTentPerson(ctx.db, { handle, language, wantsViaId: ownerId, now: ctx.now() });
    if (personId === null) return { ok: false, refusal: "handleTaken" };
    if (ownerId !== null) await askOwner(ctx, ownerId, { personId, handle });
    const act = ownerId === null ? "add somebody" : "add somebody on a shared phone";
    await audit(ctx, actor, act, `person ${personId}`);
    return { ok: true, personId };
  });
}

async function askOwner(
  ctx: Context,
  ownerId: number,
  { personId, handle }: { readonly personId: number; readonly handle: string },
): Promise<void> {
  await sendText(ctx, {
    to: ownerId,
    kind: "notice",
    saying: { key: "shareAsk", handle },
    question: { kind: "share", person: personId },
  });
}

/** Whose phone it is; undefined when it never texted us, or wants no texts. */
async function ownerOf(ctx: Context, typed: string): Promise<number | undefined> {
  const phone = readPhone(typed, ctx.config.defaultRegion);
  const owner = phone && (await findPerson(ctx.db, ctx.vault.hash("phone", phone)));
  if (!owner || !(await hasTexted(ctx.db, owner)) || (await isOut(ctx.db, owner))) return undefined;
  return owner;
}
