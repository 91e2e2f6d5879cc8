import { html } from "hono/html";
import type { TextPreview } from "#sms/broadcast.ts";
import { drawnText } from "./drawn-text.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { type BroadcastRefusal, broadcasts } from "./words/broadcasts.ts";

type Named = { readonly id: number; readonly name: string };
type Choice = Named & { readonly people: number | null };

/** What stands in the form, as it was typed. */
export type Typed = {
  readonly words: string;
  /** "news", "groups", "told:7" or "same:12". */
  readonly audience: string;
  /** The ids of the ticked ones. */
  readonly groups: readonly string[];
  readonly language: string;
  readonly gathering: string;
  readonly start: string;
  readonly end: string;
  readonly urgent: boolean;
};

type Facts = {
  readonly frame: Frame;
  /** Null: a new one. */
  readonly id: number | null;
  readonly typed: Typed;
  readonly preview: TextPreview;
  readonly everyone: number | null;
  readonly groups: readonly Choice[];
  readonly gatherings: readonly Named[];
  readonly corrects: number | null;
  readonly refusal: BroadcastRefusal | null;
};

/** Write one text to many: the words, who gets them, and when. */
export function broadcastForm(facts: Facts): Html {
  const { frame, id, typed, preview, refusal } = facts;
  const words = broadcasts[frame.language];
  return consolePage({
    frame,
    here: "broadcasts",
    styles: ["organize/broadcast.css"],
    title: words.write,
    scripts: ["organize/browser/preview.ts"],
    body: html`
      ${refusal === null ? "" : html`<p class="refusal" role="alert">${words.refusals[refusal]}</p>`}
      <form method="post" action="/organize/broadcasts${id === null ? "" : `/${id}`}" class="compose" data-compose>
        <div class="stack">
          <label>${words.words} <small>${words.wordsHint}</small><textarea name="words" rows="5" maxlength="900" required data-words>${typed.words}</textarea></label>
          <p class="row"><button class="second" name="fix" value="yes" formnovalidate>${words.fix}</button></p>
          ${audienceFields(facts)}
          ${timeFields(facts)}
          <button>${words.save}</button>
        </div>
        ${drawnText(preview, frame.language)}
      </form>`,
  });
}

function audienceFields({ frame, typed, everyone, groups, gatherings, corrects }: Facts): Html {
  const words = broadcasts[frame.language];
  const named = (label: string, people: number | null) =>
    html`<span>${label} ${people === null ? "" : html`<span class="soft">(${people})</span>`}</span>`;
  const choice = (value: string, label: string, people: number | null, isOnly = false) =>
    html`<label class="tick"><input type="radio" name="audience" value="${value}" ${typed.audience === value || isOnly ? "checked" : ""} required />${named(label, people)}</label>`;
  const isOnly = everyone === null && corrects === null;
  return html`<fieldset>
      <legend>${words.audience}</legend>
      ${corrects === null ? "" : choice(`same:${corrects}`, `${words.same} ${corrects}`, null)}
      ${everyone === null ? "" : choice("news", words.everyone, everyone)}
      ${
        groups.length === 0
          ? ""
          : html`${choice("groups", words.theseGroups, null, isOnly)}
            <div class="within" role="group" aria-label="${words.theseGroups}">${groups.map(
              ({ id, name, people }) =>
                html`<label class="tick"><input type="checkbox" name="group" value="${id}" ${typed.groups.includes(String(id)) ? "checked" : ""} />${named(name, people)}</label>`,
            )}</div>`
      }
      ${everyone === null ? "" : gatherings.map((each) => choice(`told:${each.id}`, `${words.toldOf} ${each.name}`, null))}
    </fieldset>
    <label>${words.language}<select name="language">${(
      [
        ["", words.anyLanguage],
        ["en", words.english],
        ["es", words.spanish],
      ] as const
    ).map(
      ([value, name]) =>
        html`<option value="${value}" ${typed.language === value ? "selected" : ""}>${name}</option>`,
    )}</select></label>`;
}

function timeFields({ frame, typed, gatherings }: Facts): Html {
  const words = broadcasts[frame.language];
  return html`<label>${words.about} <small>${words.aboutHint}</small><select name="gathering"><option value="">${words.nothing}</option>${gatherings.map((each) => html`<option value="${each.id}" ${typed.gathering === String(each.id) ? "selected" : ""}>${each.name}</option>`)}</select></label>
    <div class="pair">
      <label>${words.start} <small>${words.startHint}</small><input type="datetime-local" name="start" value="${typed.start}" /></label>
      <label>${words.end} <small>${words.endHint}</small><input type="datetime-local" name="end" value="${typed.end}" /></label>
    </div>
    <label class="tick"><input type="checkbox" name="urgent" value="yes" ${typed.urgent ? "checked" : ""} /><span>${words.urgent}</span></label>`;
}
