import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { CardFace, SheetFacts } from "./face.ts";
import { latinFace, latinFacts } from "./latin-face.ts";
import { type Mark, ptOf } from "./mark.ts";
import { pdfPathOf } from "./qr.ts";
import { pagesOf } from "./sheet.ts";
import { STOCKS } from "./stocks.ts";
import { FONTS } from "./width.ts";
import { words } from "./words.ts";

/** Sheets of cards for any printer. Words in other scripts than ours are spelled in Latin letters. */
export async function sheetPdf(faces: readonly CardFace[], facts: SheetFacts): Promise<Uint8Array> {
  const { page } = STOCKS[facts.stock];
  const size: [number, number] = [ptOf(page.widthMm), ptOf(page.heightMm)];
  const title = `${words[facts.language].title} · ${facts.nodeName}`;
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    size,
    lang: facts.language,
    displayTitle: true,
    info: { Title: title, Creator: "Giftline" },
  });
  askForFullSize(doc, facts.back);
  const bytes = buffer(doc);
  for (const { cards, rim } of pagesOf(faces.map(latinFace), latinFacts(facts))) {
    doc.addPage();
    for (const { xMm, yMm, marks } of [{ xMm: 0, yMm: 0, marks: rim }, ...cards])
      for (const mark of marks) draw(doc, { ...mark, xMm: mark.xMm + xMm, yMm: mark.yMm + yMm });
  }
  doc.end();
  return bytes;
}

/** Readers that honour it propose to print at 100 %, and to turn the sheet over its long edge. */
function askForFullSize(doc: PDFKit.PDFDocument, isTwoSided: boolean): void {
  // pdfkit has no option for these; with `displayTitle` the dictionary is there.
  const root: { readonly data: { readonly ViewerPreferences: { readonly data: object } } } = Reflect.get(
    doc,
    "_root",
  );
  const wishes = isTwoSided ? { Duplex: "DuplexFlipLongEdge" } : {};
  Object.assign(root.data.ViewerPreferences.data, { PrintScaling: "None", ...wishes });
}

function draw(doc: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.kind) {
    case "words":
      doc.font(FONTS[mark.weight]).fontSize(mark.sizePt).fillColor(mark.ink);
      doc.text(mark.words, ptOf(mark.xMm), ptOf(mark.yMm), { lineBreak: false, baseline: "alphabetic" });
      return;
    case "shape":
      doc.save().translate(ptOf(mark.xMm), ptOf(mark.yMm)).scale(ptOf(mark.unitMm)).path(mark.path);
      if (mark.line === null) doc.fill(mark.ink);
      else doc.lineWidth(mark.line).lineJoin("round").lineCap("round").stroke(mark.ink);
      doc.restore();
      return;
    case "qr":
      doc.save().translate(ptOf(mark.xMm), ptOf(mark.yMm)).scale(ptOf(mark.moduleMm)).fillColor("black");
      doc.addContent(`${pdfPathOf(mark.qr)}\nf`).restore();
      return;
    default:
      mark satisfies never;
  }
}
