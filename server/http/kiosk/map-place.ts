import type { MapPicture, MapPlace } from "#kiosk/map/part.ts";
import { placeKey } from "#server/matching/place-key.ts";
import type { Context } from "../../context.ts";
import { type CampMap, campMap, mapPinAt } from "../../store/camp-map.ts";

/** A place as groups and gatherings name it, with its pin on the camp's map where there is one. */
export async function mapPlaceOf(ctx: Context, name: string): Promise<MapPlace> {
  const pin = await mapPinAt(ctx.db, placeKey(name));
  const map = pin && (await campMap(ctx.db));
  return { name, pin: map && { x: pin.x, y: pin.y, picture: pictureOf(map) } };
}

export function pictureOf({ width, height, changedAt }: CampMap): MapPicture {
  return { width, height, version: changedAt.getTime().toString(36) };
}
