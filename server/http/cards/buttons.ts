import { zValidator } from "@hono/zod-validator";
import { z } from "zod";
import type { Said } from "#kiosk/card/page.ts";
import { spokenCode } from "#server/domain/card-code.ts";
import type { Language } from "#server/domain/language.ts";
import type { Actor } from "#server/domain/role.ts";
import { claimCard } from "../../actions/cards/claim-card.ts";
import { fillBlank } from "../../actions/cards/fill-card.ts";
import { finishCard } from "../../actions/cards/finish-card.ts";
import { holderOfSlip } from "../../actions/cards/holder-of-slip.ts";
import { passCard } from "../../actions/cards/pass-card.ts";
import { reopenCard } from "../../actions/cards/reopen-card.ts";
import { whoTakes } from "../../actions/cards/who-takes.ts";
import type { Context } from "../../context.ts";
import { RowId } from "../organize/row-id.ts";

const Handle = z
  .string()
  .trim()
  .max(60)
  .default("")
  .transform((said) => said || null);

/** Whom a helper chose among those the tent knows. */
const PersonId = RowId.nullable().catch(null);
export const ClaimForm = z.object({
  person: PersonId,
  nonce: z.string().min(1).max(60),
  handle: Handle,
  pieces: z.coerce.number().int().min(1).max(999).optional(),
});
export const FillForm = z.object({
  person: PersonId,
  kind: z.enum(["need", "gift"]),
  words: z.string().max(500),
  handle: Handle,
});
/** The digits of the slip that says who took it; at the console a helper needs none. */
const Slip = z.string().max(60).default("");
export const DoneForm = z.object({ slip: Slip });
export const BackForm = z.object({
  slip: Slip,
  reason: z.enum(["could-not-meet", "changed-mind", "mistake", "other"]),
});

/** Reads a form of a card's page; what the page itself cannot send is refused in words. */
export function form<Schema extends z.ZodType>(schema: Schema) {
  return zValidator("form", schema, (result, c) =>
    result.success ? undefined : c.text("Something was missing. Go back. · Faltaba algo. Vuelve atrás.", 400),
  );
}

/** A card in somebody's hand, at a door where it can be seen. `helper`: who presses for somebody else. */
export type InHand = {
  readonly cardId: number;
  readonly language: Language;
  readonly door: "page" | "kiosk" | "console";
  readonly helper: Actor | null;
};

/** Null: it was not to be had; the card itself says why. */
export async function pressClaim(
  ctx: Context,
  card: InHand,
  { nonce, handle, pieces, person }: z.infer<typeof ClaimForm>,
): Promise<Said | null> {
  const by = await whoTakes(ctx, handle, card.helper && person);
  const taken = await claimCard(ctx, { ...card, by, pieces: pieces ?? null, nonce });
  if (!taken.ok) return taken.view?.state === "active" ? { what: "notNow" } : null;
  const what = taken.post.kind === "need" ? "helping" : "taken";
  return { what, slip: spokenCode(taken.slip ?? ""), line: taken.line };
}

export async function pressFill(
  ctx: Context,
  card: InHand,
  { kind, words, handle, person }: z.infer<typeof FillForm>,
): Promise<Said | null> {
  const by = await whoTakes(ctx, handle, card.helper && person);
  const filled = await fillBlank(ctx, { ...card, by, kind, words });
  if (!filled.ok) return filled.refusal === "no-thing" ? { what: "noThing" } : null;
  return { what: "filled", slip: spokenCode(filled.slip ?? ""), line: null };
}

export async function pressDone(
  ctx: Context,
  { cardId, door, helper }: InHand,
  { slip }: z.infer<typeof DoneForm>,
): Promise<Said> {
  const holder = helper ? null : await holderOfSlip(ctx, cardId, slip);
  if (!helper && holder === null) return { what: "noSlip" };
  const by = holder === null ? "helper" : { personId: holder };
  const done = await finishCard(ctx, { cardId, by, door });
  if (!done.ok) return { what: "notYours" };
  return { what: done.isHalf ? "isHalf" : "isDone" };
}

export async function pressBack(
  ctx: Context,
  { cardId, door, helper }: InHand,
  { slip, reason }: z.infer<typeof BackForm>,
): Promise<Said> {
  const holder = helper ? null : await holderOfSlip(ctx, cardId, slip);
  const by = helper ? { organizer: helper } : holder === null ? null : { personId: holder };
  if (!by) return { what: "noSlip" };
  const back = await reopenCard(ctx, { cardId, by, reason, door });
  return { what: back.ok ? "isBack" : "notYours" };
}

export async function pressPassed(ctx: Context, { cardId }: InHand): Promise<Said | null> {
  return (await passCard(ctx, cardId)) ? { what: "isPassed" } : null;
}
