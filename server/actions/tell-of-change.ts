import type { Saying } from "#sms/messages/saying.ts";
import type { Context } from "../context.ts";
import { countEdition, type GatheringFacts, gatheringFacts } from "../store/gatherings.ts";
import { peopleTold } from "../store/told.ts";
import { textMany } from "./text-many.ts";

/** What happened to a gathering; `was`: when it was to start before it got another time or place. */
export type GatheringChange =
  | { readonly kind: "moved"; readonly was: Date }
  | { readonly kind: "cancelled" }
  | { readonly kind: "restored" };

/**
 * For whoever changed a gathering, after the change and in the same transaction: exactly those who were told of it
 * before hear of it, once a call. Returns how many. What has begun is told to nobody.
 */
export async function tellOfChange(
  ctx: Context,
  gatheringId: number,
  change: GatheringChange,
): Promise<number> {
  const gathering = await gatheringFacts(ctx.db, gatheringId);
  if (!gathering || gathering.startsAt <= ctx.now()) return 0;
  const told = await peopleTold(ctx.db, gatheringId);
  await countEdition(ctx.db, gatheringId);
  const saying = sayingOf(gathering, change);
  return (await textMany(ctx, { to: told, kind: "notice", saying, notAfter: gathering.startsAt })).length;
}

function sayingOf({ title, place, startsAt }: GatheringFacts, change: GatheringChange): Saying {
  switch (change.kind) {
    case "moved":
      return { key: "gatheringMoved", title, place, startsAt, was: change.was };
    case "cancelled":
      return { key: "gatheringCancelled", title, startsAt };
    case "restored":
      return { key: "gatheringRestored", title, place, startsAt };
    default:
      return change satisfies never;
  }
}
