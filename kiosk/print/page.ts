import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { type Frame, type Html, screen } from "../shell/screen.ts";
import { type PrintWords, print } from "./words.ts";

/** What became of a slip, as the catalogue names it. */
export type Printed = Exclude<keyof PrintWords, "print" | "title" | "sent">;

/** Says what became of a slip. Where scripts run, its one sentence is taken onto the screen that asked. */
export function printedPage(frame: Frame, printed: Printed): Html {
  const words = print[frame.language];
  const isGood = printed === "printed";
  return screen({
    frame,
    name: "printed",
    title: words.title,
    back: "/kiosk/doors",
    self: "/kiosk/doors",
    body: html`<div class="column">
      <p class="${isGood ? "said" : "alarm"}" role="status" data-printed="${printed}">${isGood ? icon("yes") : ""} <span>${words[printed]}</span></p>
    </div>`,
  });
}
