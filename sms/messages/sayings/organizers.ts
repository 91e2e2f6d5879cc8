import type { RoleName } from "#server/domain/role.ts";

export type OrganizerSayings = {
  /** The one-time code that somebody at the console asked for. */
  signInCode: { code: string };
  /** To a phone that was given a role at the console; `by`: null when that one has no role any more. */
  roleOffered: { by: string | null; role: RoleName };
  roleTaken: { role: RoleName };
  /** It was taken back, or lapsed. */
  roleGone: Record<never, never>;
  /** To the other organizers. */
  newOrganizer: { name: string; by: string | null };
};
