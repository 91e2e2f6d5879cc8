import { html } from "hono/html";
import type { AgendaFacts, AgendaItem } from "./agenda.ts";
import type { Html } from "./layout.ts";
import { agenda } from "./words/agenda.ts";

/** What people offered and nobody answered yet: each with its four answers. */
export function offeredList(facts: AgendaFacts): Html {
  const { frame, items, mayEdit } = facts;
  const words = agenda[frame.language];
  const offered = items.filter(({ state }) => state === "offered");
  return html`<h2>${words.offered}</h2>
    ${
      offered.length === 0
        ? html`<p class="soft">${words.nobody}</p>`
        : html`<p class="soft">${words.answerLead}</p>
          <ul class="agenda">${offered.map((item) => html`<li class="slip"><p><b>${item.words}</b></p>${mayEdit ? answerForms(facts, item) : ""}</li>`)}</ul>`
    }`;
}

function answerForms({ frame, gathering, items, groups }: AgendaFacts, item: AgendaItem): Html {
  const words = agenda[frame.language];
  const path = `/organize/gatherings/${gathering.id}/items/${item.id}`;
  const accepted = items.filter(({ state }) => state === "accepted");
  const button = (state: string, label: string, kind: string) =>
    html`<button class="${kind}" name="state" value="${state}" aria-label="${label}: ${item.words}">${label}</button>`;
  const choice = (name: string, label: string, options: readonly (readonly [id: number, name: string])[]) =>
    html`<label>${label}<select name="${name}">${options.map(([id, option]) => html`<option value="${id}">${option}</option>`)}</select></label>`;
  return html`
    <form method="post" action="${path}" class="row">
      <label class="minutes">${words.minutes}<input type="number" name="minutes" min="1" max="720" value="10" /></label>
      ${button("accepted", words.accept, "")}
      ${button("declined", words.decline, "danger")}
    </form>
    ${
      accepted.length === 0
        ? ""
        : html`<form method="post" action="${path}" class="row">${choice(
            "into",
            words.mergeInto,
            accepted.map((each) => [each.id, each.words]),
          )} ${button("merged", words.merge, "second")}</form>`
    }
    ${
      groups.length === 0
        ? ""
        : html`<form method="post" action="${path}" class="row">${choice(
            "group",
            words.sendTo,
            groups.map((each) => [each.id, each.name]),
          )} ${button("sent", words.send, "second")}</form>`
    }`;
}
