import { html } from "hono/html";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html } from "../../shell/screen.ts";
import type { DeskSaid } from "../desk.ts";
import { onwards, outcome } from "./card.ts";
import type { Tone } from "./panel.ts";
import { cardScreens } from "./words.ts";

const TONES: Readonly<Record<DeskSaid, Tone>> = {
  isMet: "yes",
  isBack: "yes",
  isOver: "wait",
  taken: "wait",
  blank: "wait",
  "too-many": "wait",
  "not-now": "wait",
  first: "no",
  over: "no",
  unknown: "no",
  typo: "no",
  nothing: "no",
};

/** Why nothing was found, or what became of it, with the next step. */
export function saidScreen(frame: Frame, said: DeskSaid): Html {
  const words = cardScreens[frame.language];
  const [title, next] = words.said[said];
  const tone = TONES[said];
  const again =
    tone === "yes"
      ? html``
      : html`<a class="second" href="${at(frame, "/kiosk/card/digits")}">${icon("type")} ${words.digits}</a>`;
  return outcome(frame, {
    title,
    tone,
    reposts: said !== "isMet" && said !== "isBack",
    says: html`<p>${next}</p>`,
    actions: html`${onwards(frame, words)}${again}`,
  });
}
