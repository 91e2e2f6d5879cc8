import { html } from "hono/html";
import { type MapPlace, mapPart } from "../map/part.ts";
import { type Slip, slipPart } from "../print/slip.ts";
import { type IconName, icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { shell } from "../shell/words.ts";
import { groups } from "./words.ts";

export type GroupFacts = {
  readonly frame: Frame;
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly about: string;
  readonly place: MapPlace;
  readonly contact: string;
  readonly isOpen: boolean;
  readonly isAsleep: boolean;
  /** Its coming meetings in words, soonest first: "today 17:00". */
  readonly coming: readonly string[];
  /** What people text to, as they read it; null where texts do not come by a number. */
  readonly text: string | null;
  readonly back: string;
  /** The query that leads to this screen, for screens behind it. */
  readonly query: string;
};

/** One group: what it does, when and where it meets next, who to ask for, and how to take that along. */
export function groupPage(facts: GroupFacts): Html {
  const { frame, id, name, about, place, back } = facts;
  return screen({
    frame,
    name: "group",
    title: name,
    back,
    body: html`<div class="group">
      <div class="facts">
        <div class="known">${linesOf(facts)}${about === "" ? "" : html`<p class="clipped">${about}</p>`}</div>
        ${place.pin === null ? "" : html`<a class="mapdoor" href="${at(frame, `/kiosk/map?group=${id}`)}">${mapPart(frame, place)}</a>`}
      </div>
      ${frame.mayAct ? "" : html`<p class="soft">${shell[frame.language].readOnly}</p>`}
      <ul class="doing">${doings(facts)}</ul></div>`,
  });
}

function linesOf({ frame, coming, place, contact, isOpen, isAsleep }: GroupFacts): Html {
  const words = groups[frame.language];
  const when = coming[0] ?? (isAsleep ? words.asleep : words.noTime);
  return html`<p class="fact">${icon("agenda")}<b>${when}</b></p>
    ${place.name === "" ? "" : html`<p class="fact">${icon("pin")}<b>${place.name}</b></p>`}
    ${isOpen ? (contact === "" ? "" : html`<p class="fact">${icon("person")}<span>${words.askFor} <b>${contact}</b></span></p>`) : html`<p class="fact">${icon("person")}<span>${words.closedSays(contact === "" ? words.closedAsk : contact)}</span></p>`}`;
}

function doings(facts: GroupFacts): Html {
  const { frame, id, isOpen, query } = facts;
  const words = groups[frame.language];
  const path = `/kiosk/groups/${id}`;
  const link = (href: string, name: IconName, label: string, isMain = false) =>
    html`<li><a class="tile ${isMain ? "main" : ""}" href="${at(frame, href)}">${icon(name)}<span>${label}</span></a></li>`;
  return html`${frame.mayAct && isOpen ? link(`${path}/join`, "hand", words.join, true) : link("/kiosk/person", "person", words.askPerson, true)}
    ${frame.mayAct ? html`<li>${slipPart(frame, slipOf(facts))}</li>` : ""}
    ${frame.mayAct && isOpen ? link(`${path}/join?text=1`, "phone", words.textMe) : ""}
    ${link(`${path}/about${query}`, "more", words.details)}`;
}

/** What fits a slip of paper. */
function slipOf({ frame, name, number, coming, place, contact, text }: GroupFacts): Slip {
  const words = groups[frame.language];
  const lines = [
    coming[0] ? words.slipNext(coming[0]) : words.noTime,
    place.name === "" ? "" : words.slipPlace(place.name),
    contact === "" ? "" : words.slipAsk(contact),
    text === null ? "" : words.slipText(number, text),
  ];
  return { title: name, lines: lines.filter((line) => line !== ""), digits: null };
}
