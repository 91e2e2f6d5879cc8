import type { ConceptId } from "./know/concept.ts";
import { isKindOf, type Lexicon } from "./know/lexicon.ts";
import type { Reading } from "./text/read-post.ts";

/** Where somebody sleeps, what their body needs, and what they are afraid of is not for a screen in the open. */
const DELICATE: ReadonlySet<ConceptId> = new Set([
  "lodging",
  "bed",
  "lodging-wish",
  "couch-wish",
  "medicine",
  "medical-supply",
  "medical-care",
  "medical-ride",
  "medical-alert",
  "medical-power",
  "mobility-aid",
  "mental-health",
  "peer-support",
  "listening",
  "health-info",
  "health-screening",
  "first-aider",
  "first-aid-supply",
  "period-product",
  "condom",
  "gynecologist",
  "doctor",
  "dentist",
  "clinic",
  "hospital",
  "pharmacy",
  "addiction-recovery",
  "sober-house",
  "pregnant",
  "pregnancy-worry",
  "overdose",
  "homeless",
  "self-defense",
  "domestic-violence-help",
  "safe-place",
  "walk-home",
  "accompaniment",
  "camp-security",
  "security-team",
  "immigration-law",
]);

/** Whether a post speaks of beds, health or safety: it stays off the public board unless its owner says otherwise. */
export function isDelicate(reading: Reading, lexicon: Lexicon): boolean {
  const named = reading.items.flatMap((item) => [
    ...item.heads,
    ...item.objects,
    ...item.mods,
    ...item.around,
    ...item.to,
  ]);
  return named.some(({ names }) => names.some((name) => isDelicateThing(name, lexicon)));
}

/** A trouble that such things answer is one itself: "anxious". */
function isDelicateThing(id: ConceptId, lexicon: Lexicon): boolean {
  if (isKindOf(lexicon, id, DELICATE)) return true;
  const answers = lexicon.concepts.get(id)?.answeredBy ?? [];
  return answers.some((answer) => isKindOf(lexicon, answer, DELICATE));
}
