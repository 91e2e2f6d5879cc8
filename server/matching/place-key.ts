import { fold } from "./text/fold.ts";

/** A place as it is compared: "Big  Tent" and "big tént." are one. */
export function placeKey(place: string): string {
  return fold(place)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
