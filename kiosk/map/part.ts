import { html } from "hono/html";
import type { Frame, Html } from "../shell/screen.ts";
import { map } from "./words.ts";

/** The camp's map as a picture, in pixels; `version` changes with it. */
export type MapPicture = { readonly width: number; readonly height: number; readonly version: string };

/** A place as groups and gatherings name it, and where it is: shares of the picture's width and height, 0 to 1. */
export type MapPlace = {
  readonly name: string;
  /** null: there is no map, or nobody has put a pin. */
  readonly pin: { readonly x: number; readonly y: number; readonly picture: MapPicture } | null;
};

export function pictureSrc({ version }: MapPicture): string {
  return `/kiosk/map/picture?v=${version}`;
}

/** How much of the longer side is around the pin, and how much of that the pin needs above its point. */
const AROUND = 0.5;
const HEAD = 0.22;

/** The part of the camp's map with the place's pin on it; nothing where there is none: say the place in words too. */
export function mapPart({ language }: Pick<Frame, "language">, { name, pin }: MapPlace): Html {
  if (pin === null) return html``;
  const { width, height } = pin.picture;
  const [x, y] = [pin.x * width, pin.y * height];
  const side = Math.max(width, height) * AROUND;
  const left = within(x - side / 2, width - side);
  const top = Math.min(within(y - side / 2, height - side), y - HEAD * side);
  const grow = side / 200;
  return html`<svg class="mappart" viewBox="${left} ${top} ${side} ${side}" role="img" aria-label="${map[language].here(name)}">
      <image href="${pictureSrc(pin.picture)}" width="${width}" height="${height}" />
      <path class="pin" transform="translate(${x} ${y}) scale(${grow})" d="M0 0C-9-12-14-18-14-26a14 14 0 0 1 28 0C14-18 9-12 0 0z" />
      <circle class="eye" cx="${x}" cy="${y - 26 * grow}" r="${5 * grow}" /></svg>`;
}

/** As far as the picture goes; in its middle where it is smaller than the part. */
function within(start: number, most: number): number {
  return most < 0 ? most / 2 : Math.min(Math.max(0, start), most);
}
