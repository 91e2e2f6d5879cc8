import { html } from "hono/html";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../../shell/screen.ts";
import { post } from "./panel.ts";
import { cardScreens } from "./words.ts";

type Reading = {
  readonly seen: string;
  readonly title: string;
  /** What is read, one after the other. */
  readonly texts: readonly string[];
  /** What stands below each page. */
  readonly below: string;
  /** From 0. */
  readonly page: number;
};

/** So many letters stand on the smallest screen, above the arrows. */
const MOST_ON_PAGE = 110;

/** Words that are longer than a screen, page by page. */
export function readingScreen(frame: Frame, { seen, title, texts, below, page }: Reading): Html {
  const words = cardScreens[frame.language];
  const pages = texts.flatMap((text) => pagesOf(text, MOST_ON_PAGE));
  const last = Math.max(pages.length - 1, 0);
  const shown = Math.min(Math.max(page, 0), last);
  const turn = (to: number, label: string, arrow: "previous" | "next") =>
    to < 0 || to > last
      ? html`<span></span>`
      : post(
          at(frame, "/kiosk/card/read"),
          { seen, page: String(to) },
          html`<button class="second" aria-label="${label}">${icon(arrow)}</button>`,
        );
  return screen({
    frame,
    name: "reading",
    title,
    back: "/kiosk/card",
    self: "/kiosk/card",
    isPersonal: true,
    ...(last > 0 ? { step: { at: shown + 1, of: pages.length } } : {}),
    body: html`<div class="reading"><blockquote>${pages[shown] ?? ""}</blockquote>
      ${below === "" ? "" : html`<p class="line">${below}</p>`}
      <div class="actions">${turn(shown - 1, words.previous, "previous")}${post(at(frame, "/kiosk/card"), { seen }, html`<button class="go">${icon("yes")} OK</button>`)}${turn(shown + 1, words.next, "next")}</div></div>`,
  });
}

/** A text in pieces of at most so many letters, cut between words where there are any. */
export function pagesOf(text: string, most: number): readonly string[] {
  const pages: string[] = [];
  for (let left = text.trim(); left !== ""; ) {
    const cut = left.length <= most ? left.length : left.lastIndexOf(" ", most);
    const end = cut > 0 ? cut : most;
    pages.push(left.slice(0, end).trim());
    left = left.slice(end).trim();
  }
  return pages;
}
