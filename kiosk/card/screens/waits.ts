import { html } from "hono/html";
import { slipPart } from "../../print/slip.ts";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../../shell/screen.ts";
import { panel, post } from "./panel.ts";
import { cardScreens } from "./words.ts";

/** What the script that shows these without a connection puts something in the place of. */
const SEEN = "{seen}";
const NONCE = "{nonce}";
const SLIP = "{slip}";

/** What could not be sent yet: it waits in the screen, and these digits tell later what became of it. */
export function waitsScreen(frame: Frame): Html {
  const words = cardScreens[frame.language];
  const slip = { title: words.waitsTitle, lines: [words.waitsSlip], digits: SLIP };
  return screen({
    frame,
    name: "waits",
    title: words.waits,
    back: "/kiosk/doors",
    self: "/kiosk/card",
    isPersonal: true,
    body: panel({
      tone: "wait",
      says: html`<p>${words.waitsNext}</p><p class="digits">${SLIP}</p>`,
      actions: slipPart(frame, slip),
    }),
  });
}

/** A card that was scanned without a connection. Once there is one, its button looks it up. */
export function unseenScreen(frame: Frame): Html {
  const words = cardScreens[frame.language];
  const ask = html`<button class="go">${icon("hand")} ${words.ask}</button>`;
  return screen({
    frame,
    name: "unseen",
    title: words.unseen,
    back: "/kiosk/card",
    self: "/kiosk/card",
    body: panel({
      tone: "wait",
      says: html`<p>${words.unseenNext}</p>`,
      actions: post(at(frame, "/kiosk/card"), { seen: SEEN, nonce: NONCE }, ask, "claim"),
    }),
  });
}
