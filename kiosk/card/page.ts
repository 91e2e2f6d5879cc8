import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { CardState } from "#server/domain/card.ts";
import type { Language } from "#server/domain/language.ts";
import { desk } from "./desk-words.ts";
import { activeForm, backForms, blankForm } from "./forms.ts";
import { type CardWords, card } from "./words.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What happened by the button that was just pressed. */
export type Said =
  | { readonly what: "taken" | "helping" | "filled"; readonly slip: string; readonly line: number | null }
  | {
      readonly what:
        | "isDone"
        | "isHalf"
        | "isBack"
        | "isPassed"
        | "notYours"
        | "noThing"
        | "noSlip"
        | "notNow";
    };

export type CardFacts = {
  readonly nodeName: string;
  readonly language: Language;
  /** The camp's number as people read it; null where texts do not come by a number. */
  readonly number: string | null;
  /** Where its buttons lead. */
  readonly path: string;
  /** Where to look again, or at another one. */
  readonly again: string;
  /** What was scanned or typed, for a page that has it in no address. */
  readonly seen: string | null;
  /** The language that was chosen, kept from button to button. */
  readonly query: string;
  /** Of this page's buttons: pressed twice they count once. */
  readonly nonce: string;
  readonly state: CardState;
  readonly isReplaced: boolean;
  readonly kind: "need" | "gift" | null;
  readonly words: string | null;
  readonly place: string | null;
  readonly until: string | null;
  readonly left: number | null;
  readonly takenAt: string | null;
  readonly hands: number;
  readonly near: string | null;
  readonly said: Said | null;
  /** At a helper's desk: whom the tent knows, to act for; null where people act for themselves, with a slip. */
  readonly people: readonly { readonly id: number; readonly handle: string }[] | null;
};

/** A card opened from its picture: works without JavaScript on the smallest screen, and looking at it changes nothing. */
export function cardPage(facts: CardFacts): Html {
  const { language, nodeName, said, number, query } = facts;
  const words = card[language];
  const other = language === "en" ? "es" : "en";
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/card/card.css" />
    ${facts.seen === null ? "" : html`<script type="module" src="/assets/card/browser/desk.ts"></script>`}
  </head>
  <body class="${facts.seen === null ? "" : "desk"}">
    <header><p>${nodeName}</p><a href="${facts.again}?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></header>
    <main data-again="${facts.again}${query}">
      ${said ? saidPart(said, words, facts.again + query) : ""}
      ${said && "slip" in said ? carried(facts, words) : bodyOf(facts, words)}
      ${facts.seen === null ? "" : html`<p class="said" role="alert" data-away hidden>${desk[language].away}</p>`}
    </main>
    <footer>${number === null ? "" : html`<p>${words.byText(number)}</p>`}<p>${words.tent}</p></footer>
  </body>
</html>`;
}

function saidPart(said: Said, words: CardWords, path: string): Html {
  if (!("slip" in said)) return html`<p class="said" role="status">${words[said.what]}</p>`;
  const heading = { taken: words.youTook, helping: words.youHelp, filled: words.filled }[said.what];
  return html`<section class="said" role="status"><h1>${heading}</h1>
    ${said.what === "filled" ? "" : html`<p>${words.meet} ${said.line === null ? "" : words.line(said.line)}</p>`}
    <h2>${words.slip}</h2><p class="digits">${said.slip}</p><p>${words.slipSays}</p>
    <p><a href="${path}">${words.again}</a></p></section>`;
}

function bodyOf(facts: CardFacts, words: CardWords): Html {
  switch (facts.state) {
    case "blank":
      return html`<h1>${words.blank}</h1><p>${words.blankSays}</p>${blankForm(facts, words)}`;
    case "active":
      return html`${carried(facts, words)}${activeForm(facts, words)}`;
    case "claimed":
      return html`${carried(facts, words)}
        <p class="mark">${words.claimed[facts.kind ?? "gift"](facts.takenAt ?? "")}</p>
        ${nearPart(facts, words)}<p>${facts.people === null ? words.claimedSays : ""}</p>${backForms(facts, words)}`;
    case "fulfilled":
    case "expired":
      return html`<h1>${words[facts.state]}</h1><p>${facts.state === "fulfilled" ? words.fulfilledSays : words.expiredSays}</p>${nearPart(facts, words)}`;
    case "printed":
    case "void":
      return html`<h1>${words.void}</h1><p>${facts.isReplaced ? words.replaced : words.voidSays}</p>`;
    default:
      return facts.state satisfies never;
  }
}

function carried({ kind, words: said, place, until, left, hands }: CardFacts, words: CardWords): Html {
  const tail = [
    left !== null && left > 1 ? `${left} ${words.left}` : "",
    until === null ? "" : `${words.until} ${until}`,
    place === null ? "" : `${words.ask} ${place}`,
    hands > 0 ? words.hands(hands) : "",
  ].filter(Boolean);
  return html`<h1><span class="kind ${kind ?? ""}">${kind === "need" ? words.need : words.gift}</span> ${said}</h1>
    ${tail.map((each) => html`<p class="soft">${each}</p>`)}`;
}

function nearPart({ near }: CardFacts, words: CardWords): Html {
  return near === null ? html`` : html`<p>${words.near} <b>${near}</b></p>`;
}
