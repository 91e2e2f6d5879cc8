import { html } from "hono/html";
import { slipPart } from "../print/slip.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { posts } from "./words.ts";

export type DoneFacts = {
  readonly frame: Frame;
  /** What was done: posted, helps with a need, or asks for a gift. */
  readonly what: "posted" | "helps" | "asks";
  /** The number of what it is about. */
  readonly number: number;
  readonly words: string;
  /** Eleven digits, as they are spoken. */
  readonly slip: string;
};

/** For whoever has no phone: the digits behind which the answer waits. */
export function donePage({ frame, what, number, words: said, slip }: DoneFacts): Html {
  const words = posts[frame.language];
  const title = what === "asks" ? words.asks : what === "helps" ? words.helps(number) : words.posted(number);
  const says = what === "helps" ? words.tentSays : words.slipSays;
  return screen({
    frame,
    name: "done",
    title,
    back: "/kiosk/doors",
    self: "/kiosk/doors",
    isPersonal: true,
    body: html`<div class="asked slip-shown"><p class="quote">${said}</p>
      <p class="digits" role="status"><span>${words.slip}</span> <b>${slip}</b></p>
      <p>${says}</p>
      <div class="actions">${slipPart(frame, { title: said, lines: [title, says], digits: slip })}
      <a class="second" href="/kiosk" data-over>${icon("yes")} ${words.done}</a></div></div>`,
  });
}

/** Nothing was done: somebody was first, or this screen did too much within an hour. */
export function notDonePage(frame: Frame, why: "gone" | "too-many"): Html {
  const words = posts[frame.language];
  const way =
    why === "gone"
      ? html`<a class="go" href="${at(frame, "/kiosk/board")}">${icon("board")} ${words.board}</a>`
      : html`<a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.person}</a>`;
  return screen({
    frame,
    name: "not-done",
    title: why === "gone" ? words.gone : words.tooMany,
    back: "/kiosk/board",
    self: "/kiosk/board",
    body: html`<div class="column"><p>${why === "gone" ? words.goneSays : words.tooManySays}</p>${way}</div>`,
  });
}
