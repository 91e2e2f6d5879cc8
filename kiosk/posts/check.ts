import { html } from "hono/html";
import type { PostKind } from "#server/domain/post.ts";
import { wishFields } from "../phone/wish-fields.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { posts } from "./words.ts";

export type CheckFacts = {
  readonly frame: Frame;
  readonly kind: PostKind;
  /** As others will see them. */
  readonly words: string;
  readonly nonce: string;
};

/** "Is that right?", and how we reach whoever says yes. Without a phone it may wait for the connection. */
export function checkPage({ frame, kind, words: said, nonce }: CheckFacts): Html {
  const words = posts[frame.language];
  const wish = { does: "post", kind, words: said } as const;
  const fields = html`<input type="hidden" name="kind" value="${kind}" /><input type="hidden" name="words" value="${said}" />`;
  return screen({
    frame,
    name: "check",
    title: words.right,
    back: `/kiosk/posts/${kind}`,
    self: `/kiosk/posts/${kind}`,
    step: { at: 3, of: 3 },
    isPersonal: true,
    body: html`<div class="asked"><p class="quote"><b>${words.says[kind]}</b> ${said}</p>
      <ul class="tiles n3">
        <li><form class="fill" method="post" action="${at(frame, "/kiosk/phone")}">${wishFields(wish)}<button class="tile">${icon("phone")}<span>${words.withPhone}</span></button></form></li>
        <li><form class="fill" method="post" action="${at(frame, "/kiosk/posts")}" data-waits="post">${fields}<input type="hidden" name="nonce" value="${nonce}" /><button class="tile">${icon("card")}<span>${words.withoutPhone}</span></button></form></li>
        <li><form class="fill" method="post" action="${at(frame, "/kiosk/posts/type")}">${fields}<button class="tile">${icon("type")}<span>${words.change}</span></button></form></li>
      </ul></div>`,
  });
}
