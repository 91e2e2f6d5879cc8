export const TIMES = ["morning", "midday", "evening", "any"] as const;
export type FreeTime = (typeof TIMES)[number];

export const COMPANIES = ["few", "many", "children", "anybody"] as const;
export type Company = (typeof COMPANIES)[number];

/** What somebody answered; what was not asked yet is open to all. */
export type Answers = { readonly time: FreeTime; readonly company: Company };

/** A group, as far as it may fit somebody. */
export type Candidate = {
  readonly id: number;
  /** How likely it is what they like or can do, 0 to 1; 0: it is not. */
  readonly likely: number;
  /** The hours of its coming gatherings, by the camp's clock. */
  readonly hours: readonly number[];
  readonly members: number;
  /** How much it says that children are there, 0 to 1. */
  readonly children: number;
  /** Else whoever wants to join asks first. */
  readonly isOpen: boolean;
  readonly isAsleep: boolean;
  /** Of two that fit alike, the one that meets sooner comes first. */
  readonly next: Date | null;
};

export type Fit = {
  readonly id: number;
  /** What it was found by, of what was asked. */
  readonly by: readonly ("interest" | "time" | "company")[];
};

/**
 * All groups, the best fit first: what somebody likes or can do comes before all, then time and company together.
 * Nothing is left out, so that nobody's answers lead nowhere.
 */
export function rankByFit(candidates: readonly Candidate[], answers: Answers): readonly Fit[] {
  const rated = candidates.map((each) => ({ ...each, ...fitOf(each, answers) }));
  return rated
    .sort(
      (a, b) =>
        Number(b.likely > 0) - Number(a.likely > 0) ||
        b.score - a.score ||
        (a.next?.getTime() ?? NEVER) - (b.next?.getTime() ?? NEVER) ||
        a.id - b.id,
    )
    .map(({ id, by }) => ({ id, by }));
}

const NEVER = Number.MAX_SAFE_INTEGER;
/** What an answer that is not met leaves of a group's score: it sinks, it does not go. */
const UNMET = 0.4;
const CLOSED = 0.7;
const ASLEEP = 0.5;
/** From here on an answer counts as met when it is told why. */
const MET = 0.5;

function fitOf(group: Candidate, { time, company }: Answers): Pick<Fit, "by"> & { readonly score: number } {
  const [timed, accompanied] = [timeFit(group, time), companyFit(group, company)];
  const score =
    (group.likely > 0 ? group.likely : 1) *
    (UNMET + (1 - UNMET) * timed) *
    (UNMET + (1 - UNMET) * accompanied) *
    (group.isOpen ? 1 : CLOSED) *
    (group.isAsleep ? ASLEEP : 1);
  return {
    score,
    by: [
      ...(group.likely > 0 ? (["interest"] as const) : []),
      ...(time !== "any" && timed >= MET ? (["time"] as const) : []),
      ...(company !== "anybody" && accompanied >= MET ? (["company"] as const) : []),
    ],
  };
}

/** Which share of its coming gatherings is in that part of the day. */
function timeFit({ hours }: Candidate, time: FreeTime): number {
  if (time === "any") return 1;
  return hours.filter((hour) => partOf(hour) === time).length / Math.max(1, hours.length);
}

function partOf(hour: number): FreeTime {
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 17 ? "midday" : "evening";
}

/** So many are neither few nor many. */
const SOME = 10;

function companyFit({ members, children }: Candidate, company: Company): number {
  switch (company) {
    case "few":
      return SOME / (SOME + members);
    case "many":
      return members / (SOME + members);
    case "children":
      return children;
    case "anybody":
      return 1;
    default:
      return company satisfies never;
  }
}
