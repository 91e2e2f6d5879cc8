import type { Language } from "#server/domain/language.ts";
import type { TextKind } from "#server/domain/text-state.ts";
import type { Db } from "./db.ts";

export type TextToMany = {
  readonly personIds: readonly number[];
  readonly language: Language;
  readonly defaultLanguage: Language;
  readonly kind: TextKind;
  readonly priority: number;
  /** Sealed once: all get the same words. */
  readonly body: Uint8Array<ArrayBuffer>;
  readonly segments: number;
  /** The gathering that it reminds of. */
  readonly gatheringId: number | null;
  readonly dueAt: Date;
  readonly notAfter: Date;
  readonly now: Date;
};

/** Queues a text to those of these people who read that language and can be texted; who they are. The caller wakes the sender. */
export async function addTextToMany(db: Db, text: TextToMany): Promise<readonly number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    INSERT INTO outbound_texts (person_id, kind, priority, body, segments, gathering_id, due_at, not_after, created_at, updated_at)
    SELECT p.id, ${text.kind}, ${text.priority}::int, ${text.body}, ${text.segments}::int, ${text.gatheringId}::int, ${text.dueAt}::timestamptz,
      ${text.notAfter}::timestamptz, ${text.now}::timestamptz, ${text.now}::timestamptz
    FROM people p
    WHERE p.id = ANY(${[...text.personIds]}::int[]) AND coalesce(p.language, ${text.defaultLanguage}) = ${text.language}
      AND p.phone IS NOT NULL AND NOT p.bad_number AND p.blocked_at IS NULL AND NOT is_out(p.phone_hash)
    ORDER BY p.id
    RETURNING person_id AS id`;
  return rows.map(({ id }) => id);
}

/** Those of these people who have no phone of their own: they share one, or are told at the tent. */
export async function withoutPhone(db: Db, personIds: readonly number[]): Promise<readonly number[]> {
  const rows = await db.person.findMany({
    where: { id: { in: [...personIds] }, phone: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}
