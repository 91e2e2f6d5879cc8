import { html } from "hono/html";
import { type IconName, icon } from "../shell/icons.ts";
import { at, type Frame, type Html } from "../shell/screen.ts";

type Other = { readonly href: string; readonly icon: IconName; readonly label: string };

/** What is asked, and beside it what else one may touch: below on a big screen, at its side on a small one. */
export function choice(frame: Frame, asked: Html, others: readonly Other[]): Html {
  return html`<div class="choice">${asked}
    <ul class="beside">${others.map(({ href, icon: name, label }) => html`<li><a class="tile" href="${at(frame, href)}">${icon(name)}<span>${label}</span></a></li>`)}</ul></div>`;
}
