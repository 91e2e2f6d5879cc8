import { html } from "hono/html";
import type { Language } from "#server/domain/language.ts";
import { documentOf, type Frame, type Html } from "../shell/screen.ts";
import { devices } from "./words.ts";

/** What everybody sees until staff ends it: nothing to touch, and whom to ask, in every language. */
export function outOfOrderPage(frame: Frame, languages: readonly Language[], helpContact: string): Html {
  return documentOf({
    frame,
    title: devices[frame.language].outTitle,
    name: "out-of-order",
    idleSeconds: 0,
    body: html`<header><h1>${frame.nodeName}</h1></header>
    <main><div class="column">${languages.map((each) => html`<section lang="${each}"><h2>${devices[each].outTitle}</h2><p>${devices[each].outSays} <b>${helpContact}</b></p></section>`)}</div></main>`,
  });
}
