import { isCode } from "#server/domain/card-code.ts";
import type { Language } from "#server/domain/language.ts";
import type { PostKind } from "#server/domain/post.ts";
import { readCommand } from "#sms/read-command.ts";
import type { Context } from "../../context.ts";
import type { Claim } from "../../store/card-claims.ts";
import { answer, type Outcome, type Visit } from "../visit.ts";
import { answerClaim } from "./claim-by-text.ts";
import { fillBlank } from "./fill-card.ts";
import { type Found, findByCode } from "./find-card.ts";
import { finishCard } from "./finish-card.ts";
import { sayCard, sayOver } from "./say-card.ts";
import { doneSlip, showSlip } from "./slip-by-text.ts";

type Texted = { readonly code: string; readonly words: string };

/** The digits of a card: what it is. With NEED or GIFT behind them a blank one gets its meaning, with a number so many are taken. */
export async function cardByText(ctx: Context, visit: Visit, { code, words }: Texted): Promise<Outcome> {
  const found = await find(ctx, visit, code);
  if (found.kind === "refused") return found.outcome;
  if (found.kind === "slip") return showSlip(ctx, found.postId);
  const cardId = found.card.id;
  const { command, language } = readCommand({ body: words, mediaCount: 0 });
  if (command.verb === "need" || command.verb === "gift")
    return fillByText(ctx, visit, {
      cardId,
      code,
      kind: command.verb,
      words: command.words,
      language: language ?? visit.language,
    });
  const pieces = /^\d{1,3}$/.exec(words.trim())?.[0];
  if (pieces !== undefined && Number(pieces) > 0) return answerClaim(ctx, visit, cardId, Number(pieces));
  return sayCard(ctx, visit, cardId, code);
}

type Meant = {
  readonly cardId: number;
  readonly code: string;
  readonly kind: PostKind;
  readonly words: string;
  /** Of the NEED or GIFT behind the digits. */
  readonly language: Language;
};

async function fillByText(ctx: Context, visit: Visit, { code, ...meant }: Meant): Promise<Outcome> {
  const by = { kind: "person", personId: visit.personId } as const;
  const filled = await fillBlank(ctx, { ...meant, by, door: "text" });
  const { kind, language } = meant;
  if (filled.ok)
    return {
      ...answer({ key: "cardFilled", kind, number: filled.number, post: filled.post }, null),
      language,
    };
  if (filled.refusal === "no-thing") return { ...answer({ key: "cardBlank", code }), language };
  return sayCard(ctx, visit, meant.cardId, code);
}

/** DONE and the digits: it was given. */
export async function doneCard(ctx: Context, visit: Visit, code: string): Promise<Outcome> {
  const found = await find(ctx, visit, code);
  if (found.kind === "refused") return found.outcome;
  if (found.kind === "slip") return doneSlip(ctx, found.postId);
  const done = await finishCard(ctx, {
    cardId: found.card.id,
    by: { personId: visit.personId },
    door: "text",
  });
  if (done.ok) return answer({ key: "cardDone", post: done.post, isHalf: done.isHalf }, null);
  if (done.refusal === "over" && done.view) return sayOver(ctx, visit, done.view, code);
  return answer({ key: "cardNotTaken" });
}

/** DONE by the number of what stands for who took a card. */
export async function finishTaken(ctx: Context, { cardId, personId }: Claim): Promise<Outcome> {
  const done = await finishCard(ctx, { cardId, by: { personId }, door: "text" });
  if (done.ok) return answer({ key: "cardDone", post: done.post, isHalf: done.isHalf }, null);
  return answer({ key: "cardNotTaken" });
}

async function find(
  ctx: Context,
  visit: Visit,
  code: string,
): Promise<
  Extract<Found, { kind: "card" | "slip" }> | { readonly kind: "refused"; readonly outcome: Outcome }
> {
  const refused = (outcome: Outcome) => ({ kind: "refused", outcome }) as const;
  if (code === "") return refused(answer({ key: "cardHow" }));
  if (!isCode(code)) return refused(answer({ key: "cardUnknown" }));
  const name = Buffer.from(visit.phoneHash).toString("hex");
  const found = await findByCode(ctx, code, { kind: "phone", name });
  if (found.kind === "nothing" || found.kind === "late") return refused(answer({ key: "cardNotLive" }));
  if (found.kind === "too-many") return refused(answer({ key: "cardTooMany" }));
  return found;
}
