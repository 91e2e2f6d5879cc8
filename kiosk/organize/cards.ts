import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { type CardsWords, cards } from "./words/cards.ts";

export type CardsSaid = keyof CardsWords["said"];

export type ListedBatch = {
  readonly id: number;
  readonly kind: "need" | "gift" | null;
  readonly words: string | null;
  readonly cards: number;
  readonly isActivated: boolean;
  readonly isRevoked: boolean;
  readonly madeBy: string;
  readonly made: string;
};

type Facts = {
  readonly frame: Frame;
  readonly batches: readonly ListedBatch[];
  readonly mayMake: boolean;
  readonly said: CardsSaid | null;
  readonly isRefused: boolean;
};

/** The batches that were made, one more, and a card that somebody brings. */
export function cardsPage(facts: Facts): Html {
  const { frame, batches, mayMake, said, isRefused } = facts;
  const words = cards[frame.language];
  return consolePage({
    frame,
    here: "cards",
    title: words.title,
    body: html`
      ${said === null ? "" : html`<p class="note${isRefused ? " alarm" : ""}" role="status">${words.said[said]}</p>`}
      <p class="soft">${words.lead}</p>
      <h2>${words.lookTitle}</h2>
      <form method="post" action="/organize/cards/desk" class="row"><label>${words.look}<input name="seen" maxlength="120" required autocomplete="off" /></label><button class="second">${words.lookIt}</button></form>
      ${mayMake ? html`<h2>${words.make}</h2>${makeForm(frame.language, words)}` : ""}
      <h2>${words.batches}</h2>
      ${batches.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<ul class="slips">${batches.map((batch) => batchSlip(batch, words))}</ul>`}`,
  });
}

function makeForm(language: Frame["language"], words: CardsWords): Html {
  const choice = (value: string, label: string, isFirst = false) =>
    html`<label class="tick"><input type="radio" name="meaning" value="${value}" ${isFirst ? "checked" : ""} />${label}</label>`;
  return html`<form method="post" action="/organize/cards" class="stack">
    <fieldset><legend>${words.meaning}</legend>
      ${choice("gift", words.gifts, true)}${choice("need", words.needs)}${choice("blank", words.blank)}${choice("post", words.aPost)}</fieldset>
    <label>${words.words}<input name="words" maxlength="120" placeholder="${words.example}" /></label>
    <label>${words.number}<input name="number" inputmode="numeric" maxlength="6" /></label>
    <label>${words.place}<input name="place" maxlength="30" /></label>
    <label>${words.count}<input type="number" name="count" value="20" min="1" max="500" required /></label>
    <label>${words.language}<select name="language"><option value="en" ${language === "en" ? "selected" : ""}>${words.en}</option><option value="es" ${language === "es" ? "selected" : ""}>${words.es}</option></select></label>
    <button>${words.makeThem}</button>
  </form>`;
}

function batchSlip(batch: ListedBatch, words: CardsWords): Html {
  const state = batch.isRevoked ? words.revoked : batch.isActivated ? words.live : words.printedState;
  return html`<li class="slip"><h3><a href="/organize/cards/${batch.id}">${words.batch} ${batch.id}</a> <span class="tag">${state}</span></h3>
    <p>${words.carries[batch.kind ?? "blank"]}${batch.words === null ? "" : html`: ${batch.words}`}</p>
    <p class="soft">${words.cards(batch.cards)} · ${words.madeBy} ${batch.madeBy}, ${batch.made}</p></li>`;
}
