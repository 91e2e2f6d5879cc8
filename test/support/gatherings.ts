import type { World } from "#test/support/world.ts";

export type NewGroup = {
  readonly number: number;
  readonly name: string;
  readonly about?: string;
  readonly interests?: string;
  readonly place?: string;
  readonly contact?: string;
  readonly open?: boolean;
  /** When it last gave a sign of life; the clock's time unless told otherwise. */
  readonly activeAt?: Date;
};

/** Puts a group into the camp, as the console would; its id. */
export async function insertGroup(world: World, group: NewGroup): Promise<number> {
  const { number, name, about = "", interests = "", place = "", contact = "", open = true } = group;
  const now = world.booted.ctx.now();
  const { rows } = await world.database.query(
    `INSERT INTO groups (number, name, about, interests, place, contact, open, created_at, active_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [number, name, about, interests, place, contact, open, now, group.activeAt ?? now],
  );
  return rows[0]?.id;
}

export type NewGathering = {
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes?: number;
  readonly place?: string;
  readonly notes?: string;
  readonly format?: string;
  readonly groupId?: number | null;
  readonly open?: boolean;
  readonly cancelledAt?: Date;
};

/** Puts a gathering into the camp; its id. Nothing is planned for it. */
export async function insertGathering(world: World, gathering: NewGathering): Promise<number> {
  const { title, startsAt, minutes = 60, place = "Big Tent", notes = "", format = "meeting" } = gathering;
  const { groupId = null, open = true, cancelledAt = null } = gathering;
  const { rows } = await world.database.query(
    `INSERT INTO gatherings (title, starts_at, ends_at, place, notes, format, group_id, open, cancelled_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      title,
      startsAt,
      new Date(startsAt.getTime() + minutes * 60_000),
      place,
      notes,
      format,
      groupId,
      open,
      cancelledAt,
      world.booted.ctx.now(),
    ],
  );
  return rows[0]?.id;
}

/** "17:30" on the day of the test clock, a Monday in New York; `day` counts from there. */
export function at(clock: string, day = 0): Date {
  const local = new Date(`2026-11-23T${clock}:00-05:00`);
  return new Date(local.getTime() + day * 24 * 3_600_000);
}
