import { readHandle } from "#server/domain/handle.ts";
import type { Context } from "../../context.ts";
import { addMember, groupsFor } from "../../store/groups.ts";
import { tentPeople } from "../../store/tent.ts";
import { addWish, personOfNonce } from "../../store/wishes.ts";
import { addStranger } from "../cards/add-stranger.ts";
import type { Presser } from "./act-without-phone.ts";

export type Joined =
  /** `handle`: how the tent calls them. */
  | { readonly ok: true; readonly handle: string }
  | { readonly ok: false; readonly refusal: "bad-handle" | "not-open" | "too-many" };

/** Into a group, for somebody whom the tent knows by a name, or by a number when they give none. */
export async function joinWithoutPhone(
  ctx: Context,
  presser: Omit<Presser, "made">,
  { groupId, called }: { readonly groupId: number; readonly called: string },
): Promise<Joined> {
  const handle = called.trim() === "" ? null : readHandle(called);
  if (handle === null && called.trim() !== "") return { ok: false, refusal: "bad-handle" };
  const kiosk = String(presser.kioskId);
  // Before the transaction: within it another connection would be waited for.
  const mayJoin = await ctx.limits.take("kiosk-posts", kiosk);
  let isNew = false;
  const personId = await ctx.inTransaction(async (ctx) => {
    const nonceHash = ctx.vault.hash("wish", presser.nonce);
    const before = await personOfNonce(ctx.db, nonceHash);
    if (before !== null) return before;
    if (!mayJoin) return "too-many";
    const now = ctx.now();
    const groups = await groupsFor(ctx.db, 0, now);
    if (!groups.some(({ id, open }) => id === groupId && open)) return null;
    const added = await addStranger(ctx, handle, presser.language);
    await addMember(ctx.db, groupId, added, now);
    await addWish(ctx.db, { personId: added, wish: null, nonceHash, createdAt: now, answeredAt: now });
    isNew = true;
    return added;
  });
  if (mayJoin && !isNew) await ctx.limits.giveBack("kiosk-posts", kiosk);
  if (personId === "too-many") return { ok: false, refusal: personId };
  if (personId === null) return { ok: false, refusal: "not-open" };
  const [person] = await tentPeople(ctx.db, personId);
  return person ? { ok: true, handle: person.handle } : { ok: false, refusal: "not-open" };
}
