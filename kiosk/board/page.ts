import { html } from "hono/html";
import type { PostKind } from "#server/domain/post.ts";
import { type IconName, icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen, tiles } from "../shell/screen.ts";
import { board } from "./words.ts";

export type Sort = "all" | PostKind;

/** What to look for on the board. */
export function sortsPage(frame: Frame): Html {
  const words = board[frame.language];
  return screen({
    frame,
    name: "sorts",
    title: words.which,
    back: "/kiosk/posts",
    body: tiles(frame, [
      { href: "/kiosk/board/need", icon: "need", label: words.need },
      { href: "/kiosk/board/gift", icon: "give", label: words.gift },
      { href: "/kiosk/board/all", icon: "board", label: words.all },
    ]),
  });
}

type ShownPost = {
  readonly id: number;
  readonly kind: PostKind;
  readonly words: string;
};

export type BoardFacts = {
  readonly frame: Frame;
  readonly sort: Sort;
  readonly posts: readonly ShownPost[];
  /** Queries of the pages beside this one; null at an end. */
  readonly newer: string | null;
  readonly older: string | null;
};

export const KIND_ICONS = { need: "need", gift: "give" } as const satisfies Record<PostKind, IconName>;

/** Four at a time; the whole of each is one touch away. */
export function boardPage({ frame, sort, posts, newer, older }: BoardFacts): Html {
  const words = board[frame.language];
  const path = `/kiosk/board/${sort}`;
  return screen({
    frame,
    name: "board",
    title: sort === "all" ? words.title : words[sort],
    back: "/kiosk/board",
    body:
      posts.length === 0
        ? html`<div class="column"><p>${words.none}</p><a class="go" href="${at(frame, "/kiosk/posts")}">${icon("plus")} ${words.own}</a></div>`
        : html`<div class="board"><ul>${posts.map((post) => html`<li><a class="tile" href="${at(frame, `/kiosk/board/post/${post.id}`)}">${icon(KIND_ICONS[post.kind])}<span class="clip"><small>${words.kind[post.kind]}</small> ${post.words}</span></a></li>`)}</ul>
      <div class="turn">${turn(newer === null ? null : at(frame, path + newer), "up", words.newer)}${turn(older === null ? null : at(frame, path + older), "down", words.older)}</div></div>`,
  });
}

/** A big arrow, in its place even where it leads nowhere. */
function turn(href: string | null, name: "up" | "down", label: string): Html {
  return href === null
    ? html`<span></span>`
    : html`<a class="second" href="${href}" aria-label="${label}">${icon(name)}</a>`;
}
