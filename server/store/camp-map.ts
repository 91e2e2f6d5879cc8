import type { Db } from "./db.ts";

const ONLY = { id: 1 } as const;

export type CampMap = { readonly width: number; readonly height: number; readonly changedAt: Date };

/** The camp's map without its bytes; null while there is none. */
export async function campMap(db: Db): Promise<CampMap | null> {
  return db.campMap.findUnique({ where: ONLY, select: { width: true, height: true, changedAt: true } });
}

export async function campPicture(
  db: Db,
): Promise<{ readonly picture: Uint8Array<ArrayBuffer>; readonly type: string } | null> {
  return db.campMap.findUnique({ where: ONLY, select: { picture: true, type: true } });
}

type NewMap = CampMap & { readonly picture: Uint8Array<ArrayBuffer>; readonly type: string };

/** In the place of the one before; the pins stay. */
export async function setCampMap(db: Db, map: NewMap): Promise<void> {
  await db.campMap.upsert({ where: ONLY, create: { ...ONLY, ...map }, update: map });
}

export async function removeCampMap(db: Db): Promise<boolean> {
  const { count } = await db.campMap.deleteMany({ where: ONLY });
  return count > 0;
}

export type MapPinRow = {
  readonly id: number;
  /** The key of its place. */
  readonly place: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
};

/** All pins, by their labels. */
export async function mapPins(db: Db): Promise<readonly MapPinRow[]> {
  return db.mapPin.findMany({ orderBy: [{ label: "asc" }, { id: "asc" }] });
}

export async function mapPinAt(db: Db, place: string): Promise<MapPinRow | null> {
  return db.mapPin.findUnique({ where: { place } });
}

/** A place has one pin: putting it again moves it. */
export async function putMapPin(db: Db, pin: Omit<MapPinRow, "id">): Promise<void> {
  await db.mapPin.upsert({ where: { place: pin.place }, create: pin, update: pin });
}

/** Its label; null when it was not there. */
export async function dropMapPin(db: Db, place: string): Promise<string | null> {
  const [pin] = await db.mapPin.findMany({ where: { place }, select: { label: true } });
  await db.mapPin.deleteMany({ where: { place } });
  return pin?.label ?? null;
}

/** Every place that a group or a gathering to come names, as it is written there. */
export async function placesNamed(db: Db, now: Date): Promise<readonly string[]> {
  const groups = await db.group.findMany({
    where: { closedAt: null },
    distinct: ["place"],
    select: { place: true },
  });
  const gatherings = await db.gathering.findMany({
    where: { endsAt: { gt: now }, cancelledAt: null },
    distinct: ["place"],
    select: { place: true },
  });
  return [...groups, ...gatherings].map(({ place }) => place).filter((place) => place !== "");
}
