import { html } from "hono/html";
import { type MapPlace, mapPart } from "../map/part.ts";
import { slipPart } from "../print/slip.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { days } from "./words.ts";

export type GatheringFacts = {
  readonly frame: Frame;
  readonly title: string;
  /** "Saturday 28 November, 19:00–20:30". */
  readonly when: string;
  readonly place: MapPlace;
  readonly notes: string;
  readonly group: string | null;
  readonly state: "on" | "cancelled" | "over";
  /** The assembly has an agenda to look at. */
  readonly hasAgenda: boolean;
};

/** One gathering: when, where, what it is. */
export function gatheringPage(facts: GatheringFacts): Html {
  const { frame, title, when, place, notes, group, state, hasAgenda } = facts;
  const words = days[frame.language];
  return screen({
    frame,
    name: "gathering",
    title,
    back: "/kiosk/days",
    body: html`<div class="column gathering">
      ${state === "on" ? "" : html`<p class="alarm">${state === "over" ? words.isOver : words.cancelledSays}</p>`}
      <div class="facts"><div class="known">
        <p class="fact">${icon("any")} <b>${state === "cancelled" ? html`<s>${when}</s>` : when}</b></p>
        <p class="fact">${icon("pin")} <b>${place.name}</b></p>
        ${group === null ? "" : html`<p class="fact">${icon("group")} <span>${group}</span></p>`}
        ${notes === "" ? "" : html`<p>${notes}</p>`}</div>
        ${place.pin === null ? "" : html`<a class="mapdoor" href="${at(frame, "/kiosk/map")}">${mapPart(frame, place)}</a>`}</div>
      ${hasAgenda ? html`<a class="second" href="${at(frame, "/kiosk/days/agenda")}">${icon("talk")} ${words.seeAgenda}</a>` : ""}
      ${state === "on" ? slipPart(frame, { title, lines: [when, place.name, group ?? "", notes].filter(Boolean), digits: null }) : ""}
      ${state === "on" ? "" : html`<a class="second" href="${at(frame, "/kiosk/days")}">${icon("agenda")} ${words.others}</a>`}
    </div>`,
  });
}
