import type { Door, Frame } from "#kiosk/organize/layout.ts";
import type { Language } from "#server/domain/language.ts";
import { type Act, mayAny } from "#server/domain/role.ts";
import type { Context } from "../../context.ts";
import type { OrganizeRequest } from "./session.ts";

const BEHIND: readonly (readonly [door: Door, act: Act])[] = [
  ["inbox", "answer-inbox"],
  ["posts", "see-posts"],
  ["groups", "edit-groups"],
  ["gatherings", "see-gatherings"],
  ["broadcasts", "broadcast"],
  ["tent", "type-for-others"],
  ["cards", "type-for-others"],
  ["kiosks", "tend-kiosks"],
  ["map", "edit-map"],
  ["people", "grant-roles"],
  ["status", "see-state"],
];

/** What a page is framed with: who looks at it, in which language, and where they may go. */
export function frameOf(ctx: Context, c: OrganizeRequest): Frame {
  const { actor, language } = c.var;
  const doors = BEHIND.filter(([, act]) => mayAny(actor, act)).map(([door]) => door);
  return { nodeName: ctx.config.nodeName, language, name: actor.name, doors: ["home", ...doors] };
}

/** A moment as the camp's clocks show it: "Fri 27 Nov, 18:30". */
export function shownTime(ctx: Context, c: OrganizeRequest, at: Date, toTheSecond = false): string {
  return timeIn(c.var.language, ctx, at, toTheSecond);
}

/** The same in a language that the caller chooses. */
export function timeIn(language: Language, ctx: Context, at: Date, toTheSecond = false): string {
  return at.toLocaleString(language === "es" ? "es" : "en-GB", {
    timeZone: ctx.config.timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    ...(toTheSecond ? ({ second: "2-digit" } as const) : {}),
  });
}
