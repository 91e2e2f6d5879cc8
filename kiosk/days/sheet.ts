import { html } from "hono/html";
import { slipPart } from "../print/slip.ts";
import { icon } from "../shell/icons.ts";
import { type Frame, type Html, screen } from "../shell/screen.ts";
import type { Row } from "./list.ts";
import { type DaysWords, days } from "./words.ts";

/** Lines that a slip takes. */
const MOST_LINES = 36;

export type SheetFacts = { readonly frame: Frame; readonly day: string; readonly rows: readonly Row[] };

/** A day on a slip to take along. */
export function sheetPage({ frame, day, rows }: SheetFacts): Html {
  const words = days[frame.language];
  return screen({
    frame,
    name: "day-sheet",
    title: words.sheet,
    back: "/kiosk/days",
    body: html`<div class="column"><p class="fact">${icon("agenda")} <b>${day}</b></p><p>${words.sheetSays}</p>
      ${slipPart(frame, { title: day, lines: linesOf(rows, words), digits: null })}</div>`,
  });
}

function linesOf(rows: readonly Row[], words: DaysWords): readonly string[] {
  const lines = rows.map(({ when, title, place, group, isCancelled }) =>
    isCancelled
      ? `${when} ${title}: ${words.cancelled}`
      : [`${when} ${title}`, place, group].filter(Boolean).join(" · "),
  );
  if (lines.length === 0) return [words.nothing];
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), words.more(lines.length - MOST_LINES)];
}
