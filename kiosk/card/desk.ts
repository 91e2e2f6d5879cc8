import { html } from "hono/html";
import type { Language } from "#server/domain/language.ts";
import type { LateOutcome } from "#server/domain/late-scan.ts";
import type { PostState } from "#server/domain/post.ts";
import { type DeskWords, desk } from "./desk-words.ts";
import type { Html } from "./page.ts";

type Frame = {
  readonly nodeName: string;
  readonly language: Language;
  readonly query: string;
  /** Where its forms lead. */
  readonly path: string;
  /** To the pages around it. */
  readonly back: string;
};

/** Why nothing was found, what became of a slip, or of a scan that had waited. */
export type DeskSaid = "typo" | "nothing" | "too-many" | "isMet" | "isBack" | "isOver" | LateOutcome;

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", ""];

/** Where a card or a slip is scanned or typed. A scanner types into the field, which waits for it. */
export function deskPage(frame: Frame, said: DeskSaid | null): Html {
  const { language, query, path } = frame;
  const words = desk[language];
  return deskDocument(
    frame,
    html`<h1>${words.title}</h1><p>${words.how}</p>
      ${said === null ? "" : html`<p class="said" role="status">${words[said]}</p>`}
      <form method="post" action="${path}${query}" data-look>
        <label>${words.digits}<input name="seen" required autofocus autocomplete="off" inputmode="none" maxlength="120" /></label>
        <div class="keys" data-keys hidden>${KEYS.map((key) => (key === "" ? html`<span></span>` : html`<button type="button" data-key="${key}">${key}</button>`))}</div>
        <button type="button" class="second" data-clear hidden>${words.clear}</button>
        <button>${words.look}</button>
      </form>
      <div data-camera hidden><button type="button" class="second">${words.camera}</button><video hidden muted playsinline></video></div>
      <p class="said" role="alert" data-away hidden>${words.away}</p>`,
  );
}

export type SlipShown = {
  readonly seen: string;
  readonly number: number;
  readonly words: string;
  readonly state: PostState;
  readonly letters: readonly string[];
  readonly lines: readonly number[];
  readonly isTaken: boolean;
};

/** What a slip looks up, for whoever holds it. */
export function slipPage(frame: Frame, slip: SlipShown): Html {
  const { language, query, path } = frame;
  const { seen, state, letters, lines } = slip;
  const words = desk[language];
  const isOpen = state === "open" || state === "filled";
  return deskDocument(
    frame,
    html`<h1><span class="kind">${words.slip}: no. ${slip.number}</span> ${slip.words}</h1>
      <p class="mark">${words.state[state]}</p>
      ${lettersPart(letters, lines, words)}
      ${isOpen ? html`<form method="post" action="${path}/met${query}"><input type="hidden" name="seen" value="${seen}" /><button>${words.met}</button></form>` : ""}
      ${isOpen && slip.isTaken ? html`<form method="post" action="${path}/unmet${query}"><input type="hidden" name="seen" value="${seen}" /><button class="second">${words.unmet}</button></form>` : ""}
      <p><a href="${path}${query}">${words.again}</a></p>`,
  );
}

function lettersPart(letters: readonly string[], lines: readonly number[], words: DeskWords): Html {
  if (letters.length === 0) return html`<p>${words.noLetters}</p>`;
  return html`<h2>${words.letters}</h2>${letters.map((each) => html`<blockquote>${each}</blockquote>`)}
    ${lines.length === 0 ? "" : html`<p>${words.lines} <b>${lines.join(", ")}</b></p>`}`;
}

function deskDocument({ nodeName, language, query, path, back }: Frame, body: Html): Html {
  const other = language === "en" ? "es" : "en";
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${desk[language].title}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/card/card.css" />
    <script type="module" src="/assets/card/browser/desk.ts"></script>
  </head>
  <body class="desk">
    <header><a href="${back}">${nodeName}</a><a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${desk[language].otherLanguage}</a></header>
    <main data-again="${path}${query}">${body}</main>
  </body>
</html>`;
}
