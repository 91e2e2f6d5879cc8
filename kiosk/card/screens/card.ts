import { html } from "hono/html";
import { icon } from "../../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../../shell/screen.ts";
import type { CardFacts, Said } from "../page.ts";
import { card as cardWords } from "../words.ts";
import { panel, post, type Tone } from "./panel.ts";
import { takenScreen } from "./taken.ts";
import { type CardScreenWords, cardScreens } from "./words.ts";

/** So many letters stand on the smallest screen. */
const MOST_SHOWN = 84;

/** A card that was scanned or typed, or what came of its buttons. */
export function cardScreen(frame: Frame, facts: CardFacts): Html {
  const { said } = facts;
  if (said && "slip" in said) return takenScreen(frame, facts, said);
  const words = cardScreens[frame.language];
  const state = said ? saidOf(said.what, words, frame, facts) : stateOf(frame, facts, words);
  return outcome(frame, { ...state, reposts: said === null });
}

export type Outcome = {
  readonly title: string;
  readonly tone: Tone;
  readonly says: Html;
  readonly actions: Html;
  readonly isPersonal?: boolean;
  /** It came from a look alone, which another language may repeat. */
  readonly reposts?: boolean;
};

export function outcome(frame: Frame, shown: Outcome): Html {
  const { title, isPersonal = false, reposts = false } = shown;
  return screen({
    frame,
    name: "outcome",
    title,
    back: "/kiosk/card",
    self: "/kiosk/card",
    isPersonal,
    reposts,
    body: panel(shown),
  });
}

/** Another card, or the doors: no outcome is the end. */
export function onwards(frame: Frame, words: CardScreenWords): Html {
  return html`<a class="go" href="${at(frame, "/kiosk/card")}">${icon("scan")} ${words.scan}</a>`;
}

type Done = Exclude<Said, { slip: string }>["what"];
const GOOD: ReadonlySet<Done> = new Set(["isDone", "isHalf", "isBack", "isPassed"]);

function saidOf(what: Done, words: CardScreenWords, frame: Frame, facts: CardFacts): Outcome {
  const [title, next] = words.done[what];
  const tone = GOOD.has(what) ? "yes" : what === "notNow" ? "wait" : "no";
  const actions = what === "noThing" ? kinds(frame, facts, words) : onwards(frame, words);
  return { title, tone, says: html`<p>${next}</p>`, actions };
}

function stateOf(frame: Frame, facts: CardFacts, words: CardScreenWords): Outcome {
  const { state, isReplaced } = facts;
  switch (state) {
    case "active":
      return active(frame, facts, words);
    case "blank":
      return {
        title: words.blank,
        tone: "yes",
        says: html`<p>${words.blankNext}</p>`,
        actions: kinds(frame, facts, words),
      };
    case "claimed":
      return claimed(frame, facts, words);
    case "fulfilled":
    case "expired": {
      const [title, next] = words.over[state];
      const says = html`<p>${next}</p>${near(facts, words)}`;
      return { title, tone: "wait", says, actions: onwards(frame, words) };
    }
    case "printed":
    case "void": {
      const [title, next] = words.over[isReplaced ? "replaced" : "void"];
      return { title, tone: "no", says: html`<p>${next}</p>`, actions: onwards(frame, words) };
    }
    default:
      return state satisfies never;
  }
}

function active(frame: Frame, facts: CardFacts, words: CardScreenWords): Outcome {
  const { kind, left, nonce } = facts;
  const seen = facts.seen ?? "";
  const isNeed = kind === "need";
  const take = html`<button class="go">${icon(isNeed ? "hand" : "give")} ${isNeed ? words.help : words.take}</button>`;
  const many = left !== null && left > 1;
  return {
    title: isNeed ? words.need : words.gift,
    tone: "yes",
    says: html`<h2>${facts.words}</h2><p>${details(frame, facts)}</p>`,
    actions: html`${post(at(frame, many ? "/kiosk/card/many" : "/kiosk/card/claim"), { seen, nonce }, take, many ? undefined : "claim")}
      ${wholeOf(frame, facts, words)}
      ${post(at(frame, "/kiosk/card/passed"), { seen }, html`<button class="second">${words.passed}</button>`)}`,
  };
}

function wholeOf(frame: Frame, facts: CardFacts, words: CardScreenWords): Html {
  if ((facts.words ?? "").length <= MOST_SHOWN) return html``;
  const button = html`<button class="second">${words.whole}</button>`;
  return post(at(frame, "/kiosk/card/read"), { seen: facts.seen ?? "" }, button);
}

function details({ language }: Frame, { until, left, place, hands }: CardFacts): string {
  const words = cardWords[language];
  return [
    left !== null && left > 1 ? `${left} ${words.left}` : "",
    until === null ? "" : `${words.until} ${until}`,
    place === null ? "" : `${words.ask} ${place}`,
    hands > 0 ? words.hands(hands) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function claimed(frame: Frame, facts: CardFacts, words: CardScreenWords): Outcome {
  const { kind, takenAt } = facts;
  const mine = html`<a class="second" href="${at(frame, "/kiosk/card/digits")}">${icon("print")} ${words.mySlip}</a>`;
  return {
    title: words.claimed[kind ?? "gift"],
    tone: "wait",
    says: html`<p>${takenAt === null ? "" : words.since(takenAt)} ${words.wasYou}</p>${near(facts, words)}`,
    actions: html`${onwards(frame, words)}${mine}`,
  };
}

function near({ near: post }: CardFacts, words: CardScreenWords): Html {
  return post === null ? html`` : html`<p class="line">${words.near} <b>${post}</b></p>`;
}

function kinds(frame: Frame, { seen }: CardFacts, words: CardScreenWords): Html {
  const button = (kind: "need" | "gift", label: string) =>
    post(
      at(frame, "/kiosk/card/write"),
      { seen: seen ?? "", kind },
      html`<button class="go">${icon(kind === "need" ? "need" : "give")} ${label}</button>`,
    );
  return html`${button("need", words.isNeed)}${button("gift", words.isGift)}`;
}
