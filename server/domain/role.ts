export const ROLES = ["organizer", "convenor", "helper"] as const;
export type RoleName = (typeof ROLES)[number];

/** A role that has not lapsed; `groupId`: the group of a convenor. */
type HeldRole = { readonly role: RoleName; readonly groupId: number | null };

/** Who is at the console. */
export type Actor = {
  readonly personId: number;
  /** How colleagues know them; in the audit trail. */
  readonly name: string;
  readonly roles: readonly HeldRole[];
};

export type Act =
  | "edit-groups"
  | "edit-gatherings"
  | "see-gatherings"
  | "broadcast"
  | "release"
  | "answer-inbox"
  | "see-posts"
  | "mend-posts"
  | "type-for-others"
  | "grant-roles"
  | "make-cards"
  | "tend-kiosks"
  | "edit-map"
  | "see-state"
  | "see-queues";

const HELPERS_MAY: ReadonlySet<Act> = new Set([
  "answer-inbox",
  "see-posts",
  "see-gatherings",
  "type-for-others",
]);
const CONVENORS_MAY: ReadonlySet<Act> = new Set([
  "edit-groups",
  "edit-gatherings",
  "see-gatherings",
  "broadcast",
  "see-posts",
]);

/** Whether `actor` may do it; `groupId`: the group that it is about, null for the whole camp. */
export function may({ roles }: Actor, act: Act, groupId: number | null = null): boolean {
  return roles.some((held) => {
    switch (held.role) {
      case "organizer":
        return true;
      case "helper":
        return HELPERS_MAY.has(act);
      case "convenor":
        return CONVENORS_MAY.has(act) && held.groupId === groupId;
      default:
        return held.role satisfies never;
    }
  });
}

/** Whether there is anything of the kind that `actor` may do: which doors to show. */
export function mayAny(actor: Actor, act: Act): boolean {
  return may(actor, act) || actor.roles.some(({ groupId }) => may(actor, act, groupId));
}

/** The groups that `actor` may text to; null: all of them. */
export function groupsToWriteTo(actor: Actor): readonly number[] | null {
  if (may(actor, "broadcast")) return null;
  return actor.roles.flatMap(({ groupId }) => groupId ?? []).filter((id) => may(actor, "broadcast", id));
}

const HOUR = 3_600_000;
/** A role lapses, so that whoever left the camp holds none: organizers' after two weeks, others' after three days. */
const LASTS_MS: Readonly<Record<RoleName, number>> = {
  organizer: 14 * 24 * HOUR,
  convenor: 72 * HOUR,
  helper: 72 * HOUR,
};

export function lapsesAt(role: RoleName, now: Date): Date {
  return new Date(now.getTime() + LASTS_MS[role]);
}
