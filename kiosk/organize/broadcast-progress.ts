import { html } from "hono/html";
import type { Frame, Html } from "./layout.ts";
import { broadcasts } from "./words/broadcasts.ts";

type Words = (typeof broadcasts)["en"];
export type TallyName = keyof Words["tally"];
export type ReasonName = keyof Words["reasons"];

/** How far it is: every text is in one of these. */
export type Progress = {
  readonly counts: Readonly<Record<TallyName, number>>;
  readonly reasons: readonly {
    readonly reason: ReasonName;
    readonly code: string | null;
    readonly count: number;
  }[];
  /** Quiet hours hold what waits. */
  readonly heldUntil: string | null;
};

const ORDER = ["waiting", "sent", "delivered", "failed", "dropped"] as const satisfies readonly TallyName[];

/** The part of the page that a live stream replaces; without a script, a reload does. */
export function progressPart(progress: Progress, language: Frame["language"]): Html {
  const words = broadcasts[language];
  const all = ORDER.reduce((sum, name) => sum + progress.counts[name], 0);
  const left = progress.counts.waiting;
  return html`<section data-progress aria-live="polite">
    <h2>${words.progress}</h2>
    <progress max="${all}" value="${all - left}" aria-label="${words.progress}">${all - left} / ${all}</progress>
    <table>
      <tbody>${ORDER.map((name) => html`<tr><th scope="row">${words.tally[name]}</th><td class="number">${progress.counts[name]}</td></tr>`)}</tbody>
    </table>
    ${progress.heldUntil === null ? "" : html`<p>${words.heldUntil} <b>${progress.heldUntil}</b></p>`}
    ${left === 0 ? html`<p>${words.noneLeft}</p>` : ""}
    ${progress.reasons.length === 0 ? "" : html`<ul>${progress.reasons.map(({ reason, code, count }) => html`<li>${count}: ${words.reasons[reason]}${code === null ? "" : html` <span class="soft">(${code})</span>`}</li>`)}</ul>`}
  </section>`;
}
