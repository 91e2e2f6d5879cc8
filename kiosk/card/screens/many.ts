import { html } from "hono/html";
import { at, type Frame, type Html, screen } from "../../shell/screen.ts";
import type { CardFacts } from "../page.ts";
import { cardScreens } from "./words.ts";

const ON_A_SCREEN = 6;

/** How many of what a card carries: a few to touch, all of it, and more. */
export function manyScreen(frame: Frame, { seen, nonce, left }: CardFacts, from: number): Html {
  const words = cardScreens[frame.language];
  const all = left ?? 1;
  const isLast = all - from < ON_A_SCREEN;
  const shown = Math.min(isLast ? ON_A_SCREEN : ON_A_SCREEN - 2, all - from + 1) - (isLast ? 1 : 0);
  const numbers = Array.from({ length: Math.max(shown, 0) }, (_, index) => from + index);
  const number = (value: number, label: string) =>
    html`<li><button class="tile pieces" name="pieces" value="${value}">${label}</button></li>`;
  const more = html`<li><button class="tile pieces" name="from" value="${from + ON_A_SCREEN - 2}" formaction="${at(frame, "/kiosk/card/many")}">${words.moreOf}</button></li>`;
  return screen({
    frame,
    name: "many",
    title: words.howMany,
    back: "/kiosk/card",
    self: "/kiosk/card",
    body: html`<form method="post" action="${at(frame, "/kiosk/card/claim")}" data-waits="claim">
      <input type="hidden" name="seen" value="${seen ?? ""}" /><input type="hidden" name="nonce" value="${nonce}" />
      <ul class="tiles n6">${numbers.map((value) => number(value, String(value)))}${isLast ? "" : more}${number(all, words.all(all))}</ul></form>`,
  });
}
