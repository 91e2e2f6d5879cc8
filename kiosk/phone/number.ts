import { html } from "hono/html";
import type { Wish } from "#server/domain/wish.ts";
import { digitPad } from "../keyboard/pad.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { cameFrom, wishFields } from "./wish-fields.ts";
import { phone } from "./words.ts";

/** Which number? `isAgain`: what was typed was none, or none that we text. */
export function numberPage(frame: Frame, wish: Wish, isAgain = false): Html {
  const words = phone[frame.language];
  return screen({
    frame,
    name: "number",
    title: isAgain ? words.numberAgain : words.number,
    back: cameFrom(wish),
    self: cameFrom(wish),
    step: { at: 1, of: 2 },
    isPersonal: true,
    body: html`<form method="post" action="${at(frame, "/kiosk/phone/consent")}">${wishFields(wish)}
      ${digitPad(frame, { name: "phone", label: words.label, kind: "phone" })}<button class="go">${words.next}</button></form>`,
  });
}
