import { html, raw } from "hono/html";
import type { Language } from "#server/domain/language.ts";
import { readableNumber } from "../readable-number.ts";
import { documentOf, type Frame, type Html } from "../shell/screen.ts";
import { smsCode } from "../sms-code.ts";
import { home } from "./words.ts";

export type AttractFacts = {
  readonly frame: Frame;
  readonly languages: readonly Language[];
  /** What people text: E.164 or a short code; a carrier's service id cannot be texted and is not shown. */
  readonly number: string;
  readonly needs: number;
  /** The next gathering for everybody, with its time in words of each language. */
  readonly next: {
    readonly title: string;
    readonly place: string;
    readonly when: Readonly<Record<Language, string>>;
  } | null;
};

/** What stands there while nobody does: only what anybody may see. Any touch begins. */
export async function attractPage(facts: AttractFacts): Promise<Html> {
  const { frame, languages } = facts;
  return documentOf({
    frame,
    title: home[frame.language].begin,
    name: "attract",
    idleSeconds: 0,
    body: html`<a class="anywhere" href="/kiosk/language" tabindex="-1" aria-hidden="true"></a>
    <header><h1>${frame.nodeName}</h1><time data-clock></time></header>
    <main>
      <section class="next" data-live>${languages.map((each) => news(facts, each))}</section>
      <ul class="begin">${languages.map((each) => html`<li><a class="go" lang="${each}" hreflang="${each}" href="/kiosk/doors?lang=${each}">${home[each].begin}</a></li>`)}</ul>
    </main>
    ${await textUs(facts)}`,
  });
}

function news({ next, needs }: AttractFacts, language: Language): Html {
  const words = home[language];
  return html`<div lang="${language}">
      ${next === null ? html`<p>${words.noNext}</p>` : html`<p class="soft">${words.next}, ${next.when[language]}</p><p class="title">${next.title}</p><p>${next.place}</p>`}
      <p class="count">${words.needs(needs)}</p></div>`;
}

async function textUs({ number, languages }: AttractFacts): Promise<Html> {
  const readable = readableNumber(number);
  if (readable === null) return html``;
  return html`<footer><div>${languages.map((each) => html`<p lang="${each}">${home[each].orText}</p>`)}<p class="number">${readable}</p></div>
    <div class="code" role="img" aria-label="QR code: text ${readable}">${raw(await smsCode(number))}</div></footer>`;
}
