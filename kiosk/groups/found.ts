import { html } from "hono/html";
import { type Frame, type Html, screen } from "../shell/screen.ts";
import { type Answered, withAnswers } from "./answered.ts";
import { choice } from "./beside.ts";
import { type GroupShown, groupCards } from "./cards.ts";
import { interestIcon } from "./interests.ts";
import { groups } from "./words.ts";

const PATH = "/kiosk/groups";

type Found = {
  readonly frame: Frame;
  readonly answered: Answered;
  readonly shown: readonly GroupShown[];
};

/** The three groups that fit best, and ways on for whom they do not. */
export function foundPage({ frame, answered, shown }: Found): Html {
  const words = groups[frame.language];
  const picture = answered.interest === null ? "group" : interestIcon(answered.interest);
  return screen({
    frame,
    name: "found",
    title: words.found,
    back: withAnswers(`${PATH}/company`, { ...answered, company: null }),
    body: choice(frame, groupsOr(frame, shown, groupCards(frame, shown, picture)), [
      { href: `${PATH}/all`, icon: "list", label: words.seeAll },
      { href: `${PATH}/nothing`, icon: "none", label: words.nothingFits },
    ]),
  });
}

type Named = { readonly frame: Frame; readonly typed: string; readonly shown: readonly GroupShown[] };

/** The groups for a word of one's own. */
export function namedPage({ frame, typed, shown }: Named): Html {
  const words = groups[frame.language];
  return screen({
    frame,
    name: "found",
    title: shown.length > 0 ? words.named(typed) : words.noSuchWord,
    back: `${PATH}/word`,
    self: `${PATH}/word`,
    body: choice(
      frame,
      shown.length > 0 ? groupCards(frame, shown) : html`<p class="column said">${words.noSuchWord}</p>`,
      [
        { href: `${PATH}/word`, icon: "type", label: words.typeWord },
        { href: `${PATH}/all`, icon: "list", label: words.seeAll },
        { href: `${PATH}/nothing`, icon: "none", label: words.nothingFits },
      ],
    ),
  });
}

type All = {
  readonly frame: Frame;
  /** Of this page. */
  readonly shown: readonly GroupShown[];
  readonly page: number;
  readonly pages: number;
};

/** Every group, a page at a time, those that sleep last. */
export function allPage({ frame, shown, page, pages }: All): Html {
  const words = groups[frame.language];
  const next = { href: `${PATH}/all?page=${(page + 1) % pages}`, icon: "next", label: words.more } as const;
  return screen({
    frame,
    name: "all",
    title: words.all,
    back: PATH,
    ...(pages > 1 ? { step: { at: page + 1, of: pages } } : {}),
    body: choice(frame, groupsOr(frame, shown, groupCards(frame, shown)), [
      ...(pages > 1 ? [next] : []),
      { href: `${PATH}/nothing`, icon: "none", label: words.nothingFits },
    ]),
  });
}

function groupsOr({ language }: Frame, shown: readonly GroupShown[], cards: Html): Html {
  return shown.length > 0 ? cards : html`<p class="column said">${groups[language].noGroups}</p>`;
}
