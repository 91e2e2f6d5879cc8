import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { chromium } from "playwright-core";
import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import { ptOf } from "#kiosk/cards/mark.ts";
import { qrOf, svgPathOf } from "#kiosk/cards/qr.ts";
import { sheetPage } from "#kiosk/cards/sheet-page.ts";
import { sheetPdf } from "#kiosk/cards/sheet-pdf.ts";
import { diceOf } from "./dice.ts";
import { CAMP, sampleCards } from "./sample-cards.ts";

export type SheetsRow = {
  readonly what: string;
  readonly cards: number;
  readonly ms: number;
  readonly KB: number;
};

const CARDS = 500;
const RUNS = 3;
const PER_PAGE = 10;
const FACTS: SheetFacts = { ...CAMP, stock: "avery-5371" };

/** Five hundred cards as sheets, and beside them in the same run what else would have made them. */
export async function benchSheets(): Promise<SheetsRow[]> {
  const faces = sampleCards(CARDS, diceOf(CARDS));
  return [
    await row("sheets as PDF", () => sheetPdf(faces, FACTS)),
    await row("sheets as PDF, with backs", () => sheetPdf(faces, { ...FACTS, back: true })),
    await row("peer: their QR codes alone, by pdfkit", () => bareCodes(faces)),
    await row("sheets as HTML", async () => Buffer.from(String(await sheetPage(faces, FACTS)))),
    await chromiumRow(faces),
  ];
}

/** The middle one of three runs. */
async function row(what: string, make: () => Promise<Uint8Array>): Promise<SheetsRow> {
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    bytes = (await make()).length;
    times.push(performance.now() - from);
  }
  const middle = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { what, cards: CARDS, ms: Math.round(middle), KB: Math.round(bytes / 1024) };
}

/** No words, no places, no sizes: the least that any sheet of these cards takes. */
async function bareCodes(faces: readonly CardFace[]): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const bytes = buffer(doc);
  for (const [index, { url }] of faces.entries()) {
    if (index % PER_PAGE === 0) doc.addPage();
    const at = index % PER_PAGE;
    doc
      .save()
      .translate((at % 2) * 250 + 50, Math.floor(at / 2) * 140 + 50)
      .scale(ptOf(0.878));
    doc
      .path(svgPathOf(qrOf(url)))
      .fill("black")
      .restore();
  }
  doc.end();
  return bytes;
}

/** The page for browsers, opened and printed by one. Its start is not counted. */
async function chromiumRow(faces: readonly CardFace[]): Promise<SheetsRow> {
  const folder = await mkdtemp(join(tmpdir(), "giftline-sheets-"));
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    const file = join(folder, "sheet.html");
    const css = await readFile(new URL("../../../kiosk/cards/sheet.css", import.meta.url), "utf8");
    const page = String(await sheetPage(faces, FACTS));
    await writeFile(file, page.replace(/<link rel="stylesheet"[^>]*>/, `<style>${css}</style>`));
    return await row("peer: the HTML, printed by Chromium", async () => {
      const tab = await browser.newPage();
      await tab.goto(`file://${file}`);
      const pdf = await tab.pdf({ preferCSSPageSize: true });
      await tab.close();
      return pdf;
    });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
