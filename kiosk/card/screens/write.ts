import { html } from "hono/html";
import { typing } from "../../keyboard/field.ts";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../../shell/screen.ts";
import { cardScreens } from "./words.ts";

const MOST_LETTERS = 120;

/** What a blank card shall carry. */
export function writeScreen(
  frame: Frame,
  { seen, kind }: { readonly seen: string; readonly kind: string },
): Html {
  const words = cardScreens[frame.language];
  return screen({
    frame,
    name: "write",
    title: kind === "need" ? words.isNeed : words.isGift,
    back: "/kiosk/card",
    self: "/kiosk/card",
    isPersonal: true,
    body: html`<form method="post" action="${at(frame, "/kiosk/card/fill")}">
      <input type="hidden" name="seen" value="${seen}" /><input type="hidden" name="kind" value="${kind}" />
      ${typing(frame, { name: "words", label: words.write, most: MOST_LETTERS })}
      <button class="go">${icon("yes")} ${words.fill}</button></form>`,
  });
}
