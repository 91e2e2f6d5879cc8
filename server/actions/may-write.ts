import { type Audience, mayWriteTo } from "#server/domain/broadcast.ts";
import type { Actor } from "#server/domain/role.ts";
import type { Context } from "../context.ts";
import { firstAudience } from "../store/audiences.ts";

/** Whether somebody may write to this audience, and look at what was written to it. A correction is judged by what it corrects. */
export async function mayWrite(ctx: Context, by: Actor, audience: Audience): Promise<boolean> {
  const first = await firstAudience(ctx.db, audience);
  return first !== null && mayWriteTo(by, first);
}
