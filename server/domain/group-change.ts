import type { GroupDraft } from "#server/domain/group-form.ts";

const WORDS = ["name", "about", "interests", "place", "contact", "open"] as const;
const TIMES = ["days", "time", "minutes"] as const;
export type ChangedField = (typeof WORDS)[number] | (typeof TIMES)[number];

/** What of a group becomes another, by the columns of its table. */
export function changesOf(before: GroupDraft, after: GroupDraft): readonly ChangedField[] {
  const [met, meets] = [before.meets, after.meets];
  return [
    ...WORDS.filter((field) => before[field] !== after[field]),
    ...TIMES.filter((field) => String(met?.[field] ?? "") !== String(meets?.[field] ?? "")),
  ];
}

type Known = { readonly number: number; readonly name: string; readonly closedAt: Date | null };

/**
 * The group that a line is about: the one of its number; without one the one of its name that is not closed. Null: a
 * new one. `which-group`: several are called so.
 */
export function groupMeant<Group extends Known>(
  groups: readonly Group[],
  { number, name }: { readonly number: number | null; readonly name: string },
): Group | null | "which-group" {
  if (number !== null) return groups.find((group) => group.number === number) ?? null;
  const [found, other] = groups.filter((group) => group.closedAt === null && isSameName(group.name, name));
  return other ? "which-group" : (found ?? null);
}

export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
