import { html, raw } from "hono/html";
import type { Language } from "#server/domain/language.ts";
import { readableNumber } from "../readable-number.ts";
import { icon } from "../shell/icons.ts";
import { documentOf, type Frame, type Html } from "../shell/screen.ts";
import { smsCode } from "../sms-code.ts";
import { type HomeWords, home } from "./words.ts";

export type AttractFacts = {
  readonly frame: Frame;
  readonly languages: readonly Language[];
  /** What people text: E.164 or a short code; a carrier's service id cannot be texted and is not shown. */
  readonly number: string;
  readonly needs: number;
  /** Of the camp, whatever the screen's own clock is set to. */
  readonly timeZone: string;
  /** The next gathering for everybody: its time on the camp's clock, and its day in words of each language. */
  readonly next: {
    readonly title: string;
    readonly place: string;
    readonly clock: string;
    readonly day: Readonly<Record<Language, string>>;
  } | null;
};

/** Of so many letters a title may stand in the biggest. */
const SHORT = 22;

/** Pictures of what is behind the doors, for who does not read. */
const HINTS = ["group", "give", "card", "agenda", "person"] as const;

/** What stands there while nobody does: only what anybody may see. Any touch begins. */
export async function attractPage(facts: AttractFacts): Promise<Html> {
  const { frame, languages } = facts;
  return documentOf({
    frame,
    title: home[frame.language].begin,
    name: "attract",
    idleSeconds: 0,
    body: html`<a class="anywhere" href="/kiosk/language" tabindex="-1" aria-hidden="true"></a>
    <header><h1>${frame.nodeName}</h1><time data-clock data-zone="${facts.timeZone}"></time></header>
    <main>
      <section class="next" data-live>${news(facts)}</section>
      <div class="hints" aria-hidden="true">${HINTS.map((name) => html`<i>${icon(name)}</i>`)}</div>
      <ul class="begin">${languages.map((each) => html`<li><a class="go" lang="${each}" hreflang="${each}" href="/kiosk/doors?lang=${each}">${icon("hand")}<span>${home[each].begin}</span></a></li>`)}</ul>
    </main>
    ${await textUs(facts)}`,
  });
}

function news({ next, needs, languages }: AttractFacts): Html {
  const said = (words: (each: HomeWords, language: Language) => string) =>
    languages.map((each) => html`<span lang="${each}">${words(home[each], each)}</span> `);
  return html`${next === null ? html`<p class="title long">${said(({ noNext }) => noNext)}</p>` : html`<p class="over">${said((words, each) => `${words.next}, ${next.day[each]}`)}</p><p class="title${next.title.length > SHORT ? " long" : ""}">${next.title}</p><p class="where"><b>${next.clock}</b> ${next.place}</p>`}
      <p class="count">${said((words) => words.needs(needs))}</p>`;
}

async function textUs({ number, languages }: AttractFacts): Promise<Html> {
  const readable = readableNumber(number);
  if (readable === null) return html``;
  return html`<footer><div>${languages.map((each) => html`<p lang="${each}">${home[each].orText}</p>`)}<p class="number">${readable}</p></div>
    <div class="code" role="img" aria-label="QR code: text ${readable}">${raw(await smsCode(number))}</div></footer>`;
}
