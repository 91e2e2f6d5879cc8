import { html } from "hono/html";
import type { MapPicture } from "../map/part.ts";
import { pictureSrc } from "../map/part.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { map } from "./words/map.ts";

export type MapSaid = "saved" | "noPicture";

/** Shares of the picture's width and height, 0 to 1. */
type Point = { readonly x: number; readonly y: number };
type Place = { readonly name: string; readonly pin: (Point & { readonly label: string }) | null };

type MapFacts = {
  readonly frame: Frame;
  readonly picture: MapPicture | null;
  readonly places: readonly (Place & { readonly isNamed: boolean })[];
  readonly said: MapSaid | null;
};

/** The camp's map, and which place is where on it. */
export function mapPage(facts: MapFacts): Html {
  const { frame, picture, places, said } = facts;
  const words = map[frame.language];
  return consolePage({
    frame,
    here: "map",
    title: words.title,
    styles: ["organize/map.css"],
    body: html`
      ${said === null ? "" : html`<p class="${said === "saved" ? "note" : "refusal"}" role="status">${words[said]}</p>`}
      <p class="soft">${words.lead}</p>
      ${picture === null ? html`<p>${words.none}</p>` : wholeMap(picture, places, words.whole)}
      ${uploadForm(facts)}
      ${picture === null ? "" : html`<h2>${words.places}</h2><p class="soft">${words.placesLead}</p>${placeList(facts)}`}`,
  });
}

function wholeMap({ width, height, ...rest }: MapPicture, places: MapFacts["places"], label: string): Html {
  const grow = Math.max(width, height) / 700;
  const pin = ({ x, y }: Point) =>
    html`<path class="pin" transform="translate(${x * width} ${y * height}) scale(${grow})" d="M0 0C-9-12-14-18-14-26a14 14 0 0 1 28 0C14-18 9-12 0 0z" />`;
  return html`<svg class="camp" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><image href="${pictureSrc({ width, height, ...rest })}" width="${width}" height="${height}" />${places.flatMap((place) => (place.pin ? [pin(place.pin)] : []))}</svg>`;
}

function uploadForm({ frame, picture }: MapFacts): Html {
  const words = map[frame.language];
  const form = html`<form method="post" action="/organize/map/picture" enctype="multipart/form-data" class="stack">
      <label>${words.choose} <small>${words.chooseSays}</small><input type="file" name="picture" accept="image/png,image/jpeg,image/webp" required /></label>
      <button>${words.upload}</button></form>`;
  if (picture === null) return form;
  return html`<details class="apart"><summary>${words.another}</summary><p>${words.anotherSays}</p>${form}
      <p>${words.removeSays}</p><form method="post" action="/organize/map/remove"><button class="danger">${words.remove}</button></form></details>`;
}

function placeList({ frame, places }: MapFacts): Html {
  const words = map[frame.language];
  if (places.length === 0) return html`<p class="soft">${words.noPlaces}</p>`;
  return html`<ul class="slips">${places.map(
    ({ name, pin, isNamed }) => html`<li class="slip"><h3>${name}</h3>
      <p>${pin ? html`<span class="tag good">${words.onMap}</span> ${pin.label}` : ""} ${isNamed ? "" : html`<span class="tag">${words.notNamed}</span>`}</p>
      <div class="row"><a class="button ${pin ? "second" : ""}" href="/organize/map/pin?place=${encodeURIComponent(name)}" aria-label="${pin ? words.move : words.put}: ${name}">${pin ? words.move : words.put}</a>
      ${pin ? html`<form method="post" action="/organize/map/pin/remove"><input type="hidden" name="place" value="${name}" /><button class="quiet" aria-label="${words.drop}: ${name}">${words.drop}</button></form>` : ""}</div></li>`,
  )}</ul>`;
}

type PinFacts = {
  readonly frame: Frame;
  readonly picture: MapPicture;
  readonly place: Place;
  /** The width in CSS pixels at which the picture is touched. */
  readonly shownWidth: number;
  readonly mostLetters: number;
  readonly isFaulty: boolean;
};

/** Where one place is: touched on the picture, which sends the point without any script. */
export function pinPage(facts: PinFacts): Html {
  const { frame, picture, place, shownWidth, mostLetters, isFaulty } = facts;
  const words = map[frame.language];
  const { x, y, label } = place.pin ?? { x: 0.5, y: 0.5, label: place.name.slice(0, mostLetters).trim() };
  const height = Math.round((shownWidth * picture.height) / picture.width);
  return consolePage({
    frame,
    here: "map",
    title: `${words.pinTitle} ${place.name}`,
    styles: ["organize/map.css"],
    body: html`
      ${isFaulty ? html`<p class="refusal" role="alert">${words.noPoint}</p>` : ""}
      <form method="post" action="/organize/map/pin" class="stack">
        <input type="hidden" name="place" value="${place.name}" />
        <label>${words.label} <small>${words.labelHint}</small><input name="label" value="${label}" maxlength="${mostLetters}" required /></label>
        <p>${words.touch}</p>
        <div class="wide"><input class="touched" type="image" name="point" src="${pictureSrc(picture)}" width="${shownWidth}" height="${height}" alt="${words.picture}" /></div>
        <details class="apart"><summary>${words.numbers}</summary><div class="pair">
          <label>${words.fromLeft}<input type="number" name="left" min="0" max="100" step="any" value="${percent(x)}" /></label>
          <label>${words.fromTop}<input type="number" name="top" min="0" max="100" step="any" value="${percent(y)}" /></label></div>
          <p><button>${words.save}</button></p></details>
      </form>
      <p><a href="/organize/map">${words.back}</a></p>`,
  });
}

function percent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
