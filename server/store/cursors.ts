import type { Db } from "./db.ts";

/** How far `name` was read; sets it to `otherwise` the first time. */
export async function cursorOf(db: Db, name: string, otherwise: Date): Promise<Date> {
  const { at } = await db.cursor.upsert({ where: { name }, create: { name, at: otherwise }, update: {} });
  return at;
}

export async function moveCursor(db: Db, name: string, at: Date): Promise<void> {
  await db.cursor.update({ where: { name }, data: { at } });
}
