import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html } from "../shell/screen.ts";
import { print } from "./words.ts";

/** What somebody takes along on paper. */
export type Slip = {
  readonly title: string;
  readonly lines: readonly string[];
  /** That look something up, as they are spoken: "4839 2017 563". */
  readonly digits: string | null;
};

/**
 * A big button that prints, and the part that only paper shows. What became of it is said below the button: by the
 * network printer itself; the browser's own printing tells nothing.
 */
export function slipPart(frame: Frame, slip: Slip): Html {
  const words = print[frame.language];
  const isOurs = frame.printsBy === "browser";
  return html`<form class="printing" method="post" action="${at(frame, "/kiosk/print")}" data-print="${frame.printsBy}">
      <input type="hidden" name="title" value="${slip.title}" />
      ${slip.lines.map((line) => html`<input type="hidden" name="lines" value="${line}" />`)}
      <input type="hidden" name="digits" value="${slip.digits ?? ""}" />
      <button class="go" ${isOurs ? "hidden" : ""}>${icon("print")} ${words.print}</button>
      <p class="said" role="status" data-printed hidden>${icon("print")} <span>${words.sent}</span></p>
    </form>
    ${isOurs ? paper(frame, slip) : ""}`;
}

function paper({ nodeName, language }: Frame, { title, lines, digits }: Slip): Html {
  return html`<article class="slip" lang="${language}">
    <p>${nodeName}</p>
    <h2>${title}</h2>
    ${digits === null ? "" : html`<p class="digits">${digits}</p>`}
    ${lines.map((line) => html`<p>${line}</p>`)}
  </article>`;
}
