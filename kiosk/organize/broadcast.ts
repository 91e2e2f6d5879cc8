import { html } from "hono/html";
import type { TextPreview } from "#sms/broadcast.ts";
import { type Progress, progressPart } from "./broadcast-progress.ts";
import { drawnText } from "./drawn-text.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { type BroadcastRefusal, broadcasts } from "./words/broadcasts.ts";

export type BroadcastFacts = {
  readonly frame: Frame;
  readonly id: number;
  readonly preview: TextPreview;
  readonly audience: string;
  readonly people: number;
  readonly segments: number;
  /** As money; null where no price is set. */
  readonly price: string | null;
  readonly takes: string;
  readonly state: "draft" | "waiting" | "released" | "sending" | "paused" | "stopped" | "done";
  readonly createdBy: string;
  readonly releasedBy: string | null;
  readonly goesAt: string | null;
  /** Twenty seconds after its release. */
  readonly goesAtOnce: boolean;
  /** About safety. */
  readonly urgent: boolean;
  /** While it waits: how many were asked by text to release it. */
  readonly asked: number | null;
  /** Left to undo it, where that is soon. */
  readonly undoSeconds: number | null;
  readonly notAfter: string | null;
  readonly isOwn: boolean;
  readonly mayRelease: boolean;
  readonly halted: boolean;
  readonly progress: Progress | null;
  readonly said: BroadcastRefusal | "tested" | null;
};

/** One broadcast from its draft to its last text. */
export function broadcastPage(facts: BroadcastFacts): Html {
  const { frame, id, said } = facts;
  const words = broadcasts[frame.language];
  return consolePage({
    frame,
    here: "broadcasts",
    styles: ["organize/broadcast.css"],
    title: `${words.one} ${id}`,
    scripts: ["organize/browser/progress.ts"],
    body: html`
      ${said === null ? "" : html`<p class="${said === "tested" ? "note" : "refusal"}" role="status">${said === "tested" ? words.tested : words.refusals[said]}</p>`}
      ${facts.halted ? html`<p class="refusal" role="alert">${words.halted}</p>` : ""}
      <div class="compose" data-events="/organize/broadcasts/${id}/events?state=${facts.state}">
        <div class="stack">
          ${planPart(facts)}
          ${buttonsPart(facts)}
          ${facts.progress === null ? "" : progressPart(facts.progress, frame.language)}
        </div>
        ${drawnText(facts.preview, frame.language)}
      </div>`,
  });
}

function planPart(facts: BroadcastFacts): Html {
  const words = broadcasts[facts.frame.language];
  return html`
    <p><span class="tag">${words.state[facts.state]}</span> ${words.by} ${facts.createdBy}${facts.releasedBy === null ? "" : html`, ${words.releasedBy} ${facts.releasedBy}`}</p>
    <p>${words.to} <b>${facts.audience}</b></p>
    ${facts.urgent ? html`<p class="note"><b>${words.urgentNote}</b></p>` : ""}
    <ul class="slips figures plan">
      <li class="slip"><b class="big">${facts.people}</b> ${words.people}</li>
      <li class="slip"><b class="big">${facts.segments}</b> ${words.all}</li>
      <li class="slip"><b class="big">${facts.price ?? "–"}</b> ${facts.price === null ? words.noPrice : words.cost}</li>
      <li class="slip"><b class="big">${facts.takes}</b> ${words.takes}</li>
    </ul>
    ${facts.notAfter === null ? "" : html`<p>${words.end} <b>${facts.notAfter}</b></p>`}
    ${facts.goesAt === null ? "" : html`<p>${words.goesAt} <b>${facts.goesAt}</b></p>`}
    ${facts.goesAtOnce ? html`<p>${words.atOnce}</p>` : ""}
    ${facts.asked === 0 ? html`<p class="refusal">${words.noneAsked}</p>` : ""}`;
}

function buttonsPart(facts: BroadcastFacts): Html {
  const words = broadcasts[facts.frame.language];
  const { id, state } = facts;
  const act = (name: string, label: string, kind = "") =>
    html`<form method="post" action="/organize/broadcasts/${id}/${name}"><button class="${kind}">${label}</button></form>`;
  const correct = html`<a class="button second" href="/organize/broadcasts/new?corrects=${id}">${words.correct}</a>`;
  switch (state) {
    case "draft":
      return html`<div class="row">${facts.isOwn ? act("submit", words.submit) : ""}<a class="button second" href="/organize/broadcasts/${id}/edit">${words.edit}</a>${act("test", words.test, "second")}${act("stop", words.stop, "danger")}</div>`;
    case "waiting":
      return html`<p class="note">${facts.isOwn ? words.yourOwn : words.waiting}</p>
        <div class="row">${facts.mayRelease ? act("release", words.release) : ""}${act("test", words.test, "second")}${act("stop", words.stop, "danger")}</div>`;
    case "released":
      return html`${facts.undoSeconds === null ? "" : html`<p class="note" data-countdown hidden><b>${facts.undoSeconds}</b> ${words.secondsLeft}</p>`}
        <div class="row">${act("stop", words.undo, "danger")}</div>`;
    case "sending":
      return html`<div class="row">${act("pause", words.pause, "second")}${act("stop", words.stop, "danger")}${correct}</div>`;
    case "paused":
      return html`<div class="row">${act("resume", words.resume)}${act("stop", words.stop, "danger")}${correct}</div>`;
    case "stopped":
    case "done":
      return html`<div class="row">${correct}</div>`;
    default:
      return state satisfies never;
  }
}
