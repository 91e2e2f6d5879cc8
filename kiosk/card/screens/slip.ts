import { html } from "hono/html";
import type { PostState } from "#server/domain/post.ts";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html } from "../../shell/screen.ts";
import type { SlipShown } from "../desk.ts";
import { onwards, outcome } from "./card.ts";
import { post, type Tone } from "./panel.ts";
import { cardScreens } from "./words.ts";

const TONES: Readonly<Record<PostState, Tone>> = {
  open: "wait",
  filled: "yes",
  done: "yes",
  dropped: "no",
  expired: "no",
};

/** What a slip looks up, for whoever holds it. */
export function slipScreen(frame: Frame, slip: SlipShown): Html {
  const { seen, state, letters, isTaken } = slip;
  const words = cardScreens[frame.language];
  const isOpen = state === "open" || state === "filled";
  const button = (path: string, look: "go" | "second", label: Html) =>
    post(at(frame, `/kiosk/card/${path}`), { seen }, html`<button class="${look}">${label}</button>`);
  const read = html`${icon("talk")} ${words.letters(letters.length)}`;
  return outcome(frame, {
    title: words.slip(slip.number),
    tone: TONES[state],
    says: html`<h2>${slip.words}</h2><p>${words.state[state]}</p>`,
    actions: html`${letters.length > 0 ? button("read", "go", read) : ""}
        ${isOpen ? button("met", "second", html`${words.met}`) : ""}
        ${isOpen && isTaken ? button("unmet", "second", html`${words.unmet}`) : ""}
        ${isOpen || letters.length > 0 ? "" : onwards(frame, words)}`,
    isPersonal: true,
    reposts: true,
  });
}
