import { type Column, MARGIN_MM } from "./column.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { blankFields } from "./front-blank.ts";
import { codeColumn } from "./front-code.ts";
import { filledFields } from "./front-filled.ts";
import { howTo } from "./front-how-to.ts";
import type { Mark } from "./mark.ts";
import { STOCKS } from "./stocks.ts";

const GAP_MM = 1.6;

/** The front of a card: what it is about on the left, what to scan and to text on the right. */
export function frontOf(face: CardFace, facts: SheetFacts): readonly Mark[] {
  const { card } = STOCKS[facts.stock];
  const code = codeColumn(face, facts, card);
  const column: Column = {
    xMm: MARGIN_MM,
    topMm: MARGIN_MM,
    widthMm: code.leftMm - MARGIN_MM,
    heightMm: card.heightMm - 2 * MARGIN_MM,
  };
  const how = howTo(facts, column, { isRuled: face.kind !== null });
  const above = { ...column, heightMm: column.heightMm - how.heightMm - GAP_MM };
  const fields =
    face.kind === null ? blankFields(facts.language, above) : filledFields(face.kind, face, facts, above);
  return [...fields, ...how.marks, ...code.marks];
}
