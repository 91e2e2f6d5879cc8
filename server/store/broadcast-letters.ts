import type { FirstAudience } from "#server/domain/broadcast.ts";
import type { Db } from "./db.ts";

export type Letters = {
  readonly audience: FirstAudience;
  readonly defaultLanguage: string;
  /** Sealed once: all are read the same words. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly now: Date;
};

/**
 * Keeps a broadcast to groups for those of their members who have no phone of their own, to be read out at the tent: it
 * never leaves, so that nothing about it needs to be paused or stopped.
 */
export async function keepBroadcastForReading(db: Db, letters: Letters): Promise<void> {
  const { audience, now } = letters;
  if (audience.kind !== "groups") return;
  await db.$executeRaw`
    INSERT INTO outbound_texts (person_id, kind, priority, body, segments, state, reason, created_at, updated_at)
    SELECT p.id, 'broadcast', 0, ${letters.body}, 0, 'dropped', 'no-phone', ${now}::timestamptz, ${now}::timestamptz
    FROM people p
    WHERE p.phone IS NULL AND p.handle IS NOT NULL
      AND EXISTS (SELECT FROM members m WHERE m.person_id = p.id AND m.group_id = ANY (${[...audience.groupIds]}::int[]))
      AND (${audience.language}::text IS NULL OR coalesce(p.language, ${letters.defaultLanguage}) = ${audience.language}::text)
    ORDER BY p.id`;
}
