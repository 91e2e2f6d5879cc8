import { html } from "hono/html";
import { mapPart } from "../map/part.ts";
import { icon } from "../shell/icons.ts";
import { at, type Html, screen } from "../shell/screen.ts";
import type { GroupFacts } from "./group.ts";
import { groups } from "./words.ts";

/** What a group's own screen may have clipped, whole: first what it does, then where and when it meets. */
export function aboutPage(facts: GroupFacts & { readonly page: number }): Html {
  const { frame, id, name, about, query, page } = facts;
  const words = groups[frame.language];
  const sides = [...partsOf(about).map((part) => html`<p>${part}</p>`), whereSide(facts)];
  const isLast = page >= sides.length - 1;
  const path = `/kiosk/groups/${id}`;
  const turn = `${path}/about${query === "" ? "?" : `${query}&`}side=${(page + 1) % sides.length}`;
  return screen({
    frame,
    name: "about",
    title: name,
    back: `${path}${query}`,
    ...(sides.length > 1 ? { step: { at: page + 1, of: sides.length } } : {}),
    body: html`<div class="leaf"><div class="side">${sides[page] ?? sides[0]}</div>
      ${sides.length > 1 ? html`<a class="turnleaf" href="${at(frame, turn)}" aria-label="${isLast ? words.previous : words.next}">${icon(isLast ? "previous" : "next")}</a>` : ""}</div>`,
  });
}

/** So many letters fit the smallest screen. */
const LETTERS_A_SIDE = 120;

/** A text in parts that each fit, broken between words where there are any. */
function partsOf(text: string): readonly string[] {
  if (text.length <= LETTERS_A_SIDE) return text === "" ? [] : [text];
  const space = text.lastIndexOf(" ", LETTERS_A_SIDE);
  const end = space > 0 ? space : LETTERS_A_SIDE;
  return [text.slice(0, end), ...partsOf(text.slice(end).trim())];
}

/** So many times are enough to see which days they are. */
const MOST_TIMES = 3;

function whereSide({ frame, id, place, coming, contact }: GroupFacts): Html {
  const words = groups[frame.language];
  const times = coming.slice(0, MOST_TIMES);
  return html`<div class="facts"><div class="known">
      ${place.name === "" ? "" : html`<p class="fact">${icon("pin")}<b>${place.name}</b></p>`}
      <p class="fact">${icon("agenda")}<span>${times.length === 0 ? words.noTime : times.join(", ")}</span></p>
      ${contact === "" ? "" : html`<p class="fact">${icon("person")}<span>${words.askFor} <b>${contact}</b></span></p>`}
    </div>${place.pin === null ? "" : html`<a class="mapdoor" href="${at(frame, `/kiosk/map?group=${id}`)}">${mapPart(frame, place)}</a>`}</div>`;
}
