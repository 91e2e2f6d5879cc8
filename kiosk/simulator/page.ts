import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { phoneTemplate, textTemplate } from "./drawn-phone.ts";

const EXAMPLES = [
  "NEED 2 tarps till fri",
  "GIFT tarps, have 3",
  "NECESITO 2 lonas",
  "REGALO lonas, tengo 3",
  "1",
  "MENU",
];

/** Basic phones on a page. The page is still; `browser/main.ts` lays the phones on it. */
export function simulatorPage({
  nodeName,
}: {
  nodeName: string;
}): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Phones for ${nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/simulator/page.css" />
    <link rel="stylesheet" href="/assets/simulator/phone.css" />
    <link rel="stylesheet" href="/assets/simulator/keys.css" />
    <link rel="stylesheet" href="/assets/simulator/screen.css" />
    <script type="module" src="/assets/simulator/browser/main.ts"></script>
  </head>
  <body>
    <header>
      <h1>Text <em>${nodeName}</em></h1>
      <p>Basic phones on a page. What they send takes the same signed route as a text from a real carrier.</p>
      <p class="trouble" role="alert" data-trouble></p>
    </header>
    <main class="phones" data-phones>
      <button type="button" class="another" data-another><span aria-hidden="true">+</span> Another phone</button>
    </main>
    <section class="examples" aria-label="Example texts">
      <h2>Put on the lit phone</h2>
      <ul>
        ${EXAMPLES.map((text) => html`<li><button type="button" data-example>${text}</button></li>`)}
      </ul>
    </section>
    <noscript><p class="trouble">These phones need JavaScript.</p></noscript>
    ${phoneTemplate(nodeName)} ${textTemplate()}
  </body>
</html>`;
}
