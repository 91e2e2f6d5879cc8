import { type Answered, whyWords, withAnswers } from "#kiosk/groups/answered.ts";
import type { GroupShown } from "#kiosk/groups/cards.ts";
import { groups } from "#kiosk/groups/words.ts";
import type { Language } from "#server/domain/language.ts";
import type { SuggestedGroup } from "../../actions/suggest-groups.ts";
import type { Context } from "../../context.ts";
import type { From } from "./group-query.ts";
import { shownWhen } from "./when.ts";

/** How a group was come to, which its own screen needs to lead back. */
export type Way = { readonly from: From; readonly answered?: Answered; readonly page?: number };

/** A group as it is shown among others. */
export function cardOf(ctx: Context, language: Language, group: SuggestedGroup, way: Way): GroupShown {
  const { id, name, coming, place, open, isAsleep, by } = group;
  const next = coming[0];
  return {
    href: `/kiosk/groups/${id}${queryOf(way)}`,
    name,
    when: next ? meetingWhen(ctx, language, next.startsAt) : null,
    place: next?.place || place,
    why: way.answered ? whyWords(by, way.answered, language) : null,
    isMet: by.includes("interest"),
    isOpen: open,
    isAsleep,
  };
}

/** "today 17:00"; "now" while it lasts. */
export function meetingWhen(ctx: Context, language: Language, at: Date): string {
  return at <= ctx.now() ? groups[language].underWay : shownWhen(ctx, language, at);
}

export function queryOf({ from, answered, page = 0 }: Way): string {
  return withAnswers("", answered ?? {}, `from=${from}${page > 0 ? `&page=${page}` : ""}`);
}

/** The screen that a group was come to from. */
export function backOf({
  from,
  answered = { interest: null, time: null, company: null },
  page = 0,
}: Way): string {
  switch (from) {
    case "time":
    case "company":
    case "found":
      return withAnswers(`/kiosk/groups/${from}`, answered);
    case "all":
      return `/kiosk/groups/all${page > 0 ? `?page=${page}` : ""}`;
    case "word":
      return "/kiosk/groups/word";
    default:
      return from satisfies never;
  }
}
