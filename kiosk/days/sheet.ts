import { html } from "hono/html";
import { type Frame, type Html, screen } from "../shell/screen.ts";
import type { Row } from "./list.ts";
import { days } from "./words.ts";

export type SheetFacts = { readonly frame: Frame; readonly day: string; readonly rows: readonly Row[] };

/** A day on a slip to take along. */
export function sheetPage({ frame, day, rows }: SheetFacts): Html {
  const words = days[frame.language];
  return screen({
    frame,
    name: "day-sheet",
    title: words.sheet,
    back: "/kiosk/days",
    body: html`<div class="column"><p><b>${day}</b></p><p>${words.sheetSays}</p></div>`,
  });
}
