import { html } from "hono/html";
import type { GroupForm } from "#server/domain/group-form.ts";
import { type Faults, fieldsOf } from "./fields.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { groupForm } from "./words/groups.ts";

type Facts = {
  readonly frame: Frame;
  /** Null for a new group. */
  readonly id: number | null;
  readonly form: GroupForm;
  readonly faults: Faults;
};

/** A new group, or an old one changed; what was typed stays. */
export function groupFormPage({ frame, id, form, faults }: Facts): Html {
  const words = groupForm[frame.language];
  const { text, area, days } = fieldsOf(frame.language, faults);
  return consolePage({
    frame,
    here: "groups",
    title: id === null ? words.make : words.edit,
    body: html`
      ${faults.length === 0 ? "" : html`<p class="refusal" role="alert">${words.mend}</p>`}
      <form method="post" action="/organize/groups${id === null ? "" : `/${id}`}" class="stack" novalidate>
        ${text({ label: words.name, name: "name", value: form.name, most: 30, needed: true })}
        ${area({ label: words.about, name: "about", value: form.about, most: 200 })}
        ${text({ label: words.interests, hint: words.interestsHint, name: "interests", value: form.interests, most: 200 })}
        ${text({ label: words.place, name: "place", value: form.place, most: 40 })}
        ${text({ label: words.contact, hint: words.contactHint, name: "contact", value: form.contact, most: 40 })}
        <label class="tick"><input type="checkbox" name="open" value="yes" ${form.open ? "checked" : ""} />${words.open}</label>
        ${days(words.meets, form.days)}
        <div class="pair">
          ${text({ label: words.time, name: "time", value: form.time, type: "time" })}
          ${text({ label: words.minutes, name: "minutes", value: form.minutes, type: "number" })}
        </div>
        ${id === null ? "" : html`<p class="soft">${words.told}</p>`}
        <button>${words.save}</button>
      </form>`,
  });
}
