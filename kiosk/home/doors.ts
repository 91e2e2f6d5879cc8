import { html } from "hono/html";
import type { Language } from "#server/domain/language.ts";
import { icon } from "../shell/icons.ts";
import { type Frame, type Html, screen, tiles } from "../shell/screen.ts";
import { home } from "./words.ts";

/** In their own spelling, in the order of the alphabet. */
export function languagePage(frame: Frame, languages: readonly Language[]): Html {
  return screen({
    frame,
    name: "language",
    title: languages.map((each) => home[each].language).join(" · "),
    back: "/kiosk",
    self: "/kiosk/language",
    body: html`<ul class="tiles n2">${languages.map((each) => html`<li><a class="tile" lang="${each}" hreflang="${each}" href="/kiosk/doors?lang=${each}">${icon("talk")}<span>${home[each].name}</span></a></li>`)}</ul>`,
  });
}

/** The few doors behind which everything is. */
export function doorsPage(frame: Frame): Html {
  const words = home[frame.language];
  return screen({
    frame,
    name: "doors",
    title: words.doors,
    back: "/kiosk/language",
    body: tiles(frame, [
      { href: "/kiosk/groups", icon: "group", label: words.group, says: words.groupSays },
      { href: "/kiosk/posts", icon: "give", label: words.posts },
      { href: "/kiosk/card", icon: "card", label: words.card },
      { href: "/kiosk/days", icon: "agenda", label: words.days },
      { href: "/kiosk/person", icon: "person", label: words.person },
    ]),
  });
}
