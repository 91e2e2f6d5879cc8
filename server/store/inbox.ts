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
