import { type Actor, may } from "#server/domain/role.ts";
import type { TableName } from "#server/domain/table-lines.ts";
import type { Context } from "../context.ts";
import { audit } from "./audit.ts";
import { createGathering } from "./edit-gathering.ts";
import { createGroup, editGroup } from "./edit-group.ts";
import type { ImportPlan, ImportStep } from "./import-plan.ts";
import { readImport } from "./read-import.ts";

/** Brings in a table: every line of it, or nothing when one is faulty. Organizers alone do so. */
export async function importCsv(
  ctx: Context,
  actor: Actor,
  { what, text }: { what: TableName; text: string },
): Promise<ImportPlan | null> {
  if (!may(actor, "edit-groups") || !may(actor, "edit-gatherings")) return null;
  return ctx.inTransaction(async (ctx) => {
    const plan = await readImport(ctx, what, text);
    if (plan.faults.length > 0) return plan;
    for (const step of inOrder(plan.steps)) await take(ctx, actor, step);
    await audit(ctx, actor, "import table", `${what}: ${plan.steps.length}`);
    return plan;
  });
}

/** Groups that bring their numbers first: new ones get what is free after them. */
function inOrder(steps: readonly ImportStep[]): readonly ImportStep[] {
  const isNumbered = (step: ImportStep) => step.kind !== "new-group" || step.number !== null;
  return [...steps.filter(isNumbered), ...steps.filter((step) => !isNumbered(step))];
}

async function take(ctx: Context, actor: Actor, step: ImportStep): Promise<void> {
  switch (step.kind) {
    case "new-group":
      return void (await createGroup(ctx, actor, step.draft, step.number));
    case "change-group":
      return void (await editGroup(ctx, actor, step.id, step.draft));
    case "new-gathering":
      return void (await createGathering(ctx, actor, step.draft));
    case "same":
      return;
    default:
      return step satisfies never;
  }
}
