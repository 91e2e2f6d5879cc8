import type { Db } from "./db.ts";

export type InboxReason = "emergency" | "person" | "unknown" | "out" | "sender";

/** Puts something before the organizers that a human must answer; urgent ones come on top. */
export async function addInboxEntry(
  db: Db,
  entry: {
    personId: number | null;
    textId: number | null;
    reason: InboxReason;
    urgent: boolean;
    createdAt: Date;
  },
): Promise<void> {
  await db.inboxEntry.create({ data: entry });
}

/** How many entries nobody has closed yet. */
export async function openInboxCounts(db: Db): Promise<{ urgent: number; other: number }> {
  const groups = await db.inboxEntry.groupBy({ by: ["urgent"], where: { closedAt: null }, _count: true });
  const count = (urgent: boolean) => groups.find((group) => group.urgent === urgent)?._count ?? 0;
  return { urgent: count(true), other: count(false) };
}
