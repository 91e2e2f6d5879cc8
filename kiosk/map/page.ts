import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { type MapPicture, pictureSrc } from "./part.ts";
import { map } from "./words.ts";

/** A pin with the number that stands on it; shares of the picture's width and height, 0 to 1. */
type NumberedPin = {
  readonly number: number;
  readonly label: string;
  readonly x: number;
  readonly y: number;
};

type MapFacts = {
  readonly frame: Frame;
  readonly picture: MapPicture | null;
  readonly pins: readonly NumberedPin[];
  /** Those whose names stand beside the map. */
  readonly listed: readonly NumberedPin[];
  readonly page: number;
  readonly pages: number;
  readonly helpContact: string;
  /** The group whose place was looked for; null: nobody's. */
  readonly group: number | null;
};

/** The whole map with all pins, and the names of some of them at a time. */
export function mapPage(facts: MapFacts): Html {
  const { frame, picture, pins, listed, page, pages, helpContact, group } = facts;
  const words = map[frame.language];
  const sorry = picture === null ? words.none : pins.length === 0 ? words.noPins : null;
  return screen({
    frame,
    name: "map",
    title: words.title,
    back: group === null ? "/kiosk/doors" : `/kiosk/groups/${group}`,
    ...(pages > 1 ? { step: { at: page + 1, of: pages } } : {}),
    body: html`<div class="mapscreen">
      ${picture === null ? "" : wholeMap(picture, pins, listed, words.whole(listed.map(({ label }) => label).join(", ")))}
      <div class="named">
        ${sorry === null ? html`<ol>${listed.map(({ number, label }) => html`<li><b>${number}</b><span>${label}</span></li>`)}</ol>` : html`<p>${sorry} <b>${helpContact}</b></p>`}
        ${pages > 1 ? html`<a class="second" href="${at(frame, `/kiosk/map?page=${(page + 1) % pages}${group === null ? "" : `&group=${group}`}`)}">${icon("next")} ${words.more}</a>` : ""}
      </div></div>`,
  });
}

/** Pins keep their size on every screen: they are placed by shares, in an overlay of the picture's own size. */
function wholeMap(
  picture: MapPicture,
  pins: readonly NumberedPin[],
  listed: readonly NumberedPin[],
  label: string,
): Html {
  const isListed = (pin: NumberedPin) => listed.includes(pin);
  return html`<div class="maproom"><div class="mapsheet">
      <img src="${pictureSrc(picture)}" width="${picture.width}" height="${picture.height}" alt="${label}" />
      <svg class="numbers" aria-hidden="true">${pins.toSorted((a, b) => Number(isListed(a)) - Number(isListed(b))).map((pin) => numberPin(pin, isListed(pin)))}</svg>
    </div></div>`;
}

function numberPin({ number, x, y }: NumberedPin, isListed: boolean): Html {
  const [left, top] = [`${x * 100}%`, `${y * 100}%`];
  return html`<g class="${isListed ? "" : "faint"}"><circle cx="${left}" cy="${top}" /><text x="${left}" y="${top}">${number}</text></g>`;
}
