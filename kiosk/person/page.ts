import { html } from "hono/html";
import { devices } from "../devices/words.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { person } from "./words.ts";

export type PersonFacts = {
  readonly frame: Frame;
  readonly helpContact: string;
  readonly emergencyText: string;
  /** The camp's number as people read it; null where texts do not come by a number. */
  readonly number: string | null;
  /** Somebody was called just now. */
  readonly isCalled: boolean;
};

/** Where no answer of a machine is wanted: who to go to, and a call for somebody to come. */
export function personPage(facts: PersonFacts): Html {
  const { frame, helpContact, emergencyText, number, isCalled } = facts;
  const words = person[frame.language];
  return screen({
    frame,
    name: "person",
    title: words.title,
    back: "/kiosk/doors",
    self: "/kiosk/person",
    body: html`<div class="column">
      <p class="fact">${icon("pin")} <span>${words.at} <b>${helpContact}</b></span></p>
      ${number === null ? "" : html`<p class="fact">${icon("phone")} <span>${words.byPhone} <b class="nowrap">${number}</b></span></p>`}
      <p class="alarm">${emergencyText}</p>
      ${isCalled ? html`<p class="said" role="status">${icon("yes")} ${words.called}</p>` : frame.mayAct ? html`<form method="post" action="${at(frame, "/kiosk/person")}"><button class="go">${icon("hand")} ${words.call}</button></form>` : html`<a class="second" href="${at(frame, "/kiosk/pair")}">${devices[frame.language].ask}</a>`}
    </div>`,
  });
}
