import { zValidator } from "@hono/zod-validator";
import { stringify } from "csv-stringify/sync";
import { Hono } from "hono";
import { z } from "zod";
import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import { readableNumber } from "#kiosk/readable-number.ts";
import { isLanguage } from "#server/domain/language.ts";
import { reissueCard } from "../../actions/cards/reissue-card.ts";
import type { Context } from "../../context.ts";
import { type Batch, batchOf } from "../../store/card-batches.ts";
import { keepPrinter, listPrinters } from "../../store/printers.ts";
import { faceOf, facesOf } from "../cards/faces.ts";
import { showBatch } from "./card-batch.ts";
import { turnedAway } from "./refusals.ts";
import { RowId } from "./row-id.ts";
import { allows, type OrganizeEnv, type OrganizeRequest } from "./session.ts";

const Id = zValidator("param", z.object({ id: RowId }));
const CardId = zValidator("param", z.object({ id: RowId, card: RowId }));
const Nudge = z.coerce.number().min(-20).max(20).catch(0);
const Stock = z.enum(["avery-5371", "c32011-10", "plain-letter", "plain-a4"]);
const Print = z.object({
  stock: Stock,
  printer: z.string().trim().max(40).default(""),
  x: Nudge,
  y: Nudge,
  back: z.literal("yes").optional(),
  as: z.enum(["pdf", "page"]),
});

/** What leaves on paper: sheets, the table of codes, and one card in the place of a lost one. */
export function cardPrintRoutes(ctx: Context): Hono<OrganizeEnv> {
  const routes = new Hono<OrganizeEnv>();
  const makes = allows("make-cards");
  routes.post("/:id/print", makes, Id, zValidator("form", Print), (c) =>
    print(ctx, c, c.req.valid("param").id, c.req.valid("form")),
  );
  routes.get("/:id/codes.csv", makes, Id, async (c) => {
    const batch = await batchOf(ctx.db, c.req.valid("param").id);
    const faces = batch && (await facesOf(ctx, batch));
    if (!faces) return turnedAway(c, "gone");
    c.header("content-type", "text/csv; charset=utf-8");
    c.header("content-disposition", `attachment; filename="cards-${batch.id}.csv"`);
    return c.body(codesOf(faces));
  });
  routes.post("/:id/cards/:card/lost", makes, CardId, async (c) => {
    const { id, card } = c.req.valid("param");
    const batch = await batchOf(ctx.db, id);
    const made = batch && (await reissueCard(ctx, c.var.actor, card));
    if (!batch || !made?.ok) return showBatch(ctx, c, id, "refused");
    const [printer] = await listPrinters(ctx.db);
    const stock = Stock.catch("plain-a4").parse(printer?.stock);
    const nudge = { xMm: printer?.xMm ?? 0, yMm: printer?.yMm ?? 0 };
    const facts = { ...factsOf(ctx, batch), stock, nudge, back: false };
    const { sheetPage } = await printing();
    return c.html(sheetPage([faceOf(ctx, batch, made.serial, made.secrets)], facts));
  });
  return routes;
}

/** Loaded when somebody prints: a start need not wait for it. */
async function printing() {
  const [{ sheetPage }, { sheetPdf }] = await Promise.all([
    import("#kiosk/cards/sheet-page.ts"),
    import("#kiosk/cards/sheet-pdf.ts"),
  ]);
  return { sheetPage, sheetPdf };
}

/** The table that `npm run cards` writes too. */
export function codesOf(faces: readonly CardFace[]): string {
  return stringify(
    faces.map(({ serial, code, url }) => ({ serial, code, url })),
    { header: true, columns: ["serial", "code", "url"] },
  );
}

export function factsOf(ctx: Context, batch: Batch): Pick<SheetFacts, "nodeName" | "number" | "language"> {
  const language = isLanguage(batch.language) ? batch.language : ctx.config.defaultLanguage;
  return { nodeName: ctx.config.nodeName, number: readableNumber(ctx.carrier.sender), language };
}

async function print(ctx: Context, c: OrganizeRequest, id: number, form: z.infer<typeof Print>) {
  const batch = await batchOf(ctx.db, id);
  const faces = batch && (await facesOf(ctx, batch));
  if (!faces) return showBatch(ctx, c, id, "refused");
  const { stock, printer, x, y, back, as } = form;
  if (printer !== "") await keepPrinter(ctx.db, { name: printer, stock, xMm: x, yMm: y });
  const facts = { ...factsOf(ctx, batch), stock, nudge: { xMm: x, yMm: y }, back: back === "yes" };
  const { sheetPage, sheetPdf } = await printing();
  if (as === "page") return c.html(sheetPage(faces, facts));
  c.header("content-type", "application/pdf");
  c.header("content-disposition", `inline; filename="cards-${id}.pdf"`);
  return c.body(new Uint8Array(await sheetPdf(faces, facts)));
}
