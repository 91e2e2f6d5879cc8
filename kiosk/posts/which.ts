import { html } from "hono/html";
import type { PostKind } from "#server/domain/post.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import type { Suggestion } from "./suggestions.ts";
import { posts } from "./words.ts";

/** Which of a sort: one touch fills the words. */
export function whichPage(frame: Frame, kind: PostKind, { icon: picture, choices }: Suggestion): Html {
  const words = posts[frame.language];
  const path = `/kiosk/posts/${kind}`;
  return screen({
    frame,
    name: "which",
    title: words.which,
    back: path,
    step: { at: 2, of: 3 },
    body: html`<form class="fill" method="post" action="${at(frame, "/kiosk/posts/check")}"><input type="hidden" name="kind" value="${kind}" />
      <ul class="tiles n6">${choices.map((each) => html`<li><button class="tile" name="words" value="${each[frame.language]}">${icon(picture)}<span>${each[frame.language]}</span></button></li>`)}
      <li><a class="tile" href="${at(frame, `${path}/type`)}">${icon("type")}<span>${words.other}</span></a></li></ul></form>`,
  });
}
