import * as mupdf from "mupdf";
import { describe, expect, test } from "vitest";
import type { SheetFacts } from "#kiosk/cards/face.ts";
import { sheetPdf } from "#kiosk/cards/sheet-pdf.ts";
import { backPlaceOf, cardsPerPage, placeOf, STOCKS } from "#kiosk/cards/stocks.ts";
import { expectAllRead } from "./expect-all-read.ts";
import { FACTS, STOCK_NAMES, sampleFaces } from "./faces.ts";
import { print } from "./paper.ts";

const FACES = sampleFaces(13);

describe.each(STOCK_NAMES)("on %s", (stock) => {
  const nudge = { xMm: 1.5, yMm: -0.8 };

  test("another program reads every card in its place, the printer's fault taken back", async () => {
    const facts: SheetFacts = { ...FACTS, stock, nudge, language: "es" };
    const papers = await print(await sheetPdf(FACES, facts));
    expect(papers).toHaveLength(2);
    papers.forEach((paper, page) => {
      expect(paper.widthMm).toBeCloseTo(STOCKS[stock].page.widthMm, 0);
      expect(paper.heightMm).toBeCloseTo(STOCKS[stock].page.heightMm, 0);
      expectAllRead(paper, FACES.slice(page * 10, page * 10 + 10), facts);
    });
  });
});

test("without a fault to take back, cards lie where the paper is cut", async () => {
  const [paper] = await print(await sheetPdf(FACES.slice(0, 10), FACTS));
  if (paper) expectAllRead(paper, FACES.slice(0, 10), FACTS);
  expect(paper?.find("sheet 1 / 1")).toHaveLength(1);
});

test("behind each card lies its back, also of a sheet that is not full", async () => {
  const stock = STOCKS["plain-a4"];
  const papers = await print(await sheetPdf(FACES, { ...FACTS, stock: "plain-a4", back: true }));
  expect(papers).toHaveLength(4);
  const backs = papers.filter((_, at) => at % 2 === 1);
  backs.forEach((paper, page) => {
    const faces = FACES.slice(page * cardsPerPage(stock), (page + 1) * cardsPerPage(stock));
    expect(paper.codes).toEqual([]);
    const there = (words: string) =>
      paper.find(words).map(({ xMm, yMm }) => {
        const at = faces.findIndex((_, index) => {
          const place = backPlaceOf(stock, index);
          const [right, down] = [xMm - place.xMm, yMm - place.yMm];
          return right > 0 && right < stock.card.widthMm && down > 0 && down < stock.card.heightMm;
        });
        return at;
      });
    const all = faces.map((_, index) => index);
    for (const words of ["What to do", "Qué hacer", "DONE", "LISTO"])
      expect(there(words).sort((a, b) => a - b)).toEqual(all);
  });
  expect(placeOf(stock, 12).column).toBe(0);
  expect(backs[1]?.find("What to do").at(-1)?.xMm).toBeGreaterThan(stock.page.widthMm / 2);
});

test("a PDF asks for full size and, with backs, for the long edge", async () => {
  const wishes = async (back: boolean) => {
    const pdf = await sheetPdf(FACES.slice(0, 1), { ...FACTS, back });
    const file = mupdf.Document.openDocument(pdf, "application/pdf").asPDF();
    const found = file?.getTrailer().get("Root", "ViewerPreferences");
    return [found?.get("PrintScaling").asName(), found?.get("Duplex").toString()];
  };
  expect(await wishes(false)).toEqual(["None", "null"]);
  expect(await wishes(true)).toEqual(["None", "/DuplexFlipLongEdge"]);
});
