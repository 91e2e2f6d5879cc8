/** Why a broadcast could not be released. */
export type CastObstacle =
  | "not-waiting"
  | "own"
  | "one-hand"
  | "not-allowed"
  | "too-many-today"
  | "too-late"
  | "nobody";

export type CastSayings = {
  castRefused: Record<never, never>;
  /** CAST alone. */
  castWhat: Record<never, never>;
  castTooLong: Record<never, never>;
  /** `groups`: those that may be chosen by 2, 3 ...; `everyone`: people on NEWS behind 1, null where that is not theirs. */
  castAudience: {
    everyone: number | null;
    groups: readonly { name: string; people: number }[];
  };
  castNobody: Record<never, never>;
  /** Counted, and `asked` other organizers may release it. */
  castWaiting: { people: number; segments: number; seconds: number; asked: number };
  castAlone: Record<never, never>;
  /** To the other organizers. */
  castRelease: { by: string; people: number; seconds: number; words: string };
  /** To who released it. */
  castReleased: { people: number; startsAt: Date };
  /** To who wrote it. */
  castReleasedBy: { by: string; people: number; startsAt: Date };
  castLeft: Record<never, never>;
  castStopped: { kept: number };
  /** Another digit than 9 while it may be stopped. */
  castUndo: Record<never, never>;
  castGone: Record<never, never>;
  castObstacle: { why: CastObstacle };
};
