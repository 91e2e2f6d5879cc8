import type { StandIn } from "#test/support/stand-in-carrier.ts";
import type { Fate } from "#test/support/stand-in-exchange.ts";

/** What the carrier does in its bad moments. */
const MOODS = {
  "carrier-429": [{ status: 429, code: 20429, retryAfterSeconds: 1 }],
  "carrier-5xx": [
    { status: 500, code: 20500 },
    { status: 503, code: 20503 },
  ],
  "carrier-hangs": ["hang"],
  "carrier-drops": ["accept-then-drop"],
  "carrier-silent": ["accept-then-hang", "accept-then-500"],
} as const satisfies Record<string, readonly Fate[]>;
export type Mood = keyof typeof MOODS;
export const MOOD_NAMES = Object.keys(MOODS) as Mood[];

const REPORT_LATE_MS = 1_500;

/** In a mood until `over`; several at once take turns. */
export function carrierMoods(standIn: StandIn) {
  const moods: Mood[] = [];
  let texts = 0;
  standIn.behave(() => {
    const fates: readonly Fate[] = moods.flatMap((mood): readonly Fate[] => MOODS[mood]);
    return fates[texts++ % fates.length] ?? "accept";
  });
  return {
    async during(mood: Mood, over: Promise<unknown>): Promise<void> {
      moods.push(mood);
      await over;
      moods.splice(moods.indexOf(mood), 1);
    },
    /** Reports come late, in any order, twice. */
    async reportBadly(over: Promise<unknown>): Promise<void> {
      standIn.reportBy({ shuffleCallbacks: true, repeatCallbacks: true, callbackDelayMs: REPORT_LATE_MS });
      await over;
      standIn.reportBy({});
    },
  };
}
