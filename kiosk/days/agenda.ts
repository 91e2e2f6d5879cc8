import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { type DaysWords, days } from "./words.ts";

export type AgendaFacts = {
  readonly frame: Frame;
  /** Null while none is planned. */
  readonly assembly: { readonly title: string; readonly when: string; readonly place: string } | null;
  readonly items: readonly { readonly words: string; readonly minutes: number | null }[];
};

/** What the next assembly talks about, in its order, and a way to offer more. */
export function agendaPage({ frame, assembly, items }: AgendaFacts): Html {
  const words = days[frame.language];
  return screen({
    frame,
    name: "agenda",
    title: words.agenda,
    back: "/kiosk/days",
    body: html`<div class="agenda">
      <div class="head">
        <div>${assembly === null ? html`<p>${words.noAssembly}</p>` : html`<p class="fact">${icon("any")} <b>${assembly.when}</b></p><p class="fact">${icon("pin")} <b>${assembly.place}</b></p>`}</div>
        <a class="go" href="${at(frame, "/kiosk/days/offer")}">${icon("plus")} ${words.offer}</a>
      </div>
      ${assembly === null ? "" : listOf(items, words)}</div>`,
  });
}

function listOf(items: AgendaFacts["items"], words: DaysWords): Html {
  if (items.length === 0) return html`<p class="soft">${words.agendaEmpty}</p>`;
  return html`<ol class="items">${items.map(
    ({ words: said, minutes }) =>
      html`<li><span>${said}</span>${minutes === null ? "" : html`<b class="nowrap">${words.minutes(minutes)}</b>`}</li>`,
  )}</ol>`;
}
