import type { Db } from "./db.ts";

export type PhoneText = {
  readonly id: string;
  readonly direction: "in" | "out";
  readonly body: Uint8Array | null;
  readonly at: Date;
  readonly state: string;
};

/** The last hundred texts that a phone wrote or received, oldest first: its own, our answers, and what we sent. */
export async function textsOfPhone(
  db: Db,
  phoneHash: Uint8Array<ArrayBuffer>,
): Promise<readonly PhoneText[]> {
  return db.$queryRaw<PhoneText[]>`
    WITH phone AS (SELECT id FROM people WHERE phone_hash = ${phoneHash})
    SELECT * FROM (
      SELECT 'w' || t.id AS id, 'out' AS direction, t.body, t.received_at AS at, 'delivered' AS state, 0 AS turn
        FROM inbound_texts t JOIN phone ON phone.id = t.person_id
      UNION ALL
      SELECT 'a' || t.id, 'in', t.reply, t.received_at, 'delivered', 1
        FROM inbound_texts t JOIN phone ON phone.id = t.person_id WHERE t.reply IS NOT NULL
      UNION ALL
      SELECT 't' || o.id, 'in', o.body, coalesce(o.claimed_at, o.created_at), o.state, 2
        FROM outbound_texts o JOIN phone ON phone.id = o.person_id
        WHERE o.state IN ('accepted', 'sent', 'delivered', 'failed')
      ORDER BY at DESC, turn DESC LIMIT 100
    ) newest ORDER BY at, turn`;
}
