import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { devices } from "./words.ts";

/** The code stands as long as it counts. */
const CODE_SECONDS = 15 * 60;

/** Where a screen asks to act; `refusal`: why it did not get a code. */
export function pairPage(frame: Frame, refusal: "tooMany" | "refused" | null): Html {
  const words = devices[frame.language];
  return screen({
    frame,
    name: "pair",
    title: words.pairTitle,
    back: "/kiosk/doors",
    self: "/kiosk/pair",
    body: html`<div class="column">
      ${refusal === null ? html`<p>${words.pairLead}</p>` : html`<p class="alarm" role="status">${words[refusal]}</p>`}
      <form method="post" action="${at(frame, "/kiosk/pair")}"><button class="go">${icon("hand")} ${words.askIt}</button></form>
    </div>`,
  });
}

/** Six digits for an organizer; the screen asks by itself whether they were typed. */
export function codePage(frame: Frame, code: string): Html {
  const words = devices[frame.language];
  return screen({
    frame,
    name: "pair-code",
    title: words.codeTitle,
    back: "/kiosk/pair",
    self: "/kiosk/pair",
    idleSeconds: CODE_SECONDS,
    body: html`<div class="column" data-pairing="${at(frame, "/kiosk/pair")}">
      <p class="paircode">${code}</p>
      <p>${words.codeSays}</p>
    </div>`,
  });
}

/** It may act: by an organizer's word, or because it is this machine's own. */
export function pairedPage(frame: Frame): Html {
  const words = devices[frame.language];
  return screen({
    frame,
    name: "paired",
    title: words.pairedTitle,
    back: "/kiosk/doors",
    self: "/kiosk/pair",
    body: html`<div class="column">
      <p class="said" role="status">${icon("yes")} ${words.pairedSays}</p>
      <a class="go" href="/kiosk" data-over>${icon("hand")} ${words.begin}</a>
    </div>`,
  });
}

/** A machine has proved itself: on to its first screen, from a page of our own, so that the cookie goes along. */
export function enteredPage(): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="0;url=/kiosk" />
    <title>Giftline</title>
  </head>
  <body><a href="/kiosk">Giftline</a></body>
</html>`;
}
