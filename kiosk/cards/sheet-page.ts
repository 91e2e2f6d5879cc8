import { html } from "hono/html";
import type { Html } from "../organize/layout.ts";
import type { CardFace, SheetFacts } from "./face.ts";
import { pagesOf } from "./sheet.ts";
import { sheetSvg } from "./sheet-svg.ts";
import { STOCKS } from "./stocks.ts";
import { words } from "./words.ts";

/** The same sheets as a page to print from a browser, which has letters for every script. */
export function sheetPage(faces: readonly CardFace[], facts: SheetFacts): Html {
  const { nodeName, language, stock, back } = facts;
  const said = words[language];
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${said.title} · ${nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/cards/sheet.css" />
    <script type="module" src="/assets/organize/browser/print.ts"></script>
  </head>
  <body>
    <header class="no-print">
      <h1>${said.title} <span>${nodeName}</span></h1>
      <button type="button" data-print hidden>${said.print}</button>
      <p>${said.howTo}${back ? html` ${said.howToBack}` : ""}</p>
      <p class="soft">${said.noButton}</p>
    </header>
    <main>
${Array.from(pagesOf(faces, facts), (page) => sheetSvg(page, STOCKS[stock]))}
    </main>
  </body>
</html>`;
}
