import { html } from "hono/html";
import { typing } from "../keyboard/field.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen, tiles } from "../shell/screen.ts";
import { shell } from "../shell/words.ts";
import { groups } from "./words.ts";

const PATH = "/kiosk/groups";
const MOST_LETTERS = 60;

/** A word of one's own, for who finds none of the pictures. */
export function wordPage(frame: Frame): Html {
  const words = groups[frame.language];
  return screen({
    frame,
    name: "word",
    title: words.wordTitle,
    back: PATH,
    self: `${PATH}/word`,
    body: frame.mayAct
      ? html`<form method="post" action="${at(frame, `${PATH}/word`)}">
          ${typing(frame, { name: "word", label: words.wordLabel, most: MOST_LETTERS })}
          <button class="go">${icon("next")} ${words.find}</button></form>`
      : html`<p class="column said">${shell[frame.language].readOnly}</p>`,
  });
}

/** No group fits: that is no end. */
export function nothingPage(frame: Frame): Html {
  const words = groups[frame.language];
  return screen({
    frame,
    name: "nothing",
    title: words.nothingFits,
    back: PATH,
    body: tiles(frame, [
      { href: "/kiosk/person", icon: "person", label: words.askPerson },
      { href: "/kiosk/posts", icon: "need", label: words.writeCard },
      { href: `${PATH}/start`, icon: "plus", label: words.start },
      { href: `${PATH}/all`, icon: "list", label: words.all },
    ]),
  });
}

/** How a group begins: with a person, who makes it at the console. */
export function startPage(frame: Frame, helpContact: string): Html {
  const words = groups[frame.language];
  return screen({
    frame,
    name: "start",
    title: words.startTitle,
    back: `${PATH}/nothing`,
    body: html`<div class="column"><p>${words.startAt} <b>${helpContact}</b></p>
      <a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.askPerson}</a></div>`,
  });
}

/** A group that closed while somebody looked. */
export function gonePage(frame: Frame): Html {
  const words = groups[frame.language];
  return screen({
    frame,
    name: "gone",
    title: words.gone,
    back: PATH,
    body: tiles(frame, [
      { href: `${PATH}/all`, icon: "list", label: words.all },
      { href: "/kiosk/person", icon: "person", label: words.askPerson },
    ]),
  });
}
