import { html } from "hono/html";
import type { PostKind } from "#server/domain/post.ts";
import { wishFields } from "../phone/wish-fields.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { shell } from "../shell/words.ts";
import { KIND_ICONS } from "./page.ts";
import { board } from "./words.ts";

export type PostFacts = {
  readonly frame: Frame;
  readonly id: number;
  readonly kind: PostKind;
  readonly number: number;
  /** This part of its words, and which comes behind it; null: no more. */
  readonly part: string;
  readonly nextPart: number | null;
  readonly until: string | null;
};

/** One post, in full. Whose it is stands nowhere. */
export function postPage(facts: PostFacts): Html {
  const { frame, id, kind, number, part, nextPart, until } = facts;
  const words = board[frame.language];
  const path = `/kiosk/board/post/${id}`;
  return screen({
    frame,
    name: "post",
    title: `${words.kind[kind]}, ${words.number(number)}`,
    back: `/kiosk/board/${kind}`,
    body: html`<div class="asked"><p class="quote">${part}${until === null || nextPart !== null ? "" : html` <b class="nowrap">${words.till(until)}</b>`}</p>
      <div class="actions">${nextPart === null ? "" : html`<a class="second" href="${at(frame, `${path}?part=${nextPart}`)}">${icon("next")} ${words.more}</a>`}
      ${frame.mayAct ? html`<a class="go" href="${at(frame, `${path}/take`)}">${icon(KIND_ICONS[kind])} ${words.take[kind]}</a>` : html`<p>${shell[frame.language].readOnly}</p>`}</div></div>`,
  });
}

/** How many of it: few by their number, or all. */
export function piecesPage(
  frame: Frame,
  { id, kind, left }: { readonly id: number; readonly kind: PostKind; readonly left: number },
): Html {
  const words = board[frame.language];
  const counts = [...new Set([1, 2, 3, 4, 5, left])].filter((count) => count <= left).slice(0, 5);
  const offered = counts.includes(left) ? counts : [...counts, left];
  const path = `/kiosk/board/post/${id}`;
  // Of five tiles the first would be shown as the one to choose.
  const size = offered.length === 5 ? 6 : offered.length;
  return screen({
    frame,
    name: "pieces",
    title: words.howMany[kind],
    back: path,
    body: html`<ul class="tiles n${size}">${offered.map((count) => html`<li><a class="tile" href="${at(frame, `${path}/take?pieces=${count}`)}">${icon(KIND_ICONS[kind])}<span>${words.pieces(count, count === left)}</span></a></li>`)}</ul>`,
  });
}

export type ReachFacts = {
  readonly frame: Frame;
  readonly id: number;
  readonly pieces: number | null;
  readonly nonce: string;
};

/** With a phone or without: both are done at once. */
export function reachPage({ frame, id, pieces, nonce }: ReachFacts): Html {
  const words = board[frame.language];
  const fields = wishFields({ does: "take", post: id, pieces });
  return screen({
    frame,
    name: "reach",
    title: words.reach,
    back: `/kiosk/board/post/${id}`,
    body: html`<ul class="tiles n2">
      <li><form class="fill" method="post" action="${at(frame, "/kiosk/phone")}">${fields}<button class="tile">${icon("phone")}<span>${words.withPhone}</span></button></form></li>
      <li><form class="fill" method="post" action="${at(frame, "/kiosk/board/take")}">${fields}<input type="hidden" name="nonce" value="${nonce}" /><button class="tile">${icon("card")}<span>${words.withoutPhone}</span></button></form></li></ul>`,
  });
}

/** It was open a moment ago, or never shown. */
export function notOpenPage(frame: Frame): Html {
  const words = board[frame.language];
  return screen({
    frame,
    name: "not-open",
    title: words.gone,
    back: "/kiosk/board",
    self: "/kiosk/board",
    body: html`<div class="column"><a class="go" href="${at(frame, "/kiosk/board")}">${icon("board")} ${words.back}</a></div>`,
  });
}
