import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { type DaysWords, days } from "./words.ts";

export type Span = "today" | "tomorrow" | "week";
export const SPANS = ["today", "tomorrow", "week"] as const satisfies readonly Span[];

export type Row = {
  readonly id: number;
  /** "17:00", or with its day. */
  readonly when: string;
  readonly title: string;
  readonly place: string;
  /** Whose it is; null: the whole camp's. */
  readonly group: string | null;
  readonly isCancelled: boolean;
  readonly isNow: boolean;
};

export type ListFacts = { readonly frame: Frame; readonly span: Span; readonly rows: readonly Row[] };

const TITLES = { today: "onToday", tomorrow: "onTomorrow", week: "onWeek" } as const satisfies Record<
  Span,
  keyof DaysWords
>;

/** What is on for everybody, in the order of the clock; then the agenda, and the day on paper. */
export function listPage({ frame, span, rows }: ListFacts): Html {
  const words = days[frame.language];
  return screen({
    frame,
    name: "days",
    title: words[TITLES[span]],
    back: "/kiosk/doors",
    body: html`<div class="days">
      <nav class="spans" aria-label="${words.when}">${SPANS.map(
        (each) =>
          html`<a href="${at(frame, `/kiosk/days?days=${each}`)}" ${each === span ? html`aria-current="page"` : ""}>${words[each]}</a>`,
      )}</nav>
      <ul class="rows">
        ${rows.length === 0 ? html`<li class="wide"><p>${words.nothing}</p></li>` : rows.map((row) => html`<li>${rowOf(frame, row, words)}</li>`)}
        <li><a class="rowlink" href="${at(frame, "/kiosk/days/agenda")}">${icon("talk")}<span><b>${words.agendaTile}</b></span></a></li>
        ${span === "week" ? "" : html`<li><a class="rowlink" href="${at(frame, `/kiosk/days/sheet?days=${span}`)}">${icon("print")}<span><b>${words.sheet}</b></span></a></li>`}
      </ul></div>`,
  });
}

function rowOf(frame: Frame, row: Row, words: DaysWords): Html {
  const { id, when, title, place, group, isCancelled, isNow } = row;
  return html`<a class="rowlink event${isCancelled ? " off" : ""}" href="${at(frame, `/kiosk/days/${id}`)}">
      <span><b class="oneline">${isCancelled ? html`<s>${title}</s>` : title}</b>
      <span class="oneline"><time>${isNow ? words.goesOn : when}</time> · ${isCancelled ? html`<strong>${words.cancelled}</strong> · ` : ""}${place}${group === null ? "" : ` · ${group}`}</span></span></a>`;
}
