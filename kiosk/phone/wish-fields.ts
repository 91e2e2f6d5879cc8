import { html } from "hono/html";
import type { Wish } from "#server/domain/wish.ts";
import type { Html } from "../shell/screen.ts";

/** What somebody wants, carried from screen to screen in the forms alone: it is in no address. */
export function wishFields(wish: Wish): Html {
  return html`${Object.entries(wish).map(([name, value]) =>
    value === null ? "" : html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;
}

/** Where that began. */
export function cameFrom(wish: Wish): string {
  switch (wish.does) {
    case "post":
      return `/kiosk/posts/${wish.kind}`;
    case "join":
      return `/kiosk/groups/${wish.group}/join`;
    case "take":
      return `/kiosk/board/post/${wish.post}`;
    default:
      return wish satisfies never;
  }
}
