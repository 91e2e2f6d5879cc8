import { readPicture } from "#server/domain/picture.ts";
import { type Actor, may } from "#server/domain/role.ts";
import { placeKey } from "#server/matching/place-key.ts";
import type { Context } from "../context.ts";
import { campMap, dropMapPin, putMapPin, removeCampMap, setCampMap } from "../store/camp-map.ts";
import { audit } from "./audit.ts";

export type MapEdited =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: "not-yours" | "gone" | "no-picture" | "no-place" };

/** The camp's map is another picture from now on; pins stay where they were on it. */
export async function setMap(
  ctx: Context,
  actor: Actor,
  picture: Uint8Array<ArrayBuffer>,
): Promise<MapEdited> {
  if (!may(actor, "edit-map")) return { ok: false, refusal: "not-yours" };
  const facts = readPicture(picture);
  if (!facts) return { ok: false, refusal: "no-picture" };
  return ctx.inTransaction(async (ctx) => {
    await setCampMap(ctx.db, { ...facts, picture, changedAt: ctx.now() });
    await audit(ctx, actor, "set map", `${facts.width} x ${facts.height}`);
    return { ok: true };
  });
}

export async function removeMap(ctx: Context, actor: Actor): Promise<MapEdited> {
  if (!may(actor, "edit-map")) return { ok: false, refusal: "not-yours" };
  return ctx.inTransaction(async (ctx) => {
    if (!(await removeCampMap(ctx.db))) return { ok: false, refusal: "gone" };
    await audit(ctx, actor, "remove map", "");
    return { ok: true };
  });
}

type NewPin = {
  readonly place: string;
  readonly label: string;
  /** Shares of the picture's width and height, 0 to 1. */
  readonly x: number;
  readonly y: number;
};

/** A place has its pin there, or there from now on. */
export async function putPin(ctx: Context, actor: Actor, { place, label, x, y }: NewPin): Promise<MapEdited> {
  if (!may(actor, "edit-map")) return { ok: false, refusal: "not-yours" };
  const key = placeKey(place);
  if (key === "") return { ok: false, refusal: "no-place" };
  return ctx.inTransaction(async (ctx) => {
    if (!(await campMap(ctx.db))) return { ok: false, refusal: "gone" };
    await putMapPin(ctx.db, { place: key, label, x, y });
    await audit(ctx, actor, "put pin", label);
    return { ok: true };
  });
}

export async function removePin(ctx: Context, actor: Actor, place: string): Promise<MapEdited> {
  if (!may(actor, "edit-map")) return { ok: false, refusal: "not-yours" };
  return ctx.inTransaction(async (ctx) => {
    const label = await dropMapPin(ctx.db, placeKey(place));
    if (label === null) return { ok: false, refusal: "gone" };
    await audit(ctx, actor, "remove pin", label);
    return { ok: true };
  });
}
