import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { maskedDigits } from "./masked.ts";
import { phone } from "./words.ts";

/** The same whether the number got a text or not: nobody learns here what we know of it. `number`: the camp's own. */
export function sentPage(frame: Frame, typed: string, number: string | null): Html {
  const words = phone[frame.language];
  return screen({
    frame,
    name: "sent",
    title: words.sent,
    back: "/kiosk/doors",
    self: "/kiosk/doors",
    isPersonal: true,
    body: html`<div class="column">
      <p class="said" role="status">${icon("phone")} <span>${words.sentSays(maskedDigits(typed))}</span></p>
      <p>${number === null ? words.noTextTable : html`${words.noText} <b class="nowrap">${number}</b>`}</p>
      <a class="go" href="/kiosk" data-over>${words.done}</a></div>`,
  });
}

/** Nothing was sent: too many numbers were typed at this screen. */
export function notSentPage(frame: Frame): Html {
  const words = phone[frame.language];
  return screen({
    frame,
    name: "not-sent",
    title: words.tooMany,
    back: "/kiosk/doors",
    self: "/kiosk/doors",
    body: html`<div class="column"><p>${words.tooManySays}</p>
      <a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.person}</a></div>`,
  });
}
