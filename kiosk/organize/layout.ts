import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "#server/domain/language.ts";
import { shell } from "./words/shell.ts";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The doors of the console, in the order of how often they are used. */
const DOORS = [
  "home",
  "inbox",
  "posts",
  "groups",
  "gatherings",
  "broadcasts",
  "tent",
  "cards",
  "kiosks",
  "map",
  "people",
  "status",
] as const;
export type Door = (typeof DOORS)[number];

/** What every page of the console is given. */
export type Frame = {
  readonly nodeName: string;
  readonly language: Language;
  /** How the person at the console is called. */
  readonly name: string;
  /** Which doors this person's roles open. */
  readonly doors: readonly Door[];
};

const PATHS: Readonly<Record<Door, string>> = {
  home: "/organize",
  inbox: "/organize/inbox",
  posts: "/organize/posts",
  groups: "/organize/groups",
  gatherings: "/organize/gatherings",
  broadcasts: "/organize/broadcasts",
  tent: "/organize/tent",
  cards: "/organize/cards",
  kiosks: "/organize/kiosks",
  map: "/organize/map",
  people: "/organize/people",
  status: "/organize/status",
};

type Page = {
  readonly frame: Frame;
  readonly here: Door;
  readonly title: string;
  readonly body: Html;
  /** Scripts under `/assets/`, for what works better with them. */
  readonly scripts?: readonly string[];
  /** Styles under `/assets/` that this page needs beside the common ones. */
  readonly styles?: readonly string[];
};

/** A page of the console: works without JavaScript, on a phone and on a desk, by day and by night. */
export function consolePage({ frame, here, title, body, scripts = [], styles = [] }: Page): Html {
  const { language, nodeName, name } = frame;
  const words = shell[language];
  const doors = DOORS.filter((door) => frame.doors.includes(door));
  return documentOf({
    title,
    frame,
    scripts,
    styles,
    body: html`
    <a class="skip" href="#page">${words.skip}</a>
    <header class="bar">
      <p class="brand">${nodeName} <span>${words.console}</span></p>
      <nav aria-label="${words.console}">
        <ul>${doors.map((door) => html`<li><a href="${PATHS[door]}" ${door === here ? html`aria-current="page"` : ""}>${words[door]}</a></li>`)}</ul>
      </nav>
      <div class="me">
        <span>${name}</span>
        ${languageForm(language)}
        <form method="post" action="/organize/sign-out"><button class="quiet">${words.signOut}</button></form>
      </div>
    </header>
    <main id="page">
      <h1>${title}</h1>
      ${body}
    </main>`,
  });
}

/** A page before anybody is signed in. */
export function doorPage(
  frame: Pick<Frame, "nodeName" | "language">,
  { title, body }: { title: string; body: Html },
): Html {
  return documentOf({
    title,
    frame,
    scripts: [],
    styles: [],
    body: html`
    <main id="page" class="door">
      <p class="brand">${frame.nodeName} <span>${shell[frame.language].console}</span></p>
      <h1>${title}</h1>
      ${body}
      ${languageForm(frame.language)}
    </main>`,
  });
}

function languageForm(language: Language): Html {
  const other = language === "en" ? "es" : "en";
  return html`<form method="post" action="/organize/language">
    <button class="quiet" name="language" value="${other}" lang="${other}">${shell[language].other}</button>
  </form>`;
}

type Document = {
  readonly title: string;
  readonly frame: Pick<Frame, "nodeName" | "language">;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly body: Html;
};

function documentOf({ title, frame, scripts, styles, body }: Document): Html {
  return html`<!doctype html>
<html lang="${frame.language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · ${frame.nodeName}</title>
    <link rel="icon" href="/assets/icon.svg" />
    <link rel="stylesheet" href="/assets/organize/base.css" />
    <link rel="stylesheet" href="/assets/organize/parts.css" />
    <link rel="stylesheet" href="/assets/organize/forms.css" />
    ${styles.map((file) => html`<link rel="stylesheet" href="/assets/${file}" />`)}
    ${scripts.map((file) => html`<script type="module" src="/assets/${file}"></script>`)}
  </head>
  <body>${body}
  </body>
</html>`;
}
