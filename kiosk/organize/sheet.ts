import { html } from "hono/html";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Html } from "./layout.ts";

type Sheet = {
  readonly kind: "agenda" | "day";
  readonly title: string;
  readonly nodeName: string;
  /** Where the console goes on, shown on the screen alone. */
  readonly back: string;
  readonly body: Html;
};

/** A page for paper, in both languages, black on white. */
export function sheetOf({ kind, title, nodeName, back, body }: Sheet): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · ${nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/organize/print.css" />
  </head>
  <body class="${kind}-sheet">
    <nav class="no-print" aria-label="Console"><a href="${back}">Back to the console · <span lang="es">Volver a la consola</span></a></nav>
    <main>${body}</main>
  </body>
</html>`;
}

/** The same in both languages, one after the other. */
export function both(en: string, es: string): Html {
  return en === es ? html`${en}` : html`${en} · <span lang="es">${es}</span>`;
}

/** How to text the camp; its number is left for the pen where nobody can text it. */
export function numberShown(number: string): string {
  if (/^\d{5,6}$/.test(number)) return number;
  return parsePhoneNumberFromString(number)?.formatInternational() ?? "______________";
}
