import type { Db } from "./db.ts";

/** Opens the next longer range when every shorter number is taken. Two at once add it once. */
export async function addLongerNumbers(db: Db, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO numbers (number, digits, free_at)
    SELECT n, length(n::text), ${now}::timestamptz
    FROM (SELECT power(10, max(digits))::int AS least FROM numbers) range,
      generate_series(range.least, range.least * 10 - 1) AS n
    ON CONFLICT DO NOTHING`;
}

/** Lets a number go at `freeAt`: when what it means has ended and nobody mixes it up any more. */
export async function releaseNumber(db: Db, number: number, freeAt: Date): Promise<void> {
  await db.number.update({ where: { number }, data: { freeAt } });
}

export type Meaning = {
  /** What the number means: the newest post or introduction that has it. */
  readonly kind: "post" | "line";
  readonly id: number;
};

/** What a number means at present or meant last; null when it never meant anything. */
export async function meaningOf(db: Db, number: number): Promise<Meaning | null> {
  const [found] = await db.$queryRaw<Meaning[]>`
    SELECT kind, id FROM (
      (SELECT 'post' AS kind, id, created_at FROM posts WHERE number = ${number} ORDER BY id DESC LIMIT 1)
      UNION ALL
      (SELECT 'line', id, created_at FROM introductions WHERE number = ${number} ORDER BY id DESC LIMIT 1)
    ) meanings ORDER BY created_at DESC LIMIT 1`;
  return found ?? null;
}
