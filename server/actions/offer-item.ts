import { maskPhones } from "#server/domain/mask.ts";
import type { Context } from "../context.ts";
import { lockGathering } from "../store/gathering-edits.ts";
import { nextAssembly } from "../store/gatherings.ts";
import { offer, unansweredItems } from "../store/offered-items.ts";
import { noteToldThese } from "../store/told.ts";
import { answer, type Outcome, type Visit } from "./visit.ts";

/** So many of one person wait for the facilitation table at the most. */
const MOST_UNANSWERED = 3;
const MOST_LETTERS = 200;

/** AGENDA and words: an item for the next assembly, before the facilitation table, which answers. */
export async function offerItem(ctx: Context, visit: Visit, said: string): Promise<Outcome> {
  const { personId } = visit;
  const now = ctx.now();
  if ((await unansweredItems(ctx.db, personId)) >= MOST_UNANSWERED)
    return answer({ key: "itemsFull", most: MOST_UNANSWERED });
  const words = maskPhones(said).words.replace(/\s+/g, " ").trim().slice(0, MOST_LETTERS);
  const assembly = await holdNextAssembly(ctx);
  await offer(ctx.db, { personId, gatheringId: assembly?.id ?? null, words }, now);
  if (assembly) await noteToldThese(ctx.db, assembly.id, [personId], now);
  return answer({ key: "itemOffered", words, assembly: assembly?.startsAt ?? null });
}

/** It neither moves nor falls out between the answer and the note of who got its time. */
async function holdNextAssembly(ctx: Context): Promise<{ id: number; startsAt: Date } | null> {
  const seen = await nextAssembly(ctx.db, ctx.now());
  if (!seen) return null;
  await lockGathering(ctx.db, seen.id);
  return nextAssembly(ctx.db, ctx.now());
}
