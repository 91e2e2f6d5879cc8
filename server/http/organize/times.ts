import type { Language } from "#server/domain/language.ts";
import { clockOf } from "#server/domain/wall-clock.ts";
import type { Context } from "../../context.ts";

/** "Monday 23 November", by the camp's calendar. */
export function shownDay(ctx: Context, language: Language, at: Date): string {
  return at.toLocaleDateString(language === "es" ? "es" : "en-GB", {
    timeZone: ctx.config.timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  });
}

/** "Monday 23 November, 19:00–20:30". */
export function shownSpan(
  ctx: Context,
  language: Language,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): string {
  return `${shownDay(ctx, language, startsAt)}, ${shownClock(ctx, startsAt)}–${shownClock(ctx, endsAt)}`;
}

export function shownClock(ctx: Context, at: Date): string {
  return clockOf(at, ctx.config.timeZone);
}
