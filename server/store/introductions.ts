import type { Db } from "./db.ts";
import { Prisma } from "./generated/client/client.ts";
import { addLongerNumbers } from "./numbers.ts";

export type Line = {
  readonly id: number;
  readonly number: number;
  readonly needId: number;
  readonly giftId: number;
  readonly neederId: number;
  readonly giverId: number;
  readonly need: number;
  readonly gift: number;
  readonly quantity: number | null;
  readonly open: boolean;
};

export type NewLine = {
  readonly needId: number;
  readonly giftId: number;
  readonly neederId: number;
  readonly giverId: number;
  readonly quantity: number | null;
  readonly expiresAt: Date;
  readonly numberFreeAt: Date;
  readonly now: Date;
};

/** Opens a line between two people under a free number. */
export async function addLine(db: Db, line: NewLine): Promise<{ id: number; number: number }> {
  const [added] = await db.$queryRaw<{ id: number; number: number }[]>`
    WITH free AS (
      UPDATE numbers SET free_at = ${line.numberFreeAt}::timestamptz
      WHERE number = (SELECT next_free_number(${line.now}::timestamptz))
      RETURNING number
    )
    INSERT INTO introductions (number, need_id, gift_id, needer_id, giver_id, quantity, created_at, expires_at)
    SELECT number, ${line.needId}, ${line.giftId}, ${line.neederId}, ${line.giverId}, ${line.quantity}::int,
      ${line.now}::timestamptz, ${line.expiresAt}::timestamptz
    FROM free
    RETURNING id, number`;
  if (added) return added;
  await addLongerNumbers(db, line.now);
  return addLine(db, line);
}

/** The introduction by its id, open or not. */
export async function lineOf(db: Db, id: number, now: Date): Promise<Line | null> {
  const [line] = await lines(db, Prisma.sql`i.id = ${id}`, now);
  return line ?? null;
}

/** Open introductions over a post, oldest first. */
export async function linesOver(db: Db, postId: number, now: Date): Promise<readonly Line[]> {
  return lines(db, Prisma.sql`(i.need_id = ${postId} OR i.gift_id = ${postId}) AND ${stillOpen(now)}`, now);
}

/** Open introductions in which the person takes part, oldest first. */
export async function linesWith(db: Db, personId: number, now: Date): Promise<readonly Line[]> {
  return lines(
    db,
    Prisma.sql`(i.needer_id = ${personId} OR i.giver_id = ${personId}) AND ${stillOpen(now)}`,
    now,
  );
}

const stillOpen = (now: Date) => Prisma.sql`i.closed_at IS NULL AND i.expires_at > ${now}::timestamptz`;

async function lines(db: Db, which: Prisma.Sql, now: Date): Promise<readonly Line[]> {
  return db.$queryRaw<Line[]>`
    SELECT i.id, i.number, i.need_id AS "needId", i.gift_id AS "giftId", i.needer_id AS "neederId",
      i.giver_id AS "giverId", n.number AS need, g.number AS gift, i.quantity, (${stillOpen(now)}) AS open
    FROM introductions i JOIN posts n ON n.id = i.need_id JOIN posts g ON g.id = i.gift_id
    WHERE ${which}
    ORDER BY i.id`;
}

/** Closes a line; false when it was closed before. */
export async function closeLine(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.introduction.updateMany({
    where: { id, closedAt: null },
    data: { closedAt: now },
  });
  return count === 1;
}

/** Whether anybody was ever introduced over a post. */
export async function hadLine(db: Db, postId: number): Promise<boolean> {
  return (await db.introduction.count({ where: { OR: [{ needId: postId }, { giftId: postId }] } })) > 0;
}
