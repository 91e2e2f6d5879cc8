import type { Question } from "#server/domain/question.ts";
import { dayOf, figuresOf, midnightOf, plusDays } from "#server/domain/wall-clock.ts";
import type { ListedGathering } from "#sms/messages/sayings/gatherings.ts";
import { type MeantDay, readDay } from "#sms/read-day.ts";
import { pageOf } from "#sms/reply.ts";
import type { Context } from "../context.ts";
import { gatheringsFor, nextGatheringFor } from "../store/gatherings.ts";
import { offerItem } from "./offer-item.ts";
import { speechOf } from "./speech.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** AGENDA: today, the day that is named, or words that are offered to the next assembly. */
export async function readAgenda(ctx: Context, visit: Visit, said: string): Promise<Outcome> {
  if (!/\p{L}/u.test(said)) return showAgenda(ctx, visit, today(ctx), 0);
  const meant = readDay(said);
  return meant ? showAgenda(ctx, visit, onCalendar(ctx, meant), 0) : offerItem(ctx, visit, said);
}

/** What is still to come on a day, as "2026-11-23", a page of it; with nothing left, what is next. */
export async function showAgenda(ctx: Context, visit: Visit, day: string, from: number): Promise<Outcome> {
  const { start, end, gatherings } = await onDay(ctx, visit, day);
  const saying = (items: readonly ListedGathering[], more: boolean) =>
    ({ key: "agenda", day: start, items, more }) as const;
  const { page, next } = pageOf(gatherings, from, saying, visit.language, speechOf(ctx));
  const ids = page.map(({ id }) => id);
  if (ids.length > 0) return answer(saying(page, next !== null), { kind: "agenda", day, ids, more: next });
  const later = await nextGatheringFor(ctx.db, visit.personId, end);
  const none = { key: "agendaNone", day: start, next: later } as const;
  if (later) return answer(none, { kind: "agenda", day, ids: [later.id], more: null });
  return answer(none, visit.question?.kind === "menu" ? null : undefined);
}

/** A list again, after a digit that it does not have. */
export async function showAgendaAgain(
  ctx: Context,
  visit: Visit,
  question: Extract<Question, { kind: "agenda" }>,
): Promise<Outcome> {
  const { day, ids, more } = question;
  const { start, gatherings } = await onDay(ctx, visit, day);
  const items = gatherings.filter(({ id }) => ids.includes(id));
  if (items.length === 0 || items.length < ids.length) return showAgenda(ctx, visit, day, 0);
  return answer({ key: "agenda", day: start, items, more: more !== null }, question);
}

/** What is still to come on a day; today, also what began before midnight and goes on. */
async function onDay(ctx: Context, visit: Visit, day: string) {
  const { timeZone } = ctx.config;
  const [start, end] = [midnightOf(day, timeZone), midnightOf(plusDays(day, 1), timeZone)];
  const from = day === today(ctx) ? LONG_AGO : start;
  const gatherings = await gatheringsFor(ctx.db, visit.personId, { from, to: end, now: ctx.now() });
  return { start, end, gatherings };
}

const LONG_AGO = new Date(0);

function today(ctx: Context): string {
  return dayOf(ctx.now(), ctx.config.timeZone);
}

function onCalendar(ctx: Context, meant: MeantDay): string {
  if (meant.kind === "in") return plusDays(today(ctx), meant.days);
  const weekday = figuresOf(ctx.now(), ctx.config.timeZone).getUTCDay();
  return plusDays(today(ctx), (meant.weekday - weekday + 7) % 7);
}
