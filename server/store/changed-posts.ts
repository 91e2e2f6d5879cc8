import type { PostKind } from "#server/domain/post.ts";
import { type Db, only } from "./db.ts";

export type ChangedPost = {
  readonly id: number;
  readonly kind: PostKind;
  readonly personId: number;
  readonly words: string;
  readonly open: boolean;
  readonly saidAt: Date;
  /** The transaction that changed it: of two readings of a post, the one with the higher counts. */
  readonly change: bigint;
};

/**
 * A server that was killed gives out once more the numbers of transactions that had come to nothing and that its log
 * had not told of: never more than run in the part of a second for which the log may lag behind.
 */
const USED_AGAIN = 500;

/**
 * From where to read changes the next time so that none is missed, in whatever order transactions commit: the oldest
 * one under way, less what a killed server may use again. Ask before reading.
 */
export async function changeHorizon(db: Db): Promise<bigint> {
  const row = only(
    await db.$queryRaw<
      { horizon: string }[]
    >`SELECT greatest(0, pg_snapshot_xmin(pg_current_snapshot())::text::bigint - ${USED_AGAIN})::text AS horizon`,
  );
  return BigInt(row.horizon);
}

/** Posts opened, closed or changed since the horizon `since`, some of them perhaps read before; with null, all open ones. */
export async function changedPosts(db: Db, since: bigint | null): Promise<readonly ChangedPost[]> {
  const rows =
    since === null
      ? await db.$queryRaw<(Omit<ChangedPost, "change"> & { change: string })[]>`
          SELECT id, kind, person_id AS "personId", words, true AS open, said_at AS "saidAt", change::text FROM posts
          WHERE state = 'open' AND hidden_at IS NULL ORDER BY id`
      : await db.$queryRaw<(Omit<ChangedPost, "change"> & { change: string })[]>`
          SELECT id, kind, person_id AS "personId", words, state = 'open' AND hidden_at IS NULL AS open, said_at AS "saidAt",
            change::text
          FROM posts
          WHERE change >= ${String(since)}::text::xid8 ORDER BY id`;
  return rows.map((row) => ({ ...row, change: BigInt(row.change) }));
}
