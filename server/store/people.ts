import type { Question } from "#server/domain/question.ts";
import type { Db } from "./db.ts";
import { forgetPrintedWords } from "./forget.ts";

export type Receiver = {
  /** Whose phone it goes to: their own, or the one that they share. */
  readonly id: number;
  readonly phone: Uint8Array | null;
  readonly language: string | null;
  /** How somebody without a phone of their own is called. */
  readonly handle: string | null;
};

/** Whom to write to and in which language; null when the person was forgotten. */
export async function receiverOf(db: Db, personId: number): Promise<Receiver | null> {
  const [receiver] = await db.$queryRaw<Receiver[]>`
    SELECT coalesce(via.id, p.id) AS id, coalesce(p.phone, via.phone) AS phone, coalesce(p.language, via.language) AS language,
      CASE WHEN p.phone IS NULL THEN p.handle END AS handle
    FROM people p LEFT JOIN people via ON via.id = p.via_id AND p.phone IS NULL
    WHERE p.id = ${personId}`;
  return receiver ?? null;
}

/** Deletes the person and everything of theirs but the consent ledger; of their texts only bare rows stay, to tell repeats. */
export async function forgetPerson(db: Db, personId: number): Promise<void> {
  await db.inboundText.updateMany({
    where: { personId },
    data: { body: null, reply: null, bodyHash: new Uint8Array() },
  });
  await db.person.deleteMany({ where: { id: personId } });
  await forgetPrintedWords(db);
}

export async function markBadNumber(db: Db, personId: number): Promise<void> {
  await db.person.updateMany({ where: { id: personId }, data: { badNumber: true } });
}

/** `muterId` wants nothing more from `mutedId`. */
export async function addMute(db: Db, muterId: number, mutedId: number, now: Date): Promise<void> {
  await db.mute.createMany({ data: [{ muterId, mutedId, at: now }], skipDuplicates: true });
}

/** Whether one of the two wants nothing more from the other. */
export async function areMuted(db: Db, one: number, other: number): Promise<boolean> {
  const either = [
    { muterId: one, mutedId: other },
    { muterId: other, mutedId: one },
  ];
  return (await db.mute.count({ where: { OR: either } })) > 0;
}

/** The person of this phone, made when nobody has texted from it yet. `language`: of one who is made. */
export async function personOfPhone(
  db: Db,
  {
    phoneHash,
    phone,
    language,
    now,
  }: {
    readonly phoneHash: Uint8Array<ArrayBuffer>;
    readonly phone: Uint8Array<ArrayBuffer>;
    readonly language?: string;
    readonly now: Date;
  },
): Promise<number> {
  const { id } = await db.person.upsert({
    where: { phoneHash },
    create: { phoneHash, phone, createdAt: now, seenAt: now, ...(language ? { language } : {}) },
    update: {},
    select: { id: true },
  });
  return id;
}

/** The person of this phone, if there is one. */
export async function findPerson(db: Db, phoneHash: Uint8Array<ArrayBuffer>): Promise<number | null> {
  const found = await db.person.findUnique({ where: { phoneHash }, select: { id: true } });
  return found?.id ?? null;
}

/** Opens a question on a phone, in place of whatever was open there. */
export async function openQuestion(db: Db, personId: number, question: Question, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE people SET question = ${JSON.stringify(question)}::jsonb, question_at = ${now}::timestamptz
    WHERE id = ${personId}`;
}

/** Mutes a phone from `at` on, or (null) no longer. Since when it was muted before; undefined when nothing changed. */
export async function setBlocked(
  db: Db,
  personId: number,
  at: Date | null,
): Promise<Date | null | undefined> {
  const [row] = await db.$queryRaw<{ before: Date | null }[]>`
    WITH old AS (SELECT id, blocked_at FROM people WHERE id = ${personId} FOR UPDATE)
    UPDATE people SET blocked_at = ${at}::timestamptz FROM old
    WHERE people.id = old.id AND (old.blocked_at IS NULL) <> ${at === null}
    RETURNING old.blocked_at AS before`;
  return row?.before;
}

/** The keyed hash of a person's own number; null without one. */
export async function phoneHashOf(db: Db, personId: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { phoneHash: true } });
  return person?.phoneHash ?? null;
}

/** Phones that an organizer muted, the last one first. */
export async function blockedPeople(db: Db): Promise<readonly { id: number; blockedAt: Date | null }[]> {
  return db.person.findMany({
    where: { blockedAt: { not: null } },
    select: { id: true, blockedAt: true },
    orderBy: { blockedAt: "desc" },
  });
}

/** Who shares this person's phone. */
export async function sharersOf(db: Db, personId: number): Promise<readonly number[]> {
  const rows = await db.person.findMany({ where: { viaId: personId }, select: { id: true } });
  return rows.map((row) => row.id);
}
