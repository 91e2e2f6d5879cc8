import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { isOut } from "../store/consents.ts";
import { closeInboxEntry, personOfEntry } from "../store/inbox.ts";
import { audit } from "./audit.ts";
import { sendText } from "./send-text.ts";

/** `taken`: somebody else answered or closed it first, and nothing was sent. */
export type InboxOutcome = "answered" | "closed" | "taken" | "unreachable" | "noWords";

/** A person's own words to the phone that waits for them; of two who answer at once the first one counts. */
export async function answerInbox(
  ctx: Context,
  actor: Actor,
  { entryId, words }: { readonly entryId: number; readonly words: string },
): Promise<InboxOutcome> {
  const said = words.trim();
  if (!said) return "noWords";
  return ctx.inTransaction(async (ctx) => {
    const to = await personOfEntry(ctx.db, entryId);
    if (to === null || (await isOut(ctx.db, to))) return "unreachable";
    if (!(await closeInboxEntry(ctx.db, entryId, actor.personId, ctx.now()))) return "taken";
    await sendText(ctx, { to, kind: "organizer", saying: { key: "fromOrganizers", words: said } });
    await audit(ctx, actor, "answer text", `entry ${entryId}`);
    return "answered";
  });
}

/** Nothing needs to be said. */
export async function closeInbox(ctx: Context, actor: Actor, entryId: number): Promise<InboxOutcome> {
  return ctx.inTransaction(async (ctx) => {
    if (!(await closeInboxEntry(ctx.db, entryId, actor.personId, ctx.now()))) return "taken";
    await audit(ctx, actor, "close text", `entry ${entryId}`);
    return "closed";
  });
}
