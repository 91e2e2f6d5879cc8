import type { Context } from "../context.ts";
import { type Disk, diskOf, lastBackup } from "../machine.ts";
import { type WaitingTexts, waitingTexts } from "../store/outbound-texts.ts";
import { dueJobs } from "../store/outbox.ts";
import { segmentsOf } from "../store/segment-days.ts";
import { haltedCodes } from "../store/senders.ts";
import { budgetToday } from "./spend.ts";

/** How the installation stands at this moment: what an operator must know. */
export type State = {
  readonly haltedCode: string | null;
  readonly texts: WaitingTexts;
  readonly jobs: { readonly count: number; readonly oldest: Date | null };
  /** `budget` null: there is none. */
  readonly segments: { readonly today: number; readonly budget: number | null; readonly warnedFrom: number };
  readonly lastBackup: Date | null;
  readonly disk: Disk | null;
};

export async function lookAtState(ctx: Context): Promise<State> {
  const now = ctx.now();
  const { day, most, warnedFrom } = budgetToday(ctx);
  const [halted, texts, jobs, today, backup, disk] = await Promise.all([
    haltedCodes(ctx.db),
    waitingTexts(ctx.db, now),
    dueJobs(ctx.db, now),
    segmentsOf(ctx.db, day),
    lastBackup(ctx.config.dataDir),
    diskOf(ctx.config.dataDir),
  ]);
  return {
    haltedCode: halted[0] ?? null,
    texts,
    jobs,
    segments: { today, budget: most?.announcing ?? null, warnedFrom },
    lastBackup: backup,
    disk,
  };
}
