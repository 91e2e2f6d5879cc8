import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { readableNumber } from "./readable-number.ts";
import { smsCode } from "./sms-code.ts";

type Facts = {
  readonly nodeName: string;
  /** What people text: E.164 or a short code; a carrier's service id cannot be texted and is not shown. */
  readonly number: string;
  readonly needs: number;
  readonly gifts: number;
};

/** The touchscreen's first screen: what is open, and how to text. Both languages have the same place. */
export async function kioskPage({ nodeName, number, needs, gifts }: Facts): Promise<HtmlEscapedString> {
  const readable = readableNumber(number);
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/kiosk.css" />
    <script type="module" src="/assets/browser/screen.ts"></script>
  </head>
  <body>
    <header>
      <h1>${nodeName}</h1>
      <time data-clock></time>
    </header>
    <main>
      ${invitations(readable !== null)}
      ${readable === null ? "" : html`<p class="number">${readable}</p><div class="code" role="img" aria-label="QR code: text ${readable}">${raw(await smsCode(number))}</div>`}
    </main>
    <footer data-open>
      <p lang="en"><b>${needs}</b> ${needs === 1 ? "need" : "needs"} and <b>${gifts}</b> ${gifts === 1 ? "gift" : "gifts"} open</p>
      <p lang="es"><b>${needs}</b> ${needs === 1 ? "necesidad" : "necesidades"} y <b>${gifts}</b> ${gifts === 1 ? "regalo" : "regalos"} abiertos</p>
    </footer>
  </body>
</html>`;
}

function invitations(hasNumber: boolean) {
  const [to, al] = hasNumber
    ? ["to", "al"]
    : ["to our number: ask at the info tent.", "a nuestro número: pregunta en la carpa de información."];
  return html`<p class="say" lang="en">Text<br /> <b>NEED</b>,<br /> <b>GIFT</b>,<br /> <b>GROUP</b> or<br /> <b>AGENDA</b> ${to}</p>
      <p class="say" lang="es">Escribe<br /> <b>NECESITO</b>,<br /> <b>REGALO</b>,<br /> <b>GRUPO</b> o<br /> <b>AGENDA</b> ${al}</p>`;
}
