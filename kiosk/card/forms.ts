import { html } from "hono/html";
import type { CardFacts, Html } from "./page.ts";
import type { CardWords } from "./words.ts";

/** Take it, or pass it on. */
export function activeForm(facts: CardFacts, words: CardWords): Html {
  const { path, query, nonce, kind, left } = facts;
  return html`<form method="post" action="${path}/claim${query}">${seenField(facts)}
      <input type="hidden" name="nonce" value="${nonce}" />
      ${left !== null && left > 1 ? html`<label>${words.howMany}<input type="number" name="pieces" min="1" max="${left}" value="${left}" inputmode="numeric" /></label>` : ""}
      ${nameFields(facts, words)}
      <button>${kind === "need" ? words.help : words.take}</button>
    </form>
    <form method="post" action="${path}/passed${query}">${seenField(facts)}<button class="second">${words.passed}</button></form>`;
}

export function blankForm(facts: CardFacts, words: CardWords): Html {
  const { path, query } = facts;
  return html`<form method="post" action="${path}/fill${query}">${seenField(facts)}
      <fieldset><legend>${words.kind}</legend>
        <label class="tick"><input type="radio" name="kind" value="need" required /> ${words.isNeed}</label>
        <label class="tick"><input type="radio" name="kind" value="gift" required /> ${words.isGift}</label></fieldset>
      <label>${words.what}<input name="words" maxlength="120" required placeholder="${words.example}" autocomplete="off" /></label>
      ${nameFields(facts, words)}
      <button>${words.fill}</button>
    </form>`;
}

const REASONS = ["could-not-meet", "changed-mind", "mistake", "other"] as const;

/** It was given, or it goes back, with the reason. */
export function backForms(facts: CardFacts, words: CardWords): Html {
  const { path, query } = facts;
  return html`<form method="post" action="${path}/done${query}">${seenField(facts)}${slipField(facts, words)}<button>${words.given}</button></form>
    <form method="post" action="${path}/back${query}">${seenField(facts)}${slipField(facts, words)}
      <label>${words.why}<select name="reason">${REASONS.map((reason) => html`<option value="${reason}">${words[reason]}</option>`)}</select></label>
      <button class="second">${words.back}</button>
    </form>`;
}

function seenField({ seen }: CardFacts): Html {
  return seen === null ? html`` : html`<input type="hidden" name="seen" value="${seen}" />`;
}

/** A name of one's own; at a helper's desk also somebody whom the tent knows. */
function nameFields({ people }: CardFacts, words: CardWords): Html {
  const own = html`<label>${words.callMe}<input name="handle" maxlength="15" autocomplete="off" /></label>`;
  if (people === null || people.length === 0) return own;
  return html`<label>${words.forWhom}<select name="person"><option value="">${words.somebodyNew}</option>${people.map(({ id, handle }) => html`<option value="${id}">${handle}</option>`)}</select></label>${own}`;
}

/** Who took it has a slip; whoever else sees the card can undo nothing. */
function slipField({ people }: CardFacts, words: CardWords): Html {
  if (people !== null) return html``;
  return html`<label>${words.yourSlip}<input name="slip" inputmode="numeric" maxlength="20" required autocomplete="off" /></label>`;
}
