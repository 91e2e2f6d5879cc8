import { html } from "hono/html";
import type { Company, FreeTime } from "#server/domain/group-fit.ts";
import type { Interest } from "#server/domain/interest.ts";
import type { IconName } from "../shell/icons.ts";
import { type Frame, type Html, screen, tiles } from "../shell/screen.ts";
import { type Answered, withAnswers } from "./answered.ts";
import { choice } from "./beside.ts";
import { type GroupShown, suggestion } from "./cards.ts";
import { interestIcon, interestName } from "./interests.ts";
import { groups } from "./words.ts";

const PATH = "/kiosk/groups";

type Likes = {
  readonly frame: Frame;
  /** Of this page. */
  readonly interests: readonly Interest[];
  /** The page after it; null: this is all. */
  readonly nextPage: number | null;
};

/** The first question. A word of one's own and the whole list are always there. */
export function likesPage({ frame, interests, nextPage }: Likes): Html {
  const words = groups[frame.language];
  const asked = interests.map((interest) => ({
    href: withAnswers(`${PATH}/time`, { interest }),
    icon: interestIcon(interest),
    label: interestName(interest, frame.language),
  }));
  const more: typeof asked =
    nextPage === null ? [] : [{ href: `${PATH}?page=${nextPage}`, icon: "more", label: words.more }];
  return screen({
    frame,
    name: "likes",
    title: words.likes,
    back: "/kiosk/doors",
    step: { at: 1, of: 3 },
    body: choice(frame, tiles(frame, [...asked, ...more]), [
      ...(frame.mayAct ? [{ href: `${PATH}/word`, icon: "type", label: words.typeWord } as const] : []),
      { href: `${PATH}/all`, icon: "list", label: words.seeAll },
    ]),
  });
}

type Question = {
  readonly frame: Frame;
  readonly answered: Answered;
  /** The best group so far; null: there is none at all. */
  readonly best: GroupShown | null;
};

const TIME_ICONS: Readonly<Record<FreeTime, IconName>> = {
  morning: "morning",
  midday: "noon",
  evening: "evening",
  any: "any",
};

export function timePage(question: Question): Html {
  const { frame, answered } = question;
  const words = groups[frame.language];
  return screen({
    frame,
    name: "time",
    title: words.time,
    back: PATH,
    step: { at: 2, of: 3 },
    body: asked(
      question,
      (["morning", "midday", "evening", "any"] as const).map((time) => ({
        href: withAnswers(`${PATH}/company`, { ...answered, time }),
        icon: TIME_ICONS[time],
        label: words.times[time],
      })),
    ),
  });
}

const COMPANY_ICONS: Readonly<Record<Company, IconName>> = {
  few: "few",
  many: "group",
  children: "child",
  anybody: "person",
};

export function companyPage(question: Question): Html {
  const { frame, answered } = question;
  const words = groups[frame.language];
  return screen({
    frame,
    name: "company",
    title: words.company,
    back: withAnswers(`${PATH}/time`, { interest: answered.interest }),
    step: { at: 3, of: 3 },
    body: asked(
      question,
      (["few", "many", "children", "anybody"] as const).map((company) => ({
        href: withAnswers(`${PATH}/found`, { ...answered, company }),
        icon: COMPANY_ICONS[company],
        label: words.companies[company],
      })),
    ),
  });
}

function asked({ frame, answered, best }: Question, answers: Parameters<typeof tiles>[1]): Html {
  const words = groups[frame.language];
  const isAbout = best?.isMet || answered.interest === null;
  const says = isAbout ? words.fitsYou : words.fitsMaybe;
  const picture = answered.interest !== null && best?.isMet ? interestIcon(answered.interest) : "group";
  return html`<div class="narrowing">${best === null ? "" : suggestion(frame, best, says, picture)}${tiles(frame, answers)}</div>`;
}
