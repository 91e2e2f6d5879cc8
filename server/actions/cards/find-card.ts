import {
  ALARM_AT,
  ALARM_WITHIN_MS,
  type Guesser,
  guessWindowMs,
  mayGuess,
} from "#server/domain/card-guess.ts";
import type { LateOutcome } from "#server/domain/late-scan.ts";
import type { Context } from "../../context.ts";
import { addMiss, missesSince } from "../../store/card-misses.ts";
import { type CardRow, cardByToken, liveCardByCode } from "../../store/cards.ts";
import { addInboxEntry, hasEntrySince } from "../../store/inbox.ts";
import { lateScanBySlip } from "../../store/late-scans.ts";
import { postOfSlip } from "../../store/slips.ts";

export type Found =
  | { readonly kind: "card"; readonly card: CardRow }
  | { readonly kind: "slip"; readonly postId: number }
  /** A slip that a screen gave while it had no connection, for a scan that came to nothing. */
  | { readonly kind: "late"; readonly outcome: LateOutcome }
  /** Unknown, not activated, void or revoked: nobody hears which. */
  | { readonly kind: "nothing" }
  /** Too many wrong guesses: not even a right one is told. */
  | { readonly kind: "too-many" };

/** What these eleven digits, which pass their check, stand for. A wrong guess counts for who made it. */
export async function findByCode(ctx: Context, code: string, guesser: Guesser): Promise<Found> {
  const now = ctx.now();
  const key = ctx.vault.hash("card-miss", `${guesser.kind} ${guesser.name}`);
  const since = (ms: number) => new Date(now.getTime() - ms);
  const misses = await missesSince(ctx.db, key, {
    own: since(guessWindowMs(guesser)),
    all: since(ALARM_WITHIN_MS),
  });
  if (!mayGuess(guesser, misses)) return { kind: "too-many" };
  const hash = ctx.vault.hash("card", code);
  const [card, slip] = [await liveCardByCode(ctx.db, hash), await postOfSlip(ctx.db, hash)];
  if (card) return { kind: "card", card };
  if (slip !== null) return { kind: "slip", postId: slip };
  const outcome = await lateScanBySlip(ctx.db, hash);
  if (outcome !== null) return { kind: "late", outcome };
  const all = await addMiss(ctx.db, key, now, since(ALARM_WITHIN_MS));
  if (all >= ALARM_AT) await raiseAlarm(ctx, since(ALARM_WITHIN_MS));
  return { kind: "nothing" };
}

/** The card whose picture was scanned; null when there is none like it. */
export function findByToken(ctx: Context, token: string): Promise<CardRow | null> {
  return cardByToken(ctx.db, ctx.vault.hash("card-token", token));
}

/** Once an hour. */
async function raiseAlarm(ctx: Context, since: Date): Promise<void> {
  if (await hasEntrySince(ctx.db, "guesses", since)) return;
  ctx.log.warn("Digits of cards are being guessed.");
  await addInboxEntry(ctx.db, {
    personId: null,
    textId: null,
    reason: "guesses",
    urgent: true,
    createdAt: ctx.now(),
  });
}
