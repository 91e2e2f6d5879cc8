import { ROLES } from "#server/domain/role.ts";
import type { Saying } from "#sms/messages/saying.ts";

const NAME = "Maria Guadalupe of the kitchen";
const LATE = new Date("2027-09-30T03:30:00Z");
const OBSTACLES = [
  "not-waiting",
  "own",
  "one-hand",
  "not-allowed",
  "too-many-today",
  "too-late",
  "nobody",
] as const;

function releaseOf(kind: "news" | "groups" | "told" | "same", seconds: number) {
  const names =
    kind === "news" || kind === "same"
      ? []
      : Array.from({ length: 7 }, () => "The group of all that is to be done");
  const audience = { kind, names, language: "es" } as const;
  return { by: NAME, people: 99_999, seconds, audience, notAfter: LATE, urgent: true };
}

/** What is said of broadcasts, with the longest facts there are. */
export function everyCastSaying(words: string, now: Date): readonly Saying[] {
  const groups = Array.from({ length: 7 }, () => ({
    name: "The group of all that is to be done",
    people: 99_999,
  }));
  const counted = { people: 99_999, segments: 299_997, seconds: 1_000_000 };
  const starts = [LATE, now].map((startsAt) => ({ people: counted.people, startsAt }));
  return [
    { key: "castRefused" },
    { key: "castWhat" },
    { key: "castTooLong" },
    { key: "castAudience", choices: [{ name: null, people: 999_999 }, ...groups.slice(1)], more: true },
    { key: "castAudience", choices: groups, more: false },
    { key: "castNobody" },
    { key: "castNoMembers" },
    { key: "castWaiting", ...counted, asked: 1 },
    { key: "castWaiting", ...counted, asked: 99 },
    { key: "castAlone" },
    ...(["news", "groups", "told", "same"] as const).flatMap((kind) =>
      [words, null].flatMap((said) => [
        { key: "castRelease", ...releaseOf(kind, counted.seconds), startsAt: null, words: said } as const,
        { key: "castRelease", ...releaseOf(kind, counted.seconds), startsAt: LATE, words: said } as const,
      ]),
    ),
    { key: "castDeclined" },
    { key: "castUnanswered" },
    ...starts.map((start) => ({ key: "castReleased", ...start }) as const),
    ...starts.map((start) => ({ key: "castReleasedBy", by: NAME, ...start }) as const),
    { key: "castLeft" },
    { key: "castStopped", kept: 0 },
    { key: "castStopped", kept: 999_999 },
    { key: "castEnded", at: LATE, unsent: 99_999, people: 99_999 },
    { key: "castUndo" },
    { key: "castGone" },
    ...OBSTACLES.map((why) => ({ key: "castObstacle", why }) as const),
    { key: "signInCode", code: "123456" },
    ...ROLES.flatMap((role) => [
      { key: "roleOffered", by: NAME, role } as const,
      { key: "roleOffered", by: null, role } as const,
      { key: "roleTaken", role } as const,
    ]),
    { key: "roleGone" },
    { key: "newOrganizer", name: NAME, by: NAME },
    { key: "newOrganizer", name: NAME, by: null },
  ];
}
