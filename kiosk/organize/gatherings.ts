import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { formatName } from "./words/days.ts";
import { gatherings } from "./words/gatherings.ts";

type GatheringLine = {
  readonly id: number;
  readonly title: string;
  readonly format: string;
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly group: string | null;
  readonly open: boolean;
  readonly cancelled: boolean;
  readonly repeats: boolean;
};
export type Day = { readonly title: string; readonly list: readonly GatheringLine[] };

type Facts = {
  readonly frame: Frame;
  readonly coming: readonly Day[];
  /** The day that the list begins on; null: today. */
  readonly from: string | null;
  /** The day, as addresses have it, on which more is planned after these; null when nothing is. */
  readonly later: string | null;
  readonly past: readonly Day[];
  readonly may: { readonly make: boolean; readonly table: boolean };
  readonly said: "cancelledSeries" | null;
};

/** What is planned, by day; then what has been. */
export function gatheringsPage({ frame, coming, from, later, past, may, said }: Facts): Html {
  const words = gatherings[frame.language];
  return consolePage({
    frame,
    here: "gatherings",
    title: words.title,
    body: html`
      ${said === null ? "" : html`<p class="note" role="status">${words[said]}</p>`}
      <p class="row">${may.make ? html`<a class="button" href="/organize/gatherings/new">${words.make}</a>` : ""} <a href="/organize/day-sheet">${words.sheet}</a> ${may.table ? html`<a href="/organize/csv">${words.table}</a>` : ""}</p>
      <h2>${from === null ? words.coming : `${words.from} ${from}`}</h2>
      ${coming.length === 0 ? html`<p class="soft">${words.nothing}</p>` : coming.map((day) => dayList(frame, day))}
      <p class="row">${from === null ? "" : html`<a href="/organize/gatherings">${words.soon}</a>`} ${later === null ? "" : html`<a href="/organize/gatherings?from=${later}">${words.later}</a>`}</p>
      ${past.length === 0 ? "" : html`<h2>${words.past}</h2>${past.map((day) => dayList(frame, day))}`}`,
  });
}

function dayList({ language }: Frame, { title, list }: Day): Html {
  const words = gatherings[language];
  return html`<section class="day"><h3>${title}</h3>
    <ul class="lines">${list.map(
      (each) => html`<li><span class="clock">${each.from}–${each.to}</span>
        <span><a href="/organize/gatherings/${each.id}">${each.cancelled ? html`<s>${each.title}</s>` : each.title}</a> · ${each.place}
        <span class="tag">${formatName(language, each.format)}</span>
        ${each.group === null ? "" : html`<span class="tag">${each.group}</span>`}
        ${each.open ? "" : html`<span class="tag">${words.own}</span>`}
        ${each.repeats ? html`<span class="tag">${words.series}</span>` : ""}
        ${each.cancelled ? html`<span class="tag alarm">${words.cancelled}</span>` : ""}</span></li>`,
    )}</ul></section>`;
}
