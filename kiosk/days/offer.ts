import { html } from "hono/html";
import { typing } from "../keyboard/field.ts";
import { slipPart } from "../print/slip.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { shell } from "../shell/words.ts";
import { days } from "./words.ts";

/** As many letters as an item may have. */
const MOST = 200;

export type OfferFacts = {
  readonly frame: Frame;
  readonly nonce: string;
  /** Why the last try did not count. */
  readonly refusal: "empty" | "full" | null;
};

/** An item for the next assembly, in one's own words. */
export function offerPage({ frame, nonce, refusal }: OfferFacts): Html {
  const words = days[frame.language];
  return screen({
    frame,
    name: "offer",
    title: words.offerTitle,
    back: "/kiosk/days/agenda",
    self: "/kiosk/days/offer",
    isPersonal: true,
    body:
      frame.mayAct && refusal !== "full"
        ? html`<form method="post" action="${at(frame, "/kiosk/days/offer")}">
            <input type="hidden" name="nonce" value="${nonce}" />
            ${typing(frame, { name: "words", label: refusal === "empty" ? words.empty : words.offerLabel, most: MOST })}
            <button class="go">${icon("yes")} ${words.send}</button></form>`
        : html`<div class="column"><p>${refusal === "full" ? words.full : shell[frame.language].readOnly}</p>
            <a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${shell[frame.language].person}</a></div>`,
  });
}

export type OfferedFacts = {
  readonly frame: Frame;
  /** What the tent knows them by. */
  readonly handle: string;
  readonly when: string | null;
};

/** What happens next with it. */
export function offeredPage({ frame, handle, when }: OfferedFacts): Html {
  const words = days[frame.language];
  const next = when === null ? words.offeredLoose : words.offeredFor(when);
  return screen({
    frame,
    name: "offered",
    title: words.offered,
    back: "/kiosk/days/agenda",
    self: "/kiosk/days/agenda",
    isPersonal: true,
    body: html`<div class="column">
      <p class="said" role="status">${icon("yes")} <span>${next}</span></p>
      <p>${words.answer} <b class="nowrap">${handle}</b>.</p>
      ${slipPart(frame, { title: handle, lines: [next, words.answerSays], digits: null })}</div>`,
  });
}
