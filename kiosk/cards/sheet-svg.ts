import { html } from "hono/html";
import type { Html } from "../organize/layout.ts";
import { isLatin } from "./latin.ts";
import { type Ink, type Mark, mmOf } from "./mark.ts";
import { svgPathOf } from "./qr.ts";
import type { DrawnCard, DrawnPage } from "./sheet.ts";
import type { Stock } from "./stocks.ts";

const INKS: Readonly<Record<Ink, string>> = { black: "#000", white: "#fff" };

/** One sheet in millimetres. All has its place by attributes: pages of this site may not carry styles of their own. */
export function sheetSvg({ cards, rim }: DrawnPage, { page, card }: Stock): Html {
  const { format, widthMm, heightMm } = page;
  return html`<div class="sheet ${format}"><svg width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}">
${rim.map(markSvg)}${cards.map((each) => cardSvg(each, card))}</svg></div>`;
}

/** Whatever should not fit after all ends at the card's edge. */
function cardSvg({ xMm, yMm, marks }: DrawnCard, { widthMm, heightMm }: Stock["card"]): Html {
  return html`<svg x="${short(xMm)}" y="${short(yMm)}" width="${widthMm}" height="${heightMm}">
${marks.map(markSvg)}</svg>
`;
}

function markSvg(mark: Mark): Html {
  const [x, y] = [short(mark.xMm), short(mark.yMm)];
  switch (mark.kind) {
    case "words":
      return html`<text x="${x}" y="${y}" font-size="${short(mmOf(mark.sizePt))}" fill="${INKS[mark.ink]}" ${mark.weight === "bold" ? html`font-weight="700"` : ""} ${mark.language === null ? "" : html`lang="${mark.language}"`} ${lengthOf(mark)}>${mark.words}</text>
`;
    case "shape":
      return html`<path transform="translate(${x} ${y}) scale(${short(mark.unitMm)})" d="${mark.path}" ${mark.line === null ? html`fill="${INKS[mark.ink]}"` : html`class="line" stroke="${INKS[mark.ink]}" stroke-width="${mark.line}"`} />
`;
    case "qr":
      return html`<path class="qr" transform="translate(${x} ${y}) scale(${short(mark.moduleMm)})" d="${svgPathOf(mark.qr)}" />
`;
    default:
      return mark satisfies never;
  }
}

/** Keeps words in their room where the browser's letters are wider than those that were measured. */
function lengthOf({ words, widthMm }: Extract<Mark, { kind: "words" }>): Html {
  return isLatin(words) ? html`textLength="${short(widthMm)}" lengthAdjust="spacingAndGlyphs"` : html``;
}

function short(mm: number): string {
  return String(Math.round(mm * 10_000) / 10_000);
}
