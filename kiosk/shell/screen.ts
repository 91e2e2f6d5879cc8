import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "#server/domain/language.ts";
import { type IconName, icon } from "./icons.ts";
import { type ShellWords, shell } from "./words.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every screen is given. */
export type Frame = {
  readonly nodeName: string;
  readonly language: Language;
  /** Else this screen may only be read. */
  readonly mayAct: boolean;
  /** How paper comes out here: the browser's own printer, or a receipt printer in the network. */
  readonly printsBy: "browser" | "network";
  /** Where it can be asked for again, in another language: a path and its query, without the language. */
  readonly self: string;
  /** By the camp's clock: dark then, so that nobody is dazzled. */
  readonly isNight: boolean;
};

export type Screen = {
  readonly frame: Frame;
  /** Its name in styles and tests. */
  readonly name: string;
  readonly title: string;
  readonly body: Html;
  /** One step back; null on the doors. */
  readonly back: string | null;
  /** "2 of 3", where it is one of several questions. */
  readonly step?: { readonly at: number; readonly of: number };
  /** Shows what is one person's: forgotten sooner. */
  readonly isPersonal?: boolean;
  /** How long it may stand without a touch, where that is another time. */
  readonly idleSeconds?: number;
  /** Where another language is asked for, when the screen itself came from a form. */
  readonly self?: string;
  /** It came from a form that may be sent again in another language: twice is once. */
  readonly reposts?: boolean;
};

/** After so long without a touch everything of a person is gone from the screen. */
const IDLE_SECONDS = 120;
const IDLE_PERSONAL_SECONDS = 60;

/** One screen of the kiosk: a question, what can be touched, and the same bar below. Works without scripts too. */
export function screen(shown: Screen): Html {
  const { frame, name, title, body, back, step, self, reposts } = shown;
  const words = shell[frame.language];
  return documentOf({
    frame,
    title,
    name,
    idleSeconds: shown.idleSeconds ?? (shown.isPersonal ? IDLE_PERSONAL_SECONDS : IDLE_SECONDS),
    body: html`<header>
      <h1 tabindex="-1">${title}</h1>
      ${step ? progress(step, words) : ""}
    </header>
    <main>${body}</main>
    ${pager(words)}
    ${bar(frame, back, { path: self ?? frame.self, reposts: reposts ?? false }, words)}
    ${overlays(words)}`,
  });
}

/** A path within the kiosk, in the language of the screen. */
export function at({ language }: Pick<Frame, "language">, path: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}

type Document = {
  readonly frame: Frame;
  readonly title: string;
  readonly name: string;
  /** 0: it may stand for ever. */
  readonly idleSeconds: number;
  readonly body: Html;
};

export function documentOf({ frame, title, name, idleSeconds, body }: Document): Html {
  return html`<!doctype html>
<html lang="${frame.language}" ${frame.isNight ? "data-night" : ""}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · ${frame.nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/shell/shell.css" />
    <link rel="stylesheet" href="/assets/shell/parts.css" />
    <link rel="stylesheet" href="/assets/shell/overlays.css" />
    <link rel="stylesheet" href="/assets/shell/looks.css" />
    <link rel="stylesheet" href="/assets/home/attract.css" />
    <link rel="stylesheet" href="/assets/devices/devices.css" />
    <link rel="stylesheet" href="/assets/home/attract-sizes.css" />
    <link rel="stylesheet" href="/assets/days/days.css" />
    <link rel="stylesheet" href="/assets/keyboard/keyboard.css" />
    <link rel="stylesheet" href="/assets/posts/posts.css" />
    <link rel="stylesheet" href="/assets/print/slip.css" />
    <link rel="stylesheet" href="/assets/groups/groups.css" />
    <link rel="stylesheet" href="/assets/groups/group.css" />
    <link rel="stylesheet" href="/assets/groups/sizes.css" />
    <link rel="stylesheet" href="/assets/map/map.css" />
    <link rel="stylesheet" href="/assets/card/panel.css" />
    <link rel="stylesheet" href="/assets/card/scan.css" />
    <link rel="stylesheet" href="/kiosk/size.css" />
    <script type="module" src="/assets/shell/browser/main.ts"></script>
  </head>
  <body data-screen="${name}" data-idle="${idleSeconds}" ${frame.mayAct ? "data-acts" : ""}>
    ${body}
  </body>
</html>`;
}

function progress({ at, of }: { readonly at: number; readonly of: number }, words: ShellWords): Html {
  const dots = Array.from({ length: of }, (_, index) => html`<i class="${index < at ? "done" : ""}"></i>`);
  return html`<p class="step"><span>${words.step(at, of)}</span><span class="dots" aria-hidden="true">${dots}</span></p>`;
}

/** Arrows through what does not fit on one screen: there only where something does not. */
function pager(words: ShellWords): Html {
  return html`<nav class="pager" aria-label="${words.pages}" data-pager hidden>
      <button type="button" data-previous aria-label="${words.previous}">${icon("up")}</button>
      <p data-page></p>
      <button type="button" data-next aria-label="${words.next}">${icon("down")}</button></nav>`;
}

/** Always in the same place: back, start over, and how the screen looks and speaks. */
function bar(
  frame: Frame,
  back: string | null,
  self: { readonly path: string; readonly reposts: boolean },
  words: ShellWords,
): Html {
  const other = frame.language === "en" ? "es" : "en";
  return html`<nav class="bar" aria-label="${words.bar}">
      ${back === null ? html`<span></span>` : html`<a href="${at(frame, back)}" data-back>${icon("back")}<span>${words.back}</span></a>`}
      <a href="/kiosk" data-over>${icon("over")}<span>${words.over}</span></a>
      <span class="gap"></span>
      <button type="button" data-listen aria-pressed="false" aria-label="${words.listen}">${icon("listen")}</button>
      <button type="button" data-large aria-pressed="false" aria-label="${words.large}">${icon("large")}</button>
      <button type="button" data-contrast aria-pressed="false" aria-label="${words.contrast}">${icon("contrast")}</button>
      <a href="${at({ language: other }, self.path)}" hreflang="${other}" lang="${other}" data-language ${self.reposts ? "data-repost" : ""}>${words.other}</a>
    </nav>`;
}

/** What comes over any screen: how long it still stands, and what went wrong. */
function overlays(words: ShellWords): Html {
  return html`<dialog data-stay aria-labelledby="stay-title"><h2 id="stay-title">${words.stay}</h2>
      <p>${words.staySays} <b data-left></b></p>
      <button type="button" class="go" data-here>${words.here}</button>
      <button type="button" class="second" data-finish>${words.finish}</button></dialog>
    <dialog data-fault aria-labelledby="fault-title"><h2 id="fault-title">${words.fault}</h2>
      <p data-says="broken" hidden>${words.broken}</p>
      <p data-says="away" hidden>${words.away}</p>
      <p data-says="mute" hidden>${words.mute}</p>
      <p data-says="staff" hidden>${words.staff} <b data-waiting-here></b></p>
      <button type="button" class="go" data-close>${words.close}</button></dialog>
    <p class="away" role="status" data-away hidden>${words.awayBanner}</p>`;
}

type Tile = {
  readonly href: string;
  readonly icon: IconName;
  readonly label: string;
  readonly says?: string;
};

/** Big things to touch, at most six on a screen. */
export function tiles(frame: Frame, all: readonly Tile[]): Html {
  return html`<ul class="tiles n${all.length}">${all.map(
    ({ href, icon: name, label, says }) =>
      html`<li><a class="tile" href="${at(frame, href)}">${icon(name)}<span>${label}${says ? html`<small>${says}</small>` : ""}</span></a></li>`,
  )}</ul>`;
}
