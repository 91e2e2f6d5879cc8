import type { Language } from "#server/domain/language.ts";

/** Why a broadcast could not be released. */
export type CastObstacle =
  | "not-waiting"
  | "own"
  | "one-hand"
  | "not-allowed"
  | "too-many-today"
  | "too-late"
  | "nobody";

/** `names`: of the groups, or the title of the gathering. */
export type CastAudience = {
  readonly kind: "news" | "groups" | "told" | "same";
  readonly names: readonly string[];
  readonly language: Language | null;
};

export type CastTimes = Pick<CastSayings["castRelease"], "seconds" | "startsAt" | "notAfter" | "urgent">;

export type CastSayings = {
  castRefused: Record<never, never>;
  /** CAST alone. */
  castWhat: Record<never, never>;
  castTooLong: Record<never, never>;
  /** 1 is for the first of `choices`; `name`: null is everyone on NEWS. `more`: 8 goes on. */
  castAudience: {
    choices: readonly { name: string | null; people: number }[];
    more: boolean;
  };
  castNobody: Record<never, never>;
  /** To a convenor of groups that nobody has joined. */
  castNoMembers: Record<never, never>;
  /** Counted, and `asked` other organizers may release it. */
  castWaiting: { people: number; segments: number; seconds: number; asked: number };
  castAlone: Record<never, never>;
  /**
   * To the other organizers. `words` stand in it where all of them fit; else, and where they are null, they come in a text
   * before it. `startsAt`: null when it goes at once.
   */
  castRelease: {
    by: string;
    people: number;
    seconds: number;
    audience: CastAudience;
    startsAt: Date | null;
    notAfter: Date | null;
    /** About safety: at night too, and beyond the three a day. */
    urgent: boolean;
    words: string | null;
  };
  /** To who wrote it: all who were asked said 2. */
  castDeclined: Record<never, never>;
  /** Or nobody said anything. */
  castUnanswered: Record<never, never>;
  /** To who released it. */
  castReleased: { people: number; startsAt: Date };
  /** To who wrote it. */
  castReleasedBy: { by: string; people: number; startsAt: Date };
  castLeft: Record<never, never>;
  castStopped: { kept: number };
  /** To who wrote it: its "not after" came before its last text had left. */
  castEnded: { at: Date; unsent: number; people: number };
  /** Another digit than 9 while it may be stopped. */
  castUndo: Record<never, never>;
  castGone: Record<never, never>;
  castObstacle: { why: CastObstacle };
};
