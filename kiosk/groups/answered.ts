import type { Company, Fit, FreeTime } from "#server/domain/group-fit.ts";
import type { Interest } from "#server/domain/interest.ts";
import type { Language } from "#server/domain/language.ts";
import { interestName } from "./interests.ts";
import { groups } from "./words.ts";

/** What somebody answered so far; null: not yet. */
export type Answered = {
  readonly interest: Interest | null;
  readonly time: FreeTime | null;
  readonly company: Company | null;
};

/** A path of the finder with what was answered; nothing in it is anybody's own. */
export function withAnswers(path: string, answered: Partial<Answered>, more: string = ""): string {
  const { interest, time, company } = answered;
  const fields = [
    interest ? `interest=${interest}` : "",
    time ? `time=${time}` : "",
    company ? `company=${company}` : "",
    more,
  ].filter((field) => field !== "");
  return fields.length === 0 ? path : `${path}?${fields.join("&")}`;
}

/** "cooking · in the evening": what a group was found by; `null`: nothing was asked. */
export function whyWords(by: Fit["by"], answered: Answered, language: Language): string | null {
  const { interest, time, company } = answered;
  if (interest === null) return null;
  const words = groups[language];
  const reasons = [
    by.includes("interest") ? interestName(interest, language).toLowerCase() : "",
    by.includes("time") && time !== null && time !== "any" ? words.why[time] : "",
    by.includes("company") && company !== null && company !== "anybody" ? words.why[company] : "",
  ].filter((reason) => reason !== "");
  return by.includes("interest") ? reasons.join(" · ") : [words.whyElse, ...reasons].join(" · ");
}
