import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { type MapSaid, mapPage, pinPage } from "#kiosk/organize/map.ts";
import { MOST_PICTURE_BYTES } from "#server/domain/picture.ts";
import { placeKey } from "#server/matching/place-key.ts";
import { type MapEdited, putPin, removeMap, removePin, setMap } from "../../actions/edit-map.ts";
import type { Context } from "../../context.ts";
import { campMap, mapPinAt, mapPins, placesNamed } from "../../store/camp-map.ts";
import { pictureOf } from "../kiosk/map-place.ts";
import { frameOf } from "./frame.ts";
import { turnedAway } from "./refusals.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

export const MAP_PICTURE_PATH = "/organize/map/picture";
/** The picture and the form around it. */
export const MOST_FORM_BYTES = MOST_PICTURE_BYTES + 64 * 1024;

/** In CSS pixels; what is touched comes back in them. */
const SHOWN_WIDTH = 640;
const MOST_LETTERS = 22;

const Said = z.object({ said: z.literal("saved").nullable().catch(null).default(null) });
const Picture = z.object({ picture: z.instanceof(File) });
const Place = z.object({ place: z.string().min(1).max(100) });
/** An image that was touched sends `point.x` and `point.y`; pressed by a key it sends noughts, and numbers count. */
const Pin = Place.extend({
  label: z.string().trim().max(MOST_LETTERS),
  "point.x": z.coerce.number().min(0).max(SHOWN_WIDTH).catch(0).default(0),
  "point.y": z.coerce.number().min(0).catch(0).default(0),
  left: z.coerce.number().min(0).max(100).catch(50).default(50),
  top: z.coerce.number().min(0).max(100).catch(50).default(50),
});

/** The camp's map. For organizers. */
export function mapRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("edit-map"));

  routes.get("/", zValidator("query", Said), (c) => showMap(ctx, c, c.req.valid("query").said));

  routes.post("/picture", zValidator("form", Picture), async (c) => {
    const { picture } = c.req.valid("form");
    const bytes = new Uint8Array(await picture.arrayBuffer());
    return done(ctx, c, await setMap(ctx, c.var.actor, bytes));
  });

  routes.post("/remove", async (c) => done(ctx, c, await removeMap(ctx, c.var.actor)));

  routes.get("/pin", zValidator("query", Place), (c) => showPin(ctx, c, c.req.valid("query").place, false));

  routes.post("/pin", zValidator("form", Pin), async (c) => {
    const { place, label, ...point } = c.req.valid("form");
    const map = await campMap(ctx.db);
    if (!map) return turnedAway(c, "gone");
    if (label === "") return showPin(ctx, c, place, true);
    const at = pointOf(point, map);
    return done(ctx, c, await putPin(ctx, c.var.actor, { place, label, ...at }));
  });

  routes.post("/pin/remove", zValidator("form", Place), async (c) =>
    done(ctx, c, await removePin(ctx, c.var.actor, c.req.valid("form").place)),
  );

  return routes;
}

type Touched = Pick<z.infer<typeof Pin>, "point.x" | "point.y" | "left" | "top">;

/** Shares of the picture, from pixels of the page or from hundredths. */
function pointOf(touched: Touched, { width, height }: { width: number; height: number }) {
  const [x, y] = [touched["point.x"], touched["point.y"]];
  if (x === 0 && y === 0) return { x: touched.left / 100, y: touched.top / 100 };
  return { x: x / SHOWN_WIDTH, y: Math.min(1, y / ((SHOWN_WIDTH * height) / width)) };
}

function done(ctx: Context, c: OrganizeRequest, edited: MapEdited) {
  if (edited.ok) return c.redirect("/organize/map?said=saved", 303);
  switch (edited.refusal) {
    case "no-picture":
      return showMap(ctx, c, "noPicture");
    case "no-place":
      return turnedAway(c, "unreadable");
    case "gone":
    case "not-yours":
      return turnedAway(c, edited.refusal);
    default:
      return edited.refusal satisfies never;
  }
}

/** Every place that is named, by its own words, and the pins of those that are no more. */
async function showMap(ctx: Context, c: OrganizeRequest, said: MapSaid | null) {
  const map = await campMap(ctx.db);
  const pins = new Map((await mapPins(ctx.db)).map((pin) => [pin.place, pin]));
  const named = new Map((await placesNamed(ctx.db, ctx.now())).map((name) => [placeKey(name), name]));
  const places = [
    ...[...named].map(([key, name]) => ({ name, pin: pins.get(key) ?? null, isNamed: true })),
    ...[...pins.values()]
      .filter(({ place }) => !named.has(place))
      .map((pin) => ({ name: pin.place, pin, isNamed: false })),
  ].sort((a, b) => a.name.localeCompare(b.name));
  const page = mapPage({ frame: frameOf(ctx, c), picture: map && pictureOf(map), places, said });
  return c.html(page, said === "noPicture" ? 400 : 200);
}

async function showPin(ctx: Context, c: OrganizeRequest, name: string, isFaulty: boolean) {
  const map = await campMap(ctx.db);
  if (!map) return turnedAway(c, "gone");
  const page = pinPage({
    frame: frameOf(ctx, c),
    picture: pictureOf(map),
    place: { name, pin: await mapPinAt(ctx.db, placeKey(name)) },
    shownWidth: SHOWN_WIDTH,
    mostLetters: MOST_LETTERS,
    isFaulty,
  });
  return c.html(page, isFaulty ? 400 : 200);
}
