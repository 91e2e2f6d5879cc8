import { html } from "hono/html";
import type { FormFault } from "#server/domain/form-fault.ts";
import type { TableName } from "#server/domain/table-lines.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { csv } from "./words/csv.ts";
import { faults as faultWords } from "./words/faults.ts";

type LineAct = "new-group" | "change-group" | "new-gathering" | "same";

type Step = {
  readonly line: number;
  readonly name: string;
  readonly act: LineAct;
  /** Columns in which a group becomes another. */
  readonly changes?: readonly string[];
  /** The group was found by its name. */
  readonly byName?: boolean;
};

type Facts = {
  readonly frame: Frame;
  readonly what: TableName;
  /** The table as it was brought, to be mended or confirmed. */
  readonly text: string;
  readonly faults: readonly {
    readonly line: number | null;
    readonly column: string | null;
    readonly fault: FormFault;
  }[];
  /** What its lines do; empty before one was looked at. */
  readonly steps: readonly Step[];
  readonly done: boolean;
};

/** Groups and gatherings as tables: taken out, and brought in after a look at what each line does. */
export function csvPage(facts: Facts): Html {
  const { frame, faults, steps, done } = facts;
  const words = csv[frame.language];
  return consolePage({
    frame,
    here: "groups",
    title: words.title,
    body: html`
      ${done ? html`<p class="note" role="status">${words.done}</p>` : ""}
      ${faults.length > 0 ? faultTable(facts) : ""}
      ${steps.length > 0 && faults.length === 0 && !done ? stepTable(facts) : ""}
      <p>${words.lead}</p>
      <h2>${words.take}</h2>
      <p class="row"><a class="button second" href="/organize/csv/groups.csv" download>${words.groups} (CSV)</a> <a class="button second" href="/organize/csv/gatherings.csv" download>${words.gatherings} (CSV)</a></p>
      <h2>${words.bring}</h2>
      ${bringForm(facts)}`,
  });
}

function bringForm({ frame, what, text }: Facts): Html {
  const words = csv[frame.language];
  return html`<form method="post" action="/organize/csv" enctype="multipart/form-data" class="stack">
    <label>${words.what}<select name="what">${(["groups", "gatherings"] as const).map((each) => html`<option value="${each}" ${each === what ? "selected" : ""}>${words[each]}</option>`)}</select></label>
    <label>${words.file}<input type="file" name="file" accept=".csv,.tsv,.txt,text/csv" /></label>
    <label>${words.paste}<textarea name="text" rows="6" spellcheck="false">${text}</textarea></label>
    <p class="soft">${words.format}</p>
    <button>${words.look}</button>
  </form>`;
}

function faultTable({ frame, faults }: Facts): Html {
  const words = csv[frame.language];
  return html`<p class="refusal" role="alert">${words.faulty}</p>
    <div class="wide"><table>
      <thead><tr><th>${words.line}</th><th>${words.column}</th><th>${words.wrong}</th></tr></thead>
      <tbody>${faults.map(({ line, column, fault }) => html`<tr><td>${line ?? words.whole}</td><td>${column ?? ""}</td><td>${faultWords[frame.language][fault]}</td></tr>`)}</tbody>
    </table></div>`;
}

function stepTable({ frame, what, text, steps }: Facts): Html {
  const words = csv[frame.language];
  return html`<p class="note" role="status">${words.ready}</p>
    <div class="wide"><table>
      <thead><tr><th>${words.line}</th><th>${words.name}</th><th>${words.does}</th></tr></thead>
      <tbody>${steps.map((step) => html`<tr><td>${step.line}</td><td>${step.name}</td><td>${doesLine(frame, step)}</td></tr>`)}</tbody>
    </table></div>
    <form method="post" action="/organize/csv/import" class="apart">
      <input type="hidden" name="what" value="${what}" /><input type="hidden" name="text" value="${text}" />
      <button>${words.go}</button>
    </form>`;
}

/** "changes a group: place, time (found by its name)". */
function doesLine({ language }: Frame, { act, changes = [], byName = false }: Step): string {
  const words = csv[language];
  const what = changes.length === 0 ? words[act] : `${words[act]}: ${changes.join(", ")}`;
  return byName ? `${what} (${words.byName})` : what;
}
