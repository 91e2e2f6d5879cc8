import { html } from "hono/html";
import { type IconName, icon } from "../shell/icons.ts";
import { at, type Frame, type Html } from "../shell/screen.ts";
import { groups } from "./words.ts";

/** A group, as it is shown among others. */
export type GroupShown = {
  readonly href: string;
  readonly name: string;
  /** "today 17:00"; null: nothing is planned. */
  readonly when: string | null;
  readonly place: string;
  /** Why it fits, in a few words. */
  readonly why: string | null;
  /** It is about what was asked. */
  readonly isMet: boolean;
  readonly isOpen: boolean;
  readonly isAsleep: boolean;
};

/** Up to three groups, each to touch; `picture`: of what was asked, for those that are about it. */
export function groupCards(frame: Frame, shown: readonly GroupShown[], picture: IconName = "group"): Html {
  return html`<ul class="tiles n${shown.length} cards">${shown.map(
    (group) =>
      html`<li><a class="tile ${group.isAsleep ? "asleep" : ""}" href="${at(frame, group.href)}">${icon(group.isMet ? picture : "group")}<span><b>${group.name}</b>${whenLine(frame, group)}${group.place === "" ? "" : html`<small>${group.place}</small>`}${noteLine(frame, group)}</span></a></li>`,
  )}</ul>`;
}

/** The best group so far, above a question: whoever wants no more questions touches it. */
export function suggestion(frame: Frame, group: GroupShown, says: string, picture: IconName): Html {
  const line = [group.when ?? groups[frame.language].noTime, group.place].filter((part) => part !== "");
  return html`<a class="rowlink suggestion" href="${at(frame, group.href)}">${icon(picture)}<span><small>${says}</small><b>${group.name}</b></span><span class="when">${line.map((part) => html`<span>${part}</span>`)}</span>${icon("next")}</a>`;
}

function whenLine({ language }: Frame, { when, isAsleep }: GroupShown): Html {
  const words = groups[language];
  return html`<span class="when">${when ?? (isAsleep ? words.asleep : words.noTime)}</span>`;
}

function noteLine({ language }: Frame, { why, isOpen }: GroupShown): Html {
  const note = isOpen ? why : groups[language].closed;
  return note === null ? html`` : html`<small class="why">${note}</small>`;
}
