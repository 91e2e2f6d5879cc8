import { html } from "hono/html";
import type { Language } from "#server/domain/language.ts";
import { desk } from "./desk-words.ts";
import type { Html } from "./page.ts";

/** What this screen could not send yet; the words for what became of it are here for the script that keeps it. */
export function pendingPart(language: Language): Html {
  const words = desk[language];
  return html`<section data-pending hidden data-word-pending="${words.pending}" data-word-looked="${words.looked}" data-word-taken="${words.taken}" data-word-helping="${words.helping}" data-word-refused="${words.refused}" data-word-later="${words.later}" data-word-remove="${words.remove}">
    <h2>${words.pendingTitle}</h2><ul data-waiting role="status"></ul></section>`;
}
