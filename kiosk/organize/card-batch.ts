import { html } from "hono/html";
import type { CardState } from "#server/domain/card.ts";
import type { CardsSaid, ListedBatch } from "./cards.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { type CardsWords, cards } from "./words/cards.ts";

type BatchCard = {
  readonly id: number;
  readonly serial: string;
  readonly state: CardState;
  readonly number: number | null;
  readonly hands: number;
  readonly replacedBy: string | null;
  readonly move: keyof CardsWords["move"] | null;
  readonly reason: keyof CardsWords["reasons"] | null;
  readonly moved: string | null;
};

export type BatchFacts = {
  readonly frame: Frame;
  readonly batch: ListedBatch;
  readonly list: readonly BatchCard[];
  readonly printers: readonly { readonly name: string; readonly xMm: number; readonly yMm: number }[];
  readonly mayMake: boolean;
  readonly said: CardsSaid | null;
  readonly isRefused: boolean;
};

const REASONS = ["mistake", "could-not-meet", "changed-mind", "other"] as const;

/** One batch: printed, made live, and card by card. */
export function cardBatchPage(facts: BatchFacts): Html {
  const { frame, batch, list, mayMake, said, isRefused } = facts;
  const words = cards[frame.language];
  const isPrintable = mayMake && !batch.isActivated && !batch.isRevoked;
  return consolePage({
    frame,
    here: "cards",
    title: `${words.batch} ${batch.id}`,
    body: html`
      ${said === null ? "" : html`<p class="note${isRefused ? " alarm" : ""}" role="status">${words.said[said]}</p>`}
      <p>${words.carries[batch.kind ?? "blank"]}${batch.words === null ? "" : html`: ${batch.words}`}</p>
      <p class="soft">${words.madeBy} ${batch.madeBy}, ${batch.made} · <a href="/organize/cards">${words.title}</a></p>
      ${isPrintable ? printPart(facts, words) : ""}
      ${isPrintable ? html`<h2>${words.activateTitle}</h2><p class="soft">${words.activateSays}</p><form method="post" action="/organize/cards/${batch.id}/activate"><button>${words.activate}</button></form>` : ""}
      <h2>${words.cardsTitle}</h2>
      <p>${countsOf(list, words)}</p>
      <ul class="slips">${list.map((card) => cardSlip(card, facts, words))}</ul>
      ${mayMake && !batch.isRevoked ? html`<details class="more"><summary>${words.revoke}</summary><p>${words.revokeSays}</p><form method="post" action="/organize/cards/${batch.id}/revoke"><button class="danger">${words.revoke}</button></form></details>` : ""}`,
  });
}

function printPart({ batch, printers }: BatchFacts, words: CardsWords): Html {
  const [first] = printers;
  const stocks = ["avery-5371", "c32011-10", "plain-letter", "plain-a4"] as const;
  return html`<h2>${words.printTitle}</h2><p class="soft">${words.printSays}</p>
    <form method="post" action="/organize/cards/${batch.id}/print" class="stack">
      <label>${words.stock}<select name="stock">${stocks.map((stock) => html`<option value="${stock}">${words.stocks[stock]}</option>`)}</select></label>
      <label>${words.printer} <small>${words.printerSays}</small><input name="printer" list="printers" maxlength="40" value="${first?.name ?? ""}" /></label>
      <datalist id="printers">${printers.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
      ${printers.length === 0 ? "" : html`<p class="soft">${printers.map(({ name, xMm, yMm }) => `${name}: ${xMm}, ${yMm} mm`).join(" · ")}</p>`}
      <div class="row"><label>${words.x}<input type="number" name="x" step="0.1" min="-20" max="20" value="${first?.xMm ?? 0}" /></label>
        <label>${words.y}<input type="number" name="y" step="0.1" min="-20" max="20" value="${first?.yMm ?? 0}" /></label></div>
      <label class="tick"><input type="checkbox" name="back" value="yes" checked />${words.back}</label>
      <div class="row"><button name="as" value="pdf">${words.pdf}</button><button class="second" name="as" value="page">${words.page}</button></div>
    </form>
    <p><a href="/organize/cards/${batch.id}/codes.csv">${words.csv}</a> <small>${words.csvSays}</small></p>`;
}

function countsOf(list: readonly BatchCard[], words: CardsWords): string {
  const counts = Map.groupBy(list, ({ state }) => state);
  return [...counts].map(([state, cards]) => `${cards.length} ${words.state[state]}`).join(" · ");
}

function cardSlip(card: BatchCard, { batch, mayMake }: BatchFacts, words: CardsWords): Html {
  const at = `/organize/cards/${batch.id}/cards/${card.id}`;
  const mayReopen = mayMake && ["claimed", "fulfilled", "expired"].includes(card.state);
  const mayReplace = mayMake && !["printed", "fulfilled", "void"].includes(card.state);
  return html`<li class="slip" id="card-${card.id}"><h3>${card.serial} <span class="tag">${words.state[card.state]}</span></h3>
    <p class="soft">${[
      card.number === null ? "" : `no. ${card.number}`,
      card.hands === 0 ? "" : `${card.hands} ${words.hands}`,
      card.replacedBy === null ? "" : `${words.replacedBy} ${card.replacedBy}`,
      card.move === null
        ? ""
        : `${words.last}: ${words.move[card.move]}${card.reason === null ? "" : ` (${words.reasons[card.reason]})`}, ${card.moved}`,
    ]
      .filter(Boolean)
      .join(" · ")}</p>
    ${mayReopen ? html`<form method="post" action="${at}/back" class="row"><select name="reason" aria-label="${words.reopen}: ${card.serial}">${REASONS.map((reason) => html`<option value="${reason}">${words.reasons[reason]}</option>`)}</select><button class="second">${words.reopen}</button></form>` : ""}
    ${mayReplace ? html`<details><summary>${words.lost}</summary><p>${words.lostSays}</p><form method="post" action="${at}/lost"><button class="danger" aria-label="${words.lost}: ${card.serial}">${words.lost}</button></form></details>` : ""}</li>`;
}
