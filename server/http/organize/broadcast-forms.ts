import { z } from "zod";
import type { Typed } from "#kiosk/organize/broadcast-form.ts";
import { Audience } from "#server/domain/broadcast.ts";
import { clockOf, dayOf, readMoment } from "#server/domain/wall-clock.ts";
import type { Draft } from "../../actions/draft-broadcast.ts";
import type { BroadcastRow } from "../../store/broadcasts.ts";
import { RowId } from "./row-id.ts";

/** The form as browsers send it. */
export const Form = z
  .object({
    words: z.string().max(2000),
    audience: z.string().max(40).default(""),
    group: z.union([z.string().max(12), z.array(z.string().max(12)).max(100)]).default([]),
    language: z.enum(["", "en", "es"]).default(""),
    gathering: z.union([z.literal(""), RowId.transform(String)]).default(""),
    start: z.string().max(30).default(""),
    end: z.string().max(30).default(""),
    urgent: z.string().optional(),
    fix: z.string().optional(),
  })
  .transform(({ group, ...form }) => ({
    ...form,
    groups: [group].flat(),
    urgent: form.urgent === "yes",
    fix: form.fix === "yes",
  }));

export type ReadForm =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly refusal: AudienceRefusal | "bad-time" | "end-first" };
type AudienceRefusal = "no-audience" | "no-group" | "two-audiences";

/** What the form says, or what is wrong with it. */
export function readForm(typed: Typed, corrects: number | null, now: Date, timeZone: string): ReadForm {
  const audience = audienceOf(typed);
  if (typeof audience === "string") return { ok: false, refusal: audience };
  const [scheduledAt, notAfter] = [typed.start, typed.end].map((time) => momentOf(time, timeZone));
  if (scheduledAt === undefined || notAfter === undefined) return { ok: false, refusal: "bad-time" };
  if ((scheduledAt && scheduledAt <= now) || (notAfter && notAfter <= now))
    return { ok: false, refusal: "bad-time" };
  if (scheduledAt && notAfter && notAfter <= scheduledAt) return { ok: false, refusal: "end-first" };
  const gatheringId = typed.gathering === "" ? null : Number(typed.gathering);
  const { words, urgent } = typed;
  return {
    ok: true,
    draft: { words, urgent, audience, gatheringId, correctsId: corrects, scheduledAt, notAfter },
  };
}

/** Null: no time is named. Undefined: what is named is none. */
function momentOf(typed: string, timeZone: string): Date | null | undefined {
  if (typed === "") return null;
  const [day = "", clock = ""] = typed.split("T");
  return readMoment(day, clock.slice(0, 5), timeZone) ?? undefined;
}

function audienceOf({ audience, language, groups }: Typed): Audience | AudienceRefusal {
  // Nobody's words go to everybody because a tick was overlooked.
  if (groups.length > 0 && audience !== "" && audience !== "groups") return "two-audiences";
  if (groups.length === 0 && audience === "groups") return "no-group";
  const [kind, number] = audience.split(":");
  const id = Number(number);
  const only = language === "" ? null : language;
  const said = {
    news: { kind: "news", language: only },
    groups: { kind: "groups", groupIds: groups.map(Number), language: only },
    told: { kind: "told", gatheringId: id, language: only },
    same: { kind: "same", broadcastId: id },
  }[kind ?? ""];
  const read = Audience.safeParse(said);
  return read.success ? read.data : "no-audience";
}

/** A draft as it stands in its form. */
export function typedOf(row: BroadcastRow, timeZone: string): Typed {
  const moment = (at: Date | null) => (at === null ? "" : `${dayOf(at, timeZone)}T${clockOf(at, timeZone)}`);
  return {
    words: row.words,
    audience: audienceValue(row.audience),
    groups: row.audience.kind === "groups" ? row.audience.groupIds.map(String) : [],
    language: row.audience.kind === "same" ? "" : (row.audience.language ?? ""),
    gathering: row.gatheringId === null ? "" : String(row.gatheringId),
    start: moment(row.scheduledAt),
    end: moment(row.notAfter),
    urgent: row.urgent,
  };
}

function audienceValue(audience: Audience): string {
  switch (audience.kind) {
    case "news":
      return "news";
    case "groups":
      return "groups";
    case "told":
      return `told:${audience.gatheringId}`;
    case "same":
      return `same:${audience.broadcastId}`;
    default:
      return audience satisfies never;
  }
}
