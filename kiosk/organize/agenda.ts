import { html } from "hono/html";
import type { AgendaSum, ItemState } from "#server/domain/agenda.ts";
import { offeredList } from "./agenda-offered.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { agenda } from "./words/agenda.ts";
import { formatName } from "./words/days.ts";

export type AgendaItem = {
  readonly id: number;
  readonly words: string;
  readonly state: ItemState;
  readonly minutes: number | null;
  readonly intoId: number | null;
  readonly group: string | null;
  readonly isOffered: boolean;
};
export type AgendaSaid = "saved" | "answeredBefore" | "badChoice" | null;

export type AgendaFacts = {
  readonly frame: Frame;
  readonly gathering: {
    readonly id: number;
    readonly title: string;
    readonly format: string;
    readonly place: string;
    readonly notes: string;
    readonly when: string;
    readonly group: string | null;
    readonly cancelled: boolean;
    readonly repeats: boolean;
    readonly known: number;
  };
  readonly items: readonly AgendaItem[];
  readonly sum: AgendaSum;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  /** Other gatherings to come, for an item to go to. */
  readonly others: readonly { readonly id: number; readonly name: string }[];
  readonly mayEdit: boolean;
  readonly said: AgendaSaid;
};

/** One gathering and its agenda: where the facilitation table sits. */
export function agendaPage(facts: AgendaFacts): Html {
  const { frame, gathering, mayEdit, said } = facts;
  const words = agenda[frame.language];
  const path = `/organize/gatherings/${gathering.id}`;
  return consolePage({
    frame,
    here: "gatherings",
    title: gathering.title,
    body: html`
      ${said === null ? "" : html`<p class="${said === "saved" ? "note" : "refusal"}" role="status">${words[said]}</p>`}
      ${gathering.cancelled ? html`<p class="refusal">${words.cancelled}</p>` : ""}
      <p><span class="tag">${formatName(frame.language, gathering.format)}</span> <span class="soft">${words.known} ${gathering.known}</span></p>
      <dl class="facts">
        <div><dt>${words.when}</dt><dd>${gathering.when}</dd></div>
        <div><dt>${words.where}</dt><dd>${gathering.place}</dd></div>
        ${gathering.group === null ? "" : html`<div><dt>${words.group}</dt><dd>${gathering.group}</dd></div>`}
        ${gathering.notes === "" ? "" : html`<div><dt>${words.notes}</dt><dd>${gathering.notes}</dd></div>`}
      </dl>
      <p class="row">${mayEdit && !gathering.cancelled ? html`<a class="button" href="${path}/edit">${words.edit}</a>` : ""} <a href="${path}/print">${words.print}</a></p>
      <h2>${words.title}</h2>
      ${acceptedList(facts)}
      ${mayEdit ? addForm(facts) : ""}
      ${offeredList(facts)}
      ${answeredList(facts)}
      ${mayEdit ? endForms(facts) : ""}`,
  });
}

function acceptedList({ frame, gathering, items, sum, others, mayEdit }: AgendaFacts): Html {
  const words = agenda[frame.language];
  const accepted = items.filter(({ state }) => state === "accepted");
  if (accepted.length === 0) return html`<p class="soft">${words.empty}</p>`;
  const last = accepted.length - 1;
  return html`
    <p class="${sum.planned > sum.length ? "refusal" : "soft"}">${words.planned} ${sum.planned} ${words.min}. ${words.length} ${sum.length} ${words.min}. ${sum.planned > sum.length ? words.over : ""} ${sum.open > 0 ? html`${words.unknown} ${sum.open}.` : ""}</p>
    ${mayEdit && accepted.some(({ isOffered }) => isOffered) ? html`<p class="soft">${words.offLead}</p>` : ""}
    <ol class="agenda">${accepted.map((item, at) => {
      const path = `/organize/gatherings/${gathering.id}/items/${item.id}/order`;
      return html`<li class="slip">
        <p><b>${at + 1}. ${item.words}</b> ${item.isOffered ? "" : html`<span class="tag">${words.own}</span>`} ${mayEdit || item.minutes === null ? "" : html`<span class="soft">${item.minutes} ${words.min}</span>`}</p>
        ${
          mayEdit
            ? html`<form method="post" action="${path}" class="row">
                <label class="minutes">${words.minutes}<input type="number" name="minutes" min="1" max="720" value="${item.minutes ?? ""}" /></label>
                <button class="second" name="step" value="minutes" aria-label="${words.keep}: ${item.words}">${words.keep}</button>
                ${at > 0 ? html`<button class="second" name="step" value="up" aria-label="${words.up}: ${item.words}">${words.up}</button>` : ""}
                ${at < last ? html`<button class="second" name="step" value="down" aria-label="${words.down}: ${item.words}">${words.down}</button>` : ""}
                <button class="danger" name="step" value="${item.isOffered ? "back" : "drop"}" aria-label="${words.drop}: ${item.words}">${words.drop}</button>
              </form>${moveForm(frame, path, item, others)}`
            : ""
        }</li>`;
    })}</ol>`;
}

function moveForm({ language }: Frame, path: string, item: AgendaItem, others: AgendaFacts["others"]): Html {
  const words = agenda[language];
  if (others.length === 0) return html``;
  return html`<form method="post" action="${path}" class="row">
    <label>${words.moveTo}<select name="to">${others.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></label>
    <button class="second" name="step" value="move" aria-label="${words.move}: ${item.words}">${words.move}</button></form>`;
}

function addForm({ frame, gathering }: AgendaFacts): Html {
  const words = agenda[frame.language];
  return html`<h3>${words.add}</h3>
    <form method="post" action="/organize/gatherings/${gathering.id}/items" class="stack">
      <div class="pair"><label>${words.words}<input name="words" maxlength="160" required /></label>
      <label>${words.minutes}<input type="number" name="minutes" min="1" max="720" /></label></div>
      <button>${words.addIt}</button>
    </form>`;
}

function answeredList({ frame, items }: AgendaFacts): Html {
  const words = agenda[frame.language];
  const answered = items.filter(
    ({ state }) => state === "merged" || state === "sent" || state === "declined",
  );
  if (answered.length === 0) return html``;
  const fate = ({ state, intoId, group }: AgendaItem) => {
    if (state === "merged") return `${words.merged}: ${items.find(({ id }) => id === intoId)?.words ?? "–"}`;
    return state === "sent" ? `${words.sent}: ${group ?? "–"}` : words.declined;
  };
  return html`<h2>${words.answered}</h2>
    <ul class="lines">${answered.map((item) => html`<li>${item.words} <span class="tag">${fate(item)}</span></li>`)}</ul>`;
}

function endForms({ frame, gathering }: AgendaFacts): Html {
  const words = agenda[frame.language];
  const form = (step: string, label: string) =>
    html`<form method="post" action="/organize/gatherings/${gathering.id}/cancel"><button class="danger" name="step" value="${step}">${label}</button></form>`;
  if (gathering.cancelled) return html`<div class="apart">${form("restore", words.restore)}</div>`;
  return html`<details class="apart"><summary>${words.cancel}</summary><p>${words.cancelLead}</p>${form("cancel", words.cancel)}</details>
    ${gathering.repeats ? html`<details class="apart"><summary>${words.series}</summary><p>${words.seriesLead}</p>${form("series", words.series)}</details>` : ""}`;
}
