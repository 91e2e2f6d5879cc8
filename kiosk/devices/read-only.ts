import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { devices } from "./words.ts";

/** What would change something, on a screen that may only be read: who can help, and how it may be let. */
export function readOnlyPage(frame: Frame): Html {
  const words = devices[frame.language];
  return screen({
    frame,
    name: "read-only",
    title: words.readOnlyTitle,
    back: "/kiosk/doors",
    self: "/kiosk/doors",
    body: html`<div class="column">
      <p>${words.readOnly}</p>
      <a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.person}</a>
      <a class="second" href="${at(frame, "/kiosk/pair")}">${icon("hand")} ${words.ask}</a>
    </div>`,
  });
}
