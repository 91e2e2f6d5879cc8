import { html } from "hono/html";
import type { PostKind } from "#server/domain/post.ts";
import { typing } from "../keyboard/field.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { posts } from "./words.ts";

/** As much as is read at a glance. */
export const MOST_LETTERS = 100;

/** Typed with the keys on the screen. `value`: what is to be changed; `isAgain`: what was said is no thing. */
export function typePage(
  frame: Frame,
  kind: PostKind,
  { value = "", isAgain = false }: { readonly value?: string; readonly isAgain?: boolean } = {},
): Html {
  const words = posts[frame.language];
  return screen({
    frame,
    name: "type",
    title: isAgain ? words.again : words.what[kind],
    back: `/kiosk/posts/${kind}`,
    self: `/kiosk/posts/${kind}/type`,
    step: { at: 2, of: 3 },
    isPersonal: true,
    body: html`<form method="post" action="${at(frame, "/kiosk/posts/check")}"><input type="hidden" name="kind" value="${kind}" />
      ${typing(frame, { name: "words", label: words.typed[kind], most: MOST_LETTERS, value, rows: 2 })}<button class="go">${words.next}</button></form>`,
  });
}
