import { html } from "hono/html";
import type { GatheringForm } from "#server/domain/gathering-form.ts";
import { type Faults, fieldsOf } from "./fields.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { formats } from "./words/days.ts";
import { gatheringForm } from "./words/gatherings.ts";

type Facts = {
  readonly frame: Frame;
  /** Null for a new gathering. */
  readonly id: number | null;
  readonly form: GatheringForm;
  readonly faults: Faults;
  /** The groups that may be chosen; `camp`: whether it may be of the whole camp. */
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly camp: boolean;
  /** Which dates the edit is about; null for what is no date of a series. */
  readonly scope: "one" | "all" | null;
};

const REPEATS = ["none", "daily", "weekly"] as const;

/** A new gathering, or an old one changed; what was typed stays. */
export function gatheringFormPage(facts: Facts): Html {
  const { frame, id, form, faults } = facts;
  const words = gatheringForm[frame.language];
  const { text, area } = fieldsOf(frame.language, faults);
  return consolePage({
    frame,
    here: "gatherings",
    title: id === null ? words.make : words.edit,
    body: html`
      ${faults.length === 0 ? "" : html`<p class="refusal" role="alert">${words.mend}</p>`}
      <form method="post" action="/organize/gatherings${id === null ? "" : `/${id}`}" class="stack" novalidate>
        ${scopeField(facts)}
        <div class="pair">
          ${text({ label: words.name, name: "title", value: form.title, most: 40, needed: true })}
          ${formatField(facts)}
        </div>
        ${text({ label: words.place, name: "place", value: form.place, most: 40, needed: true })}
        <div class="pair three">
          ${text({ label: words.day, name: "day", value: form.day, type: "date", needed: true })}
          ${text({ label: words.start, name: "start", value: form.start, type: "time", needed: true })}
          ${text({ label: words.end, name: "end", value: form.end, type: "time", needed: true })}
        </div>
        <p class="soft">${words.endHint}</p>
        ${area({ label: words.notes, name: "notes", value: form.notes, most: 300 })}
        ${groupFields(facts)}
        ${repeatFields(facts)}
        ${id === null ? "" : html`<p class="soft">${words.told}</p>`}
        <button>${words.save}</button>
      </form>`,
  });
}

function scopeField({ frame, scope }: Facts): Html {
  const words = gatheringForm[frame.language];
  if (scope === null) return html``;
  return html`<fieldset><legend>${words.scope}</legend>${(["one", "all"] as const).map(
    (each) =>
      html`<label class="tick"><input type="radio" name="scope" value="${each}" ${each === scope ? "checked" : ""} />${words[each]}</label>`,
  )}</fieldset>`;
}

function formatField({ frame, form, faults }: Facts): Html {
  const words = gatheringForm[frame.language];
  const { below } = fieldsOf(frame.language, faults);
  return html`<div><label>${words.format}<select name="format">${formats(frame.language).map(
    ({ format, name }) =>
      html`<option value="${format}" ${format === form.format ? "selected" : ""}>${name}</option>`,
  )}</select></label>${below("format")}</div>`;
}

function groupFields({ frame, form, faults, groups, camp }: Facts): Html {
  const words = gatheringForm[frame.language];
  const { below } = fieldsOf(frame.language, faults);
  const option = (value: string, name: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen ? "selected" : ""}>${name}</option>`;
  return html`<div class="pair">
    <div><label>${words.group}<select name="group">${camp ? option("", words.noGroup, form.groupId === null) : ""}${groups.map((each) => option(String(each.id), each.name, each.id === form.groupId))}</select></label>${below("group")}</div>
    <label>${words.for}<select name="open">${option("yes", words.open, form.open)}${option("no", words.own, !form.open)}</select></label>
  </div>`;
}

/** A date that stands alone within a series keeps the rule of the series: it is shown, and counts for all of them. */
function repeatFields({ frame, form, faults }: Facts): Html {
  const words = gatheringForm[frame.language];
  const { text, days } = fieldsOf(frame.language, faults);
  return html`<div class="pair">
      <label>${words.repeat}<select name="repeat">${REPEATS.map((each) => html`<option value="${each}" ${each === form.repeat ? "selected" : ""}>${words[each]}</option>`)}</select></label>
      ${text({ label: words.until, name: "until", value: form.until, type: "date" })}
    </div>
    ${days(words.days, form.days)}`;
}
