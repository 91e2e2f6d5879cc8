/** One outgoing text: queued (held) -> sending -> accepted -> sent -> delivered; never backwards. */
export type TextState =
  | "queued"
  /** Of a broadcast that was paused. */
  | "held"
  | "sending"
  /** The carrier may have it or not: looked up before anything else happens. */
  | "unknown"
  | "accepted"
  | "sent"
  | "delivered"
  | "failed"
  | "dropped";

const RANK: Record<TextState, number> = {
  queued: 0,
  held: 0,
  sending: 1,
  unknown: 1,
  accepted: 2,
  sent: 3,
  delivered: 9,
  failed: 9,
  dropped: 9,
};

/** The states that a report of `state` may still overwrite. */
export function statesBefore(state: TextState): readonly TextState[] {
  return (Object.keys(RANK) as TextState[]).filter((each) => RANK[each] < RANK[state]);
}

/** Lower goes first: who waits for an answer is never behind a broadcast. */
export const PRIORITY = {
  answer: 0,
  /** A person's own words, from the console. */
  organizer: 0,
  /** The one confirmation of STOP: the only text that may go to somebody who is out. */
  goodbye: 0,
  relay: 1,
  introduction: 1,
  notice: 2,
  ask: 3,
  reminder: 5,
  /** A broadcast about safety: not held at night. */
  alert: 8,
  broadcast: 9,
} as const;
export type TextKind = keyof typeof PRIORITY;

/** Held through quiet hours; all else waits for nobody. */
export const HELD_AT_NIGHT = ["ask", "reminder", "broadcast"] as const satisfies readonly TextKind[];

/** A claimed text without an outcome is looked up at the carrier after this time. */
export const LOOK_UP_AFTER_MS = 20_000;
/** Look-ups in vain after which a hand-over counts as never accepted, and the text goes again. */
const LOOK_UPS = 3;
/** Hand-overs that came to nothing before the text is given up. */
const HAND_OVERS = 5;

export type Verdict =
  | { readonly kind: "look-again"; readonly afterMs: number }
  | { readonly kind: "send-again" }
  | { readonly kind: "give-up" };

/** What to do with a text in doubt that the carrier's list did not show; `lookUps`: so far, over all its hand-overs. */
export function afterLookUp(lookUps: number): Verdict {
  if (lookUps % LOOK_UPS > 0) return { kind: "look-again", afterMs: LOOK_UP_AFTER_MS };
  return lookUps < LOOK_UPS * HAND_OVERS ? { kind: "send-again" } : { kind: "give-up" };
}

/** Waiting before the next try when the carrier was busy, in ms: doubles, with up to half of it by chance. */
export function busyWaitMs(tries: number, chance: number): number {
  const wait = Math.min(1000 * 2 ** Math.min(tries, 8), 120_000);
  return Math.round(wait * (1 + chance / 2));
}
