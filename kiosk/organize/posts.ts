import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { posts } from "./words/posts.ts";

export const POSTS_NEWS = ["hiddenNow", "shownNow", "boardNow", "offBoardNow", "introduced"] as const;
type PostsRefusal = "gone" | "postClosed" | "samePerson" | "oneIsOut" | "oneMuted" | "already";
export type PostsSaid = (typeof POSTS_NEWS)[number] | PostsRefusal | null;

type Kind = "need" | "gift";

export type ShownMatch = {
  readonly id: number;
  readonly number: number;
  readonly words: string;
  readonly score: "sure" | "likely" | "maybe" | "unlikely";
  /** Of a hundred such pairs an organizer would connect so many. */
  readonly percent: number;
  readonly fits: boolean;
  readonly why: string;
  readonly asked:
    | "askedOpen"
    | "askedYes"
    | "askedNo"
    | "askedLapsed"
    | "askedWithdrawn"
    | "notAsked"
    | "needsTent";
  readonly line: number | null;
  /** Something of it is left to give or to get. */
  readonly open: boolean;
};

export type ShownPost = {
  readonly id: number;
  readonly number: number;
  readonly kind: Kind;
  readonly words: string;
  readonly left: number | null;
  readonly until: string;
  readonly posted: string;
  readonly phone: number;
  readonly hidden: boolean;
  readonly offBoard: boolean;
  readonly boardBy: "unread" | "reader" | "person";
  readonly matches: readonly ShownMatch[];
};

type Facts = {
  readonly frame: Frame;
  readonly posts: readonly ShownPost[];
  readonly kind: Kind | null;
  readonly word: string;
  /** From 1 on. */
  readonly page: number;
  readonly pages: number;
  readonly mayMend: boolean;
  readonly said: PostsSaid;
};

type Words = (typeof posts)[Frame["language"]];

/** Open needs and gifts, what the matcher found for each, and why. */
export function postsPage(facts: Facts): Html {
  const { frame, said } = facts;
  const words = posts[frame.language];
  const good = POSTS_NEWS.some((each) => each === said);
  return consolePage({
    frame,
    here: "posts",
    title: words.title,
    styles: ["organize/crowd.css"],
    body: html`
      ${said === null ? "" : html`<p class="${good ? "note" : "refusal"}" role="status">${words[said]}</p>`}
      <p class="soft">${words.lead}</p>
      ${filterForm(facts, words)}
      ${facts.posts.length === 0 ? html`<p class="big soft">${words.none}</p>` : html`<ul class="slips one">${facts.posts.map((post) => slip(post, facts, words))}</ul>`}
      ${pager(facts, words)}`,
  });
}

function filterForm({ kind, word }: Facts, words: Words): Html {
  const option = (value: string, name: string) =>
    html`<option value="${value}" ${value === (kind ?? "") ? "selected" : ""}>${name}</option>`;
  return html`<form method="get" action="/organize/posts" class="row filter" role="search">
    <label>${words.kind}<select name="kind">${option("", words.all)}${option("need", words.needs)}${option("gift", words.gifts)}</select></label>
    <label>${words.word}<input name="word" value="${word}" maxlength="60" /></label>
    <button>${words.find}</button>
  </form>`;
}

function queryOf({ kind, word }: Facts, page: number): string {
  return new URLSearchParams({ kind: kind ?? "", word, page: String(page) }).toString();
}

function pager(facts: Facts, words: Words): Html {
  const { page, pages } = facts;
  if (pages <= 1) return html``;
  const link = (to: number, name: string) =>
    html`<a class="button second" href="/organize/posts?${queryOf(facts, to)}">${name}</a>`;
  return html`<nav class="row pager" aria-label="${words.page}">
    ${page > 1 ? link(page - 1, words.newer) : ""} <span>${words.page} ${page} / ${pages}</span> ${page < pages ? link(page + 1, words.older) : ""}
  </nav>`;
}

function slip(post: ShownPost, facts: Facts, words: Words): Html {
  const fitting = post.matches.filter((match) => match.fits);
  const near = post.matches.filter((match) => !match.fits);
  return html`<li class="slip${post.hidden ? " asleep" : ""}" id="post-${post.id}">
    <h2 class="head">${words[post.kind]} no. ${post.number}
      ${post.hidden ? html`<span class="tag alarm">${words.hidden}</span>` : ""}${post.offBoard ? html`<span class="tag">${words.offBoard}: ${words[post.boardBy]}</span>` : ""}</h2>
    <blockquote>${post.words}</blockquote>
    <p class="soft">${post.left === null ? "" : html`${words.left}: ${post.left} · `}${words.until} ${post.until} · ${words.posted} ${post.posted} · ${words.phone} ${post.phone}</p>
    ${fitting.length === 0 ? html`<p class="soft">${words.noMatch}</p>` : html`<h3>${words.fitting}</h3>${matchList(post, fitting, facts, words)}`}
    ${near.length === 0 ? "" : html`<details><summary>${words.near} (${near.length})</summary>${matchList(post, near, facts, words)}</details>`}
    ${facts.mayMend ? changes(post, facts, words) : ""}
  </li>`;
}

function matchList(post: ShownPost, matches: readonly ShownMatch[], facts: Facts, words: Words): Html {
  return html`<ul class="pairs">${matches.map(
    (match) => html`<li>
      <p><b>no. ${match.number}</b> ${match.words}</p>
      <p class="soft">${words[match.score]} (${match.percent} ${words.ofHundred}): ${match.why}</p>
      <p><span class="tag${match.asked === "askedYes" ? " good" : ""}">${match.line === null ? words[match.asked] : `${words.connected} ${match.line}`}</span></p>
      ${facts.mayMend && match.open && match.line === null ? introduceForm(post, match, facts, words) : ""}
    </li>`,
  )}</ul>`;
}

function introduceForm(post: ShownPost, match: ShownMatch, facts: Facts, words: Words): Html {
  const [need, gift] = post.kind === "need" ? [post, match] : [match, post];
  return html`<form method="post" action="/organize/posts/introduce?${queryOf(facts, facts.page)}">
    <input type="hidden" name="need" value="${need.id}" /><input type="hidden" name="gift" value="${gift.id}" />
    <button class="second" title="${words.introduceSays}" aria-label="${words.introduce}: no. ${need.number}, no. ${gift.number}">${words.introduce}</button>
  </form>`;
}

function changes({ id, hidden, offBoard, phone }: ShownPost, facts: Facts, words: Words): Html {
  const query = queryOf(facts, facts.page);
  const form = (path: string, label: string, look: string) =>
    html`<form method="post" action="${path}"><button class="${look}">${label}</button></form>`;
  return html`<details class="more"><summary>${words.change}</summary><div class="row">
    ${form(`/organize/posts/${id}/${hidden ? "show" : "hide"}?${query}`, hidden ? words.show : words.hide, "second")}
    ${form(`/organize/posts/${id}/${offBoard ? "board" : "off-board"}?${query}`, offBoard ? words.board : words.keepOff, "second")}
    ${form(`/organize/inbox/phones/${phone}/mute`, words.mute, "danger")}
  </div></details>`;
}
