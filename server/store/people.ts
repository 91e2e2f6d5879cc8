import type { Question } from "#server/domain/question.ts";
import type { Db } from "./db.ts";

export type Receiver = {
  readonly id: number;
  readonly phone: Uint8Array | null;
  readonly language: string | null;
};

/** Whom to write to and in which language; null when the person was forgotten. */
export async function receiverOf(db: Db, personId: number): Promise<Receiver | null> {
  return db.person.findUnique({ where: { id: personId }, select: { id: true, phone: true, language: true } });
}

/** Deletes the person and everything of theirs but the consent ledger; of their texts only bare rows stay, to tell repeats. */
export async function forgetPerson(db: Db, personId: number): Promise<void> {
  await db.inboundText.updateMany({
    where: { personId },
    data: { body: null, reply: null, bodyHash: new Uint8Array() },
  });
  await db.person.deleteMany({ where: { id: personId } });
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

/** The person of this phone, made when nobody has texted from it yet. */
export async function personOfPhone(
  db: Db,
  {
    phoneHash,
    phone,
    now,
  }: { phoneHash: Uint8Array<ArrayBuffer>; phone: Uint8Array<ArrayBuffer>; now: Date },
): Promise<number> {
  const { id } = await db.person.upsert({
    where: { phoneHash },
    create: { phoneHash, phone, createdAt: now, seenAt: now },
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

/** Opens a question on a phone that has none open since `lapsedBefore`. */
export async function openQuestion(
  db: Db,
  personId: number,
  { question, now, lapsedBefore }: { question: Question; now: Date; lapsedBefore: Date },
): Promise<void> {
  await db.$executeRaw`
    UPDATE people SET question = ${JSON.stringify(question)}::jsonb, question_at = ${now}::timestamptz
    WHERE id = ${personId} AND (question IS NULL OR question_at <= ${lapsedBefore}::timestamptz)`;
}
