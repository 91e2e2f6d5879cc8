import { html } from "hono/html";
import { slipPart } from "../../print/slip.ts";
import { type Frame, type Html, screen } from "../../shell/screen.ts";
import type { CardFacts, Said } from "../page.ts";
import { panel } from "./panel.ts";
import { cardScreens } from "./words.ts";

/** It is theirs, they help, or the card is filled: with digits to take along, which are all that they need. */
export function takenScreen(frame: Frame, facts: CardFacts, said: Extract<Said, { slip: string }>): Html {
  const words = cardScreens[frame.language];
  const title = { taken: words.youTook, helping: words.youHelp, filled: words.youFilled }[said.what];
  const meet = said.what === "filled" ? [] : [words.meet];
  const line = said.line === null ? [] : [words.line(said.line)];
  const lines = [facts.words ?? "", ...meet, ...line, words.keepOnPaper].filter(Boolean);
  return screen({
    frame,
    name: "taken",
    title,
    back: "/kiosk/card",
    self: "/kiosk/card",
    isPersonal: true,
    // A claim has its nonce; words that were written on a card are not written twice.
    reposts: said.what !== "filled",
    body: panel({
      tone: "yes",
      says: html`<p class="digits">${said.slip}</p><p>${[...meet, words.keep].join(" ")}</p>`,
      actions: slipPart(frame, { title, lines, digits: said.slip }),
    }),
  });
}
