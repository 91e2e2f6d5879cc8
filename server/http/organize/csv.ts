import { zValidator } from "@hono/zod-validator";
import { Hono } from "hono";
import { z } from "zod";
import { csvPage } from "#kiosk/organize/csv.ts";
import { may } from "#server/domain/role.ts";
import { TABLES, type TableName } from "#server/domain/table-lines.ts";
import { exportCsv } from "../../actions/export-csv.ts";
import { importCsv } from "../../actions/import-csv.ts";
import type { ImportPlan, ImportStep } from "../../actions/import-plan.ts";
import { readImport } from "../../actions/read-import.ts";
import type { Context } from "../../context.ts";
import { frameOf } from "./frame.ts";
import { turnedAway } from "./refusals.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Table = z.object({ what: z.enum(TABLES), text: z.string().default("") });
const Brought = Table.extend({ file: z.instanceof(File).optional() });
const NOTHING: ImportPlan = { steps: [], faults: [] };

/** Groups and gatherings as tables for a spreadsheet. For organizers. */
export function csvRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  routes.use(allows("edit-groups"), async (c, next) =>
    may(c.var.actor, "edit-groups") ? next() : turnedAway(c, "not-yours"),
  );

  routes.get("/", (c) => show(ctx, c, { what: "groups", text: "", plan: NOTHING }));

  for (const what of TABLES)
    routes.get(`/${what}.csv`, async (c) => {
      const headers = {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${what}.csv"`,
      };
      return c.body(await exportCsv(ctx, what), 200, headers);
    });

  routes.post("/", zValidator("form", Brought), async (c) => {
    const { what, text: pasted, file } = c.req.valid("form");
    const text = file && file.size > 0 ? await file.text() : pasted;
    return show(ctx, c, { what, text, plan: await readImport(ctx, what, text) });
  });

  routes.post("/import", zValidator("form", Table), async (c) => {
    const { what, text } = c.req.valid("form");
    const plan = await importCsv(ctx, c.var.actor, { what, text });
    if (!plan) return turnedAway(c, "not-yours");
    if (plan.faults.length > 0) return show(ctx, c, { what, text, plan });
    return show(ctx, c, { what, text: "", plan, done: true });
  });

  return routes;
}

type Shown = {
  readonly what: TableName;
  readonly text: string;
  readonly plan: ImportPlan;
  readonly done?: boolean;
};

function show(ctx: Context, c: OrganizeRequest, { what, text, plan, done = false }: Shown) {
  const steps = plan.steps.map((step) => ({
    line: step.line,
    act: step.kind,
    name: nameOf(step),
    ...(step.kind === "change-group" ? { changes: step.changes, byName: step.byName } : {}),
  }));
  const page = csvPage({ frame: frameOf(ctx, c), what, text, faults: plan.faults, steps, done });
  return c.html(page, plan.faults.length > 0 ? 400 : 200);
}

function nameOf(step: ImportStep): string {
  switch (step.kind) {
    case "same":
      return step.name;
    case "new-gathering":
      return step.draft.title;
    case "new-group":
    case "change-group":
      return step.draft.name;
    default:
      return step satisfies never;
  }
}
