import { html } from "hono/html";
import type { Wish } from "#server/domain/wish.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { maskedDigits } from "./masked.ts";
import { cameFrom, wishFields } from "./wish-fields.ts";
import { phone } from "./words.ts";

export type ConsentFacts = {
  readonly frame: Frame;
  readonly wish: Wish;
  /** As it was typed; the screen shows its end. */
  readonly typed: string;
  readonly nonce: string;
  /** The button was pressed before the box. */
  readonly isUnticked: boolean;
};

/** What a text costs in peace, said before it is sent; the box is never ticked for anybody. */
export function consentPage({ frame, wish, typed, nonce, isUnticked }: ConsentFacts): Html {
  const words = phone[frame.language];
  return screen({
    frame,
    name: "consent",
    title: isUnticked ? words.tick : words.may,
    back: cameFrom(wish),
    self: cameFrom(wish),
    step: { at: 2, of: 2 },
    isPersonal: true,
    body: html`<form class="consent" method="post" action="${at(frame, "/kiosk/phone/text")}">${wishFields(wish)}
      <input type="hidden" name="phone" value="${typed}" /><input type="hidden" name="nonce" value="${nonce}" />
      <p><b>${words.one(maskedDigits(typed))}</b> ${words.does[wish.does]} ${words.without}</p>
      <div class="actions"><label class="tick"><input type="checkbox" name="consent" value="yes" autocomplete="off" /><span>${words.yes}</span></label>
      <button class="go">${words.send}</button></div></form>`,
  });
}
