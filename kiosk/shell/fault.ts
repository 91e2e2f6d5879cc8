import { html } from "hono/html";
import { icon } from "./icons.ts";
import { at, type Frame, type Html, screen } from "./screen.ts";
import { shell } from "./words.ts";

const TITLES = { lost: "lost", broken: "fault", tooLong: "fault" } as const;
const SAYS = { lost: "lostSays", broken: "broken", tooLong: "tooLong" } as const;

export type KioskFault = keyof typeof TITLES;

/** What went wrong, in plain words, and two ways on: nothing of the fault itself is shown. */
export function faultPage(frame: Frame, fault: KioskFault): Html {
  const words = shell[frame.language];
  return screen({
    frame,
    name: "fault",
    title: words[TITLES[fault]],
    back: "/kiosk/doors",
    self: "/kiosk/doors",
    body: html`<div class="column"><p role="alert">${words[SAYS[fault]]}</p>
      <a class="go" href="${at(frame, "/kiosk/doors")}">${icon("list")} ${words.others}</a>
      <a class="second" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.person}</a></div>`,
  });
}
