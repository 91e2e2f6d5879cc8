import { expect } from "vitest";
import type { CardFace, SheetFacts } from "#kiosk/cards/face.ts";
import { frontOf } from "#kiosk/cards/front.ts";
import { placeOf, STOCKS } from "#kiosk/cards/stocks.ts";
import type { Paper } from "./paper.ts";

const PRECISE_MM = 0.5;
const QUIET_MODULES = 4;

/** Every card of one sheet reads as it should, and lies where the stock has it. */
export function expectAllRead(paper: Paper, faces: readonly CardFace[], facts: SheetFacts): void {
  const stock = STOCKS[facts.stock];
  expect(paper.codes.map(({ text }) => text).sort()).toEqual(faces.map(({ url }) => url).sort());
  faces.forEach((face, index) => {
    const place = placeOf(stock, index);
    const [leftMm, topMm] = [place.xMm + facts.nudge.xMm, place.yMm + facts.nudge.yMm];
    const { code, quiet } = symbolOf(face, facts);
    const read = paper.codes.find(({ text }) => text === face.url);
    expect(Math.abs((read?.xMm ?? 0) - leftMm - code.xMm - code.sideMm / 2)).toBeLessThan(PRECISE_MM);
    expect(Math.abs((read?.yMm ?? 0) - topMm - code.yMm - code.sideMm / 2)).toBeLessThan(PRECISE_MM);
    for (const { xMm, yMm, widthMm, heightMm } of quiet)
      expect(paper.isWhite({ xMm: leftMm + xMm, yMm: topMm + yMm, widthMm, heightMm })).toBe(true);
    const digits = paper.find(`${face.code.slice(0, 4)} ${face.code.slice(4, 8)} ${face.code.slice(8)}`);
    expect(digits).toHaveLength(1);
    for (const { xMm, yMm } of digits) {
      expect(xMm - leftMm).toBeGreaterThan(stock.card.widthMm / 2);
      expect(xMm - leftMm).toBeLessThan(stock.card.widthMm);
      expect(yMm - topMm).toBeGreaterThan(code.yMm + code.sideMm);
      expect(yMm - topMm).toBeLessThan(stock.card.heightMm);
    }
  });
}

/** Where the symbol is on its card, and the four strips around it that must be white. */
function symbolOf(face: CardFace, facts: SheetFacts) {
  const mark = frontOf(face, facts).find(({ kind }) => kind === "qr");
  if (mark?.kind !== "qr") throw new Error("A card without a QR code.");
  const { xMm, yMm, moduleMm, qr } = mark;
  const [sideMm, quietMm] = [qr.side * moduleMm, QUIET_MODULES * moduleMm];
  const strip = { xMm: xMm - quietMm, widthMm: sideMm + 2 * quietMm, heightMm: quietMm };
  const post = { yMm: yMm - quietMm, widthMm: quietMm, heightMm: sideMm + 2 * quietMm };
  const quiet = [
    { ...strip, yMm: yMm - quietMm },
    { ...strip, yMm: yMm + sideMm },
    { ...post, xMm: xMm - quietMm },
    { ...post, xMm: xMm + sideMm },
  ];
  return { code: { xMm, yMm, sideMm }, quiet };
}
