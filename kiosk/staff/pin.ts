import { html } from "hono/html";
import { digitPad } from "../keyboard/pad.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { staff } from "./words.ts";

export type PinSaid = "wrong" | "too-many" | "no-pin" | "over" | null;

/** The door of the staff corner. */
export function pinPage(frame: Frame, said: PinSaid): Html {
  const words = staff[frame.language];
  return screen({
    frame,
    name: "staff-pin",
    title: said === "wrong" || said === "over" ? words[said] : words.title,
    back: "/kiosk/doors",
    self: "/kiosk/staff",
    isPersonal: true,
    body:
      said === "no-pin" || said === "too-many"
        ? html`<div class="column"><p class="alarm" role="status">${words[said]}</p></div>`
        : html`<form method="post" action="${at(frame, "/kiosk/staff")}">
      ${digitPad(frame, { name: "pin", label: words.pin, kind: "pin" })}
      <button class="go">${icon("yes")} ${words.open}</button>
    </form>`,
  });
}
