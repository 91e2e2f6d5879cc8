import type { Context } from "../context.ts";
import { forgetBodies } from "../store/inbound-texts.ts";

const HOUR_MS = 3_600_000;

/** Job: words of texts are kept no longer than MESSAGE_RETENTION_HOURS. Returns when to look again. */
export async function forgetTexts(ctx: Context): Promise<Date> {
  const now = ctx.now().getTime();
  await forgetBodies(ctx.db, new Date(now - ctx.config.messageRetentionHours * HOUR_MS));
  return new Date(now + HOUR_MS);
}
