import type { Db } from "./db.ts";

/** Deletes posts that closed before `before`, with their matches, asks and introductions. */
export async function deletePosts(db: Db, before: Date): Promise<void> {
  await db.post.deleteMany({
    where: { closedAt: { lt: before }, state: { in: ["done", "dropped", "expired"] } },
  });
  await forgetPrintedWords(db);
}

/** Cards that were printed for a post lose its words with it. */
export async function forgetPrintedWords(db: Db): Promise<void> {
  await db.cardBatch.updateMany({
    where: { carriesPost: true, postId: null, words: { not: null } },
    data: { words: null },
  });
}

/**
 * Deletes people of whom nothing is left: not heard of since `before`, no posts, nobody muted (a mute must go on
 * holding), not muted by an organizer, nobody who shares their phone, no role, no wish for NEWS, no group, no
 * gathering that they know of still ahead, no item on which nobody answered, nothing to read to them. Their consents stay in the ledger.
 */
export async function deleteStrangers(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`
    DELETE FROM people p
    WHERE seen_at < ${before}::timestamptz AND blocked_at IS NULL
      AND NOT EXISTS (SELECT FROM people s WHERE s.via_id = p.id)
      AND NOT EXISTS (SELECT FROM roles r WHERE r.person_id = p.id AND r.ended_at IS NULL AND r.expires_at > ${before}::timestamptz)
      AND NOT EXISTS (SELECT FROM posts WHERE person_id = p.id)
      AND NOT EXISTS (SELECT FROM introductions WHERE p.id IN (needer_id, giver_id))
      AND NOT EXISTS (SELECT FROM mutes WHERE p.id IN (muter_id, muted_id))
      AND NOT EXISTS (SELECT FROM inbox_entries WHERE person_id = p.id AND closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM members WHERE person_id = p.id)
      AND NOT EXISTS (SELECT FROM outbound_texts WHERE person_id = p.id AND reason = 'no-phone' AND body IS NOT NULL)
      AND NOT EXISTS (SELECT FROM knowing k JOIN gatherings g ON g.id = k.gathering_id
        WHERE k.person_id = p.id AND g.ends_at >= ${before}::timestamptz)
      AND NOT EXISTS (SELECT FROM items WHERE person_id = p.id AND state = 'offered')
      AND NOT coalesce((SELECT granted FROM consents c WHERE c.phone_hash = p.phone_hash AND c.purpose = 'news'
        ORDER BY c.id DESC LIMIT 1), false)`;
}

/**
 * Forgets the words of texts older than `before`, in and out; the rows stay for counting. What waits for somebody
 * without a phone stays until it was read to them.
 */
export async function forgetBodies(db: Db, before: Date): Promise<void> {
  await db.$executeRaw`UPDATE inbound_texts SET body = NULL, reply = NULL, body_hash = ''
    WHERE received_at < ${before}::timestamptz AND (body IS NOT NULL OR reply IS NOT NULL OR body_hash <> '')`;
  await db.$executeRaw`UPDATE outbound_texts SET body = NULL
    WHERE created_at < ${before}::timestamptz AND body IS NOT NULL AND state NOT IN ('queued', 'held', 'sending', 'unknown')
      AND coalesce(reason, '') <> 'no-phone'`;
}
