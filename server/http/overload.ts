import type { MiddlewareHandler, Context as Request } from "hono";
import type { Metrics } from "../metrics.ts";

type Group = { readonly name: "carrier" | "people"; readonly most: number; readonly paths: RegExp };

/**
 * So many may be in hand at once in a process. A carrier waits 15 s at the most, and at the slowest machine's pace this
 * many texts are worked within 3 s. What streams (the console's live pages) counts until its first byte only.
 */
const GROUPS: readonly Group[] = [
  { name: "carrier", most: 512, paths: /^\/twilio\// },
  { name: "people", most: 256, paths: /^\/(?:kiosk|organize|g|simulator)(?:\/|$)/i },
];
const AGAIN_SECONDS = 5;
const WORDS =
  "Very busy. Please try again in a few seconds. / Hay mucha gente. Prueba otra vez en unos segundos.";

/** Refuses at once and openly (503) what could only wait for long: a carrier's fallback speaks then, and people know. */
export function refuseOverload(metrics: Metrics): MiddlewareHandler {
  const inHand = new Map<Group, number>();
  return async (c, next) => {
    const group = GROUPS.find(({ paths }) => paths.test(c.req.path));
    if (!group) return next();
    const before = inHand.get(group) ?? 0;
    if (before >= group.most) {
      metrics.overload.inc({ for: group.name });
      return refused(c, group);
    }
    inHand.set(group, before + 1);
    try {
      await next();
    } finally {
      inHand.set(group, (inHand.get(group) ?? 1) - 1);
    }
  };
}

function refused(c: Request, { name }: Group): Response {
  c.header("retry-after", String(AGAIN_SECONDS));
  return name === "carrier" ? c.body(null, 503) : c.text(WORDS, 503);
}
