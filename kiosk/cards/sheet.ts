import { backOf } from "./back.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { frontOf } from "./front.ts";
import { type Mark, moved } from "./mark.ts";
import { rimOf } from "./rim.ts";
import { backPlaceOf, cardsPerPage, placeOf, STOCKS } from "./stocks.ts";

export type DrawnCard = { readonly xMm: number; readonly yMm: number; readonly marks: readonly Mark[] };
export type DrawnPage = {
  readonly side: "front" | "back";
  readonly cards: readonly DrawnCard[];
  /** What stands around the cards, on the sheet. */
  readonly rim: readonly Mark[];
};

/** All pages of a batch in the order they are printed in, corrected for the printer. */
export function* pagesOf(faces: readonly CardFace[], facts: SheetFacts): Generator<DrawnPage> {
  const stock = STOCKS[facts.stock];
  const perPage = cardsPerPage(stock);
  const pages = Math.ceil(faces.length / perPage);
  const backs = { filled: backOf(facts, { isBlank: false }), blank: backOf(facts, { isBlank: true }) };
  for (let page = 0; page < pages; page++) {
    const here = faces.slice(page * perPage, (page + 1) * perPage);
    const drawn = (side: "front" | "back"): DrawnPage => ({
      side,
      cards: here.map((face, index) => {
        const { xMm, yMm } = side === "front" ? placeOf(stock, index) : backPlaceOf(stock, index);
        const marks =
          side === "front" ? frontOf(face, facts) : backs[face.kind === null ? "blank" : "filled"];
        return { xMm: xMm + facts.nudge.xMm, yMm: yMm + facts.nudge.yMm, marks };
      }),
      rim: side === "front" ? moved(rimOf(facts, { page, pages, faces: here }), facts.nudge) : [],
    });
    yield drawn("front");
    if (facts.back) yield drawn("back");
  }
}
