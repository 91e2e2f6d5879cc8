import { html } from "hono/html";
import type { PostState } from "#server/domain/post.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { groups } from "./words/groups.ts";

type ListedGroup = {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly open: boolean;
  readonly members: number;
  readonly asleep: boolean;
  readonly next: { readonly when: string; readonly place: string } | null;
};

type List = {
  readonly frame: Frame;
  readonly list: readonly ListedGroup[];
  readonly mayMake: boolean;
  readonly said: "closedNow" | null;
};

/** The groups that are there, by their numbers. */
export function groupsPage({ frame, list, mayMake, said }: List): Html {
  const words = groups[frame.language];
  return consolePage({
    frame,
    here: "groups",
    title: words.title,
    body: html`
      ${said === null ? "" : html`<p class="note" role="status">${words[said]}</p>`}
      <p class="soft">${words.lead}</p>
      ${mayMake ? html`<p class="row"><a class="button" href="/organize/groups/new">${words.make}</a> <a href="/organize/csv">${words.table}</a></p>` : ""}
      ${
        list.length === 0
          ? html`<p class="soft">${words.noGroups}</p>`
          : html`<ul class="slips">${list.map(
              (each) => html`<li class="slip ${each.asleep ? "asleep" : ""}">
                <h2><a href="/organize/groups/${each.id}">${each.number} · ${each.name}</a></h2>
                <p>${each.next === null ? words.nothing : html`${words.next}: ${each.next.when} · ${each.next.place}`}</p>
                <p class="soft">${words.members} ${each.members} ${each.asleep ? html`<span class="tag">${words.asleep}</span>` : ""} ${each.open ? "" : html`<span class="tag">${words.closed}</span>`}</p>
              </li>`,
            )}</ul>`
      }`,
  });
}

export type GroupSaid = "saved" | "asked" | "notAThing" | null;

type Group = {
  readonly frame: Frame;
  readonly group: {
    readonly id: number;
    readonly number: number;
    readonly name: string;
    readonly about: string;
    readonly interests: string;
    readonly place: string;
    readonly contact: string;
    readonly open: boolean;
    readonly members: number;
    /** "Mon, Thu 19:00 (60 minutes)"; null without a regular time. */
    readonly meets: string | null;
  };
  readonly coming: readonly {
    readonly id: number;
    readonly title: string;
    readonly when: string;
    readonly cancelled: boolean;
  }[];
  readonly posts: readonly { readonly number: number; readonly words: string; readonly state: PostState }[];
  /** Items that the facilitation table sent to it. */
  readonly sent: readonly { readonly id: number; readonly words: string; readonly when: string | null }[];
  readonly may: { readonly edit: boolean; readonly close: boolean };
  readonly asked: string;
  readonly said: GroupSaid;
};

/** One group: what it is, what it has coming, what it asked the crowd for. */
export function groupPage({ frame, group, coming, posts, sent, may, asked, said }: Group): Html {
  const words = groups[frame.language];
  const path = `/organize/groups/${group.id}`;
  const facts: readonly (readonly [string, string])[] = [
    [words.about, group.about],
    [words.interests, group.interests],
    [words.place, group.place],
    [words.contact, group.contact],
    [words.meets, group.meets ?? words.noTime],
  ];
  return consolePage({
    frame,
    here: "groups",
    title: `${group.number} · ${group.name}`,
    body: html`
      ${said === null ? "" : html`<p class="${said === "notAThing" ? "refusal" : "note"}" role="status">${words[said]}</p>`}
      <p class="soft">${words.members} ${group.members} ${group.open ? "" : html`<span class="tag">${words.closed}</span>`}</p>
      <dl class="facts">${facts.map(([name, fact]) => (fact === "" ? "" : html`<div><dt>${name}</dt><dd>${fact}</dd></div>`))}</dl>
      ${may.edit ? html`<p class="row"><a class="button" href="${path}/edit">${words.edit}</a> <a href="/organize/gatherings/new?group=${group.id}">${words.plan}</a></p>` : ""}
      <h2>${words.coming}</h2>
      ${
        coming.length === 0
          ? html`<p class="soft">${words.nothing}</p>`
          : html`<ul class="lines">${coming.map((each) => html`<li><a href="/organize/gatherings/${each.id}">${each.when}</a> · ${each.title} ${each.cancelled ? html`<span class="tag alarm">${words.cancelled}</span>` : ""}</li>`)}</ul>`
      }
      ${sent.length === 0 ? "" : html`<h2>${words.sent}</h2><ul class="lines">${sent.map((each) => html`<li>${each.words} <span class="soft">${each.when ?? ""}</span></li>`)}</ul>`}
      <h2>${words.ask}</h2>
      ${posts.length === 0 ? "" : html`<ul class="lines">${posts.map((post) => html`<li>${post.number} · ${post.words} <span class="tag ${post.state === "open" ? "good" : ""}">${words[post.state]}</span></li>`)}</ul>`}
      ${
        may.edit
          ? html`<form method="post" action="${path}/ask" class="stack">
              <p class="soft">${words.askLead}</p>
              <label>${words.need}<input name="words" value="${asked}" maxlength="160" required /></label>
              <button>${words.askIt}</button>
            </form>`
          : ""
      }
      ${
        may.close
          ? html`<details class="apart"><summary>${words.end}</summary><p>${words.endLead}</p>
              <form method="post" action="${path}/close"><button class="danger">${words.end}</button></form></details>`
          : ""
      }`,
  });
}
