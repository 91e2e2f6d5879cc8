import { z } from "zod";
import type { Answered } from "#kiosk/groups/answered.ts";
import { COMPANIES, TIMES } from "#server/domain/group-fit.ts";
import { isInterest } from "#server/domain/interest.ts";
import type { Wish } from "../../actions/suggest-groups.ts";

/** What was answered so far stands in the address; what cannot be read there was not answered. */
export const Answers = z.object({
  interest: z
    .string()
    .optional()
    .catch(undefined)
    .transform((word) => (isInterest(word) ? word : null)),
  time: z.enum(TIMES).nullable().catch(null).default(null),
  company: z.enum(COMPANIES).nullable().catch(null).default(null),
});

export const Page = z.object({ page: z.coerce.number().int().min(0).max(999).catch(0).default(0) });

/** Which screen a group was come to from, to go back there. */
const FROM = ["time", "company", "found", "all", "word"] as const;
export type From = (typeof FROM)[number];

export const Came = Answers.extend(Page.shape).extend({
  from: z.enum(FROM).catch("all").default("all"),
  side: z.coerce.number().int().min(0).max(9).catch(0).default(0),
});

/** A question that was not asked yet keeps no group away. */
export function wishOf({ interest, time, company }: Answered): Wish {
  return { interest, time: time ?? "any", company: company ?? "anybody" };
}
