import { maskPhones } from "#server/domain/mask.ts";
import type { Question } from "#server/domain/question.ts";
import { dayOf, figuresOf, midnightOf, plusDays } from "#server/domain/wall-clock.ts";
import type { ListedGathering } from "#sms/messages/sayings/gatherings.ts";
import { readCommand } from "#sms/read-command.ts";
import { type MeantDay, maySeekAgenda, readDay } from "#sms/read-day.ts";
import { pageOf } from "#sms/reply.ts";
import type { Context } from "../context.ts";
import { gatheringsFor, nextGatheringFor } from "../store/gatherings.ts";
import { bodyOf } from "../store/inbound-texts.ts";
import { offerItem } from "./offer-item.ts";
import { speechOf } from "./speech.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** AGENDA: today, the day that is named, or words that are offered to the next assembly. What may be either is asked back. */
export async function readAgenda(ctx: Context, visit: Visit, said: string): Promise<Outcome> {
  const meant = readDay(said);
  if (meant) return showAgenda(ctx, visit, onCalendar(ctx, meant), 0);
  return maySeekAgenda(said) ? askBack(said, visit.textId) : offerItem(ctx, visit, said);
}

/** The menu's 2, or (null) the question again; the words are in the text that was not clear. */
export async function offerUnclear(
  ctx: Context,
  visit: Visit,
  text: number,
  offers: boolean,
): Promise<Outcome> {
  const sealed = await bodyOf(ctx.db, text);
  if (!sealed) return answer({ key: "menuOver" }, { kind: "menu" });
  const { command } = readCommand({ body: ctx.vault.open("text", sealed), mediaCount: 0 });
  const said = command.verb === "agenda" ? command.words : "";
  return offers ? { ...(await offerItem(ctx, visit, said)), question: null } : askBack(said, text);
}

function askBack(said: string, text: number): Outcome {
  return answer({ key: "agendaUnclear", words: maskPhones(said).words }, { kind: "offer", text });
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
  const now = figuresOf(ctx.now(), ctx.config.timeZone);
  switch (meant.kind) {
    case "in":
      return plusDays(today(ctx), meant.days);
    case "weekday":
      return plusDays(today(ctx), (meant.weekday - now.getUTCDay() + 7) % 7);
    case "weekend":
      return now.getUTCDay() === 0 ? today(ctx) : plusDays(today(ctx), 6 - now.getUTCDay());
    case "date": {
      const inYear = (year: number) =>
        new Date(Date.UTC(year, meant.month - 1, meant.day)).toISOString().slice(0, 10);
      const day = inYear(now.getUTCFullYear());
      return day < today(ctx) ? inYear(now.getUTCFullYear() + 1) : day;
    }
    default:
      return meant satisfies never;
  }
}
