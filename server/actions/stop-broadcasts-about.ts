import type { Context } from "../context.ts";
import { broadcastsAbout, dropTexts, lockBroadcast, moveBroadcast } from "../store/broadcasts.ts";
import { sendText } from "./send-text.ts";

type Gathering = { readonly id: number; readonly title: string };

/** The gathering fell out: what was to be sent about it goes no further, and its writers hear so. */
export async function stopBroadcastsAbout(ctx: Context, gathering: Gathering): Promise<void> {
  for (const id of await broadcastsAbout(ctx.db, gathering.id)) await stopUntrue(ctx, id, gathering);
}

/** One that has released its last text already stays as it is. */
export async function stopUntrue(ctx: Context, id: number, { title }: Gathering): Promise<void> {
  const broadcast = await lockBroadcast(ctx.db, id);
  const kept = await dropTexts(ctx.db, id, ctx.now());
  if (!broadcast || (broadcast.state !== "released" && kept === 0)) return;
  if (!(await moveBroadcast(ctx.db, id, "stop", { stoppedAt: ctx.now() }))) return;
  await sendText(ctx, {
    to: broadcast.createdById,
    kind: "notice",
    saying: { key: "broadcastUntrue", title },
  });
}
