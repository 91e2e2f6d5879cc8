import { html } from "hono/html";
import type { Faulty } from "#server/domain/form-fault.ts";
import type { Language } from "#server/domain/language.ts";
import type { Weekday } from "#server/domain/recurrence.ts";
import type { Html } from "./layout.ts";
import { weekdays } from "./words/days.ts";
import { faults as words } from "./words/faults.ts";

export type Faults = readonly Faulty<string>[];

type Field = {
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: string;
  readonly type?: "text" | "date" | "time" | "number";
  readonly most?: number;
  readonly needed?: boolean;
};

/** Draws the fields of a form: what is wrong stands under the field, and the field is named to be so. */
export function fieldsOf(language: Language, faults: Faults) {
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.fault;
  const below = (name: string): Html => {
    const fault = faultOf(name);
    return fault ? html`<p class="fault" id="${name}-fault">${words[language][fault]}</p>` : html``;
  };
  const marks = (name: string): Html =>
    faultOf(name) ? html`aria-invalid="true" aria-describedby="${name}-fault"` : html``;
  return {
    below,
    text: ({ label, hint, name, value, type = "text", most, needed = false }: Field): Html => html`<div>
      <label>${label}${hint === undefined ? "" : html` <small>${hint}</small>`}<input type="${type}" name="${name}" value="${value}" ${most === undefined ? "" : html`maxlength="${most}"`} ${needed ? "required" : ""} ${type === "number" ? html`min="0" inputmode="numeric"` : ""} ${marks(name)} /></label>${below(name)}</div>`,
    area: ({ label, hint, name, value, most }: Field): Html => html`<div>
      <label>${label}${hint === undefined ? "" : html` <small>${hint}</small>`}<textarea name="${name}" rows="3" maxlength="${most ?? 300}" ${marks(name)}>${value}</textarea></label>${below(name)}</div>`,
    days: (legend: string, chosen: readonly Weekday[]): Html => html`<fieldset class="days" ${marks("days")}>
      <legend>${legend}</legend>
      ${weekdays(language).map(({ day, name }) => html`<label class="tick"><input type="checkbox" name="days" value="${day}" ${chosen.includes(day) ? "checked" : ""} />${name}</label>`)}
      ${below("days")}</fieldset>`,
  };
}
