import type { Db } from "./db.ts";

export type ConsentEntry = {
  readonly phoneHash: Uint8Array<ArrayBuffer>;
  readonly purpose: "texts" | "news" | "group";
  readonly granted: boolean;
  readonly method: "keyword" | "phrase" | "carrier" | "organizer";
  readonly wording: string;
  readonly at: Date;
};

/** Writes one line in the consent ledger; the newest line of a purpose holds. */
export async function addConsent(db: Db, entry: ConsentEntry): Promise<void> {
  await db.consent.create({ data: entry });
}

/** The same for a person whose phone the caller does not know; nothing when the person was forgotten. */
export async function addConsentOf(
  db: Db,
  personId: number,
  entry: Omit<ConsentEntry, "phoneHash">,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO consents (phone_hash, purpose, granted, method, wording, at)
    SELECT phone_hash, ${entry.purpose}, ${entry.granted}, ${entry.method}, ${entry.wording}, ${entry.at}::timestamptz
    FROM people WHERE id = ${personId} AND phone_hash IS NOT NULL`;
}

/** Whether this person said STOP, or who lends them a phone did, or they are gone. */
export async function isOut(db: Db, personId: number): Promise<boolean> {
  const [row] = await db.$queryRaw<
    { out: boolean }[]
  >`SELECT is_out(coalesce(p.phone_hash, via.phone_hash)) AS out
    FROM people p LEFT JOIN people via ON via.id = p.via_id WHERE p.id = ${personId}`;
  return row?.out ?? true;
}
