import { z } from "zod";
import type { Language } from "./language.ts";
import { type Actor, may } from "./role.ts";

/** What a row's id can be. */
const id = z.int32().positive();

/** Who gets a broadcast; `language`: only who reads that one. */
const language = z.enum(["en", "es"]).nullable();
export const Audience = z.discriminatedUnion("kind", [
  /** Everyone on NEWS. */
  z.object({ kind: z.literal("news"), language }),
  z.object({ kind: z.literal("groups"), groupIds: z.array(id).min(1), language }),
  /** Who was told about a gathering by us. */
  z.object({ kind: z.literal("told"), gatheringId: id, language }),
  /** A correction: who got that broadcast or is about to, and still wishes for what it was. */
  z.object({ kind: z.literal("same"), broadcastId: id }),
]);
export type Audience = z.infer<typeof Audience>;
/** An audience of its own: what a chain of corrections leads back to. */
export type FirstAudience = Exclude<Audience, { kind: "same" }>;

export function isCorrection(audience: Audience): audience is Extract<Audience, { kind: "same" }> {
  return audience.kind === "same";
}

/**
 * draft: being written. waiting: for a second organizer. released: starts after the undo time, or when it is scheduled
 * for. sending, paused. stopped: by somebody, at any time before. What became of each text is told by the texts.
 */
export type BroadcastState = "draft" | "waiting" | "released" | "sending" | "paused" | "stopped";
export type BroadcastMove = "submit" | "release" | "start" | "pause" | "resume" | "stop";

const MOVES: Readonly<Record<BroadcastMove, { from: readonly BroadcastState[]; to: BroadcastState }>> = {
  submit: { from: ["draft"], to: "waiting" },
  release: { from: ["waiting"], to: "released" },
  start: { from: ["released"], to: "sending" },
  pause: { from: ["sending"], to: "paused" },
  resume: { from: ["paused"], to: "sending" },
  stop: { from: ["draft", "waiting", "released", "sending", "paused"], to: "stopped" },
};

/** From which states a move leads, and where to. */
export function moveOf(move: BroadcastMove): { from: readonly BroadcastState[]; to: BroadcastState } {
  return MOVES[move];
}

/** The state after the move; null when it leads nowhere from there. */
export function moved(state: BroadcastState, move: BroadcastMove): BroadcastState | null {
  return MOVES[move].from.includes(state) ? MOVES[move].to : null;
}

/** Between the release and the first text. */
export const UNDO_MS = 20_000;
/** Broadcasts to the whole camp that a person gets in a day. */
const ALL_CAMP_A_DAY = 3;
/** Segments that one text of a broadcast may have. */
export const MOST_SEGMENTS = 3;

/** Whether somebody may write to this audience. */
export function mayWriteTo(actor: Actor, audience: FirstAudience): boolean {
  if (audience.kind !== "groups") return may(actor, "broadcast");
  return audience.groupIds.every((groupId) => may(actor, "broadcast", groupId));
}

export type Timing = {
  readonly now: Date;
  readonly scheduledAt: Date | null;
  readonly notAfter: Date | null;
  /** When quiet hours that hold at a moment end. */
  readonly quietUntil: (at: Date) => Date | null;
  readonly urgent: boolean;
};

/** When the first text goes: not before the undo time is over, not at night unless it is about safety. */
export function startOf({ now, scheduledAt, quietUntil, urgent }: Timing): Date {
  const soonest = now.getTime() + UNDO_MS;
  const at = new Date(Math.max(soonest, scheduledAt?.getTime() ?? 0));
  return urgent ? at : (quietUntil(at) ?? at);
}

/**
 * How many of a day's broadcasts to the whole camp one of these people gets at the most. Whoever reads one language
 * gets nothing that goes to readers of the other alone. Null: any language.
 */
export function mostOfADay(to: Language | null, others: readonly (Language | null)[]): number {
  const readBy = (language: Language) =>
    others.filter((other) => other === null || other === language).length;
  return to === null ? Math.max(readBy("en"), readBy("es")) : readBy(to);
}

export type ReleaseRefusal =
  | "not-waiting"
  | "own"
  | "one-hand"
  | "not-allowed"
  | "too-many-today"
  | "too-late"
  | "nobody";

/** Why a broadcast may not be released by this person; null when it may. */
export function refusalOfRelease(
  broadcast: { state: BroadcastState; createdById: number; urgent: boolean },
  by: Actor,
  facts: {
    oneHand: boolean;
    allCampToday: number | null;
    people: number;
    startsAt: Date;
    notAfter: Date | null;
  },
): ReleaseRefusal | null {
  if (broadcast.createdById === by.personId) return "own";
  if (!may(by, "release")) return "not-allowed";
  if (broadcast.state !== "waiting") return "not-waiting";
  if (facts.oneHand) return "one-hand";
  if (!broadcast.urgent && (facts.allCampToday ?? 0) >= ALL_CAMP_A_DAY) return "too-many-today";
  if (facts.notAfter && facts.notAfter <= facts.startsAt) return "too-late";
  return facts.people === 0 ? "nobody" : null;
}

export type Cost = {
  readonly segments: number;
  /** Null where no price is set. */
  readonly price: number | null;
  readonly seconds: number;
};

/** What a broadcast costs and how long its last text takes to leave, after `ahead` segments that wait already. */
export function costOf(plan: {
  people: number;
  segmentsEach: number;
  ahead: number;
  perSecond: number;
  segmentPrice: number | undefined;
}): Cost {
  const segments = plan.people * plan.segmentsEach;
  return {
    segments,
    price: plan.segmentPrice === undefined ? null : segments * plan.segmentPrice,
    seconds: Math.ceil((segments + plan.ahead) / plan.perSecond),
  };
}
