import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { home } from "./words/home.ts";

type Facts = {
  readonly frame: Frame;
  readonly inbox: { readonly urgent: number; readonly other: number };
  readonly needs: number;
  readonly gifts: number;
  readonly unsent: number;
  readonly haltedCode: string | null;
  readonly next: readonly {
    readonly id: number;
    readonly title: string;
    readonly when: string;
    readonly place: string;
  }[];
};

/** How the camp stands, at a glance. */
export function homePage({ frame, inbox, needs, gifts, unsent, haltedCode, next }: Facts): Html {
  const words = home[frame.language];
  return consolePage({
    frame,
    here: "home",
    title: words.title,
    body: html`
      ${haltedCode === null ? "" : html`<p class="refusal" role="alert">${words.halted} <b>${haltedCode}</b></p>`}
      <ul class="slips figures">
        ${figure(words.inbox, inbox.urgent + inbox.other, "/organize/inbox", inbox.urgent > 0 ? `${inbox.urgent} ${words.urgent}` : null)}
        ${figure(words.needs, needs, "/organize/posts", null)}
        ${figure(words.gifts, gifts, "/organize/posts", null)}
        ${figure(words.unsent, unsent, "/organize/broadcasts", null)}
      </ul>
      <h2>${words.next}</h2>
      ${
        next.length === 0
          ? html`<p class="soft">${words.nothing}</p>`
          : html`<ul class="slips">${next.map((each) => html`<li class="slip"><h3><a href="/organize/gatherings/${each.id}">${each.title}</a></h3><p>${each.when} · ${each.place}</p></li>`)}</ul>`
      }`,
  });
}

function figure(label: string, count: number, path: string, alarm: string | null): Html {
  return html`<li class="slip"><p class="soft"><a href="${path}">${label}</a></p><p class="big">${count} ${alarm === null ? "" : html`<span class="tag alarm">${alarm}</span>`}</p></li>`;
}
