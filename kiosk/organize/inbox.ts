import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { inbox } from "./words/inbox.ts";

/** What the page may have to say after something was done, good news first. */
export const INBOX_NEWS = ["answered", "closed", "stopped", "mutedNow", "unmutedNow"] as const;
type InboxRefusal = "taken" | "unreachable" | "noWords" | "badPhone";
export type InboxSaid = (typeof INBOX_NEWS)[number] | InboxRefusal | null;

/** What the camp's own machine has to say. */
type Warning = keyof typeof SAYS;
const SAYS = {
  sender: "senderSays",
  guesses: "guessesSays",
  kiosk: "kioskSays",
  budget: "budgetSays",
  spent: "spentSays",
} as const;

export type Entry = {
  readonly id: number;
  /** The label of the phone; null where there is none. */
  readonly phone: number | null;
  readonly reason: "emergency" | "person" | "unknown" | "out" | Warning;
  readonly urgent: boolean;
  readonly when: string;
  /** Null: forgotten. */
  readonly words: string | null;
  readonly blocked: boolean;
  readonly out: boolean;
  /** The touchscreen that calls. */
  readonly kiosk: string | null;
  readonly earlier: readonly Spoken[];
};

export type Spoken = { readonly theirs: boolean; readonly words: string | null; readonly when: string };

type Facts = {
  readonly frame: Frame;
  readonly entries: readonly Entry[];
  readonly muted: readonly { readonly phone: number; readonly since: string }[];
  /** Letters that an answer may have. */
  readonly room: number;
  readonly mayMute: boolean;
  /** Changes when the list does. */
  readonly stamp: string;
  readonly said: InboxSaid;
};

type Words = (typeof inbox)[Frame["language"]];

/** Texts that a human must answer, and the means to do so. */
export function inboxPage(facts: Facts): Html {
  const { frame, entries, muted, said, stamp } = facts;
  const words = inbox[frame.language];
  const good = INBOX_NEWS.some((each) => each === said);
  return consolePage({
    frame,
    here: "inbox",
    title: words.title,
    scripts: ["organize/browser/inbox.ts"],
    styles: ["organize/crowd.css"],
    body: html`
      ${said === null ? "" : html`<p class="${good ? "note" : "refusal"}" role="status">${words[said]}</p>`}
      <p class="soft">${words.lead}</p>
      <p><a href="/organize/inbox">${words.reload}</a></p>
      <p id="alarms" class="alarms" role="alert">${alarms(entries, words)}</p>
      <section id="entries" data-stamp="${stamp}" aria-label="${words.title}" aria-live="polite">
        ${entries.length === 0 ? html`<p class="big soft">${words.none}</p>` : html`<ul class="slips one">${entries.map((entry) => slip(entry, facts, words))}</ul>`}
      </section>
      <h2>${words.stopTitle}</h2>
      <p class="soft">${words.stopSays}</p>
      <form method="post" action="/organize/inbox/stop" class="row">
        <label>${words.number}<input type="tel" name="phone" maxlength="40" autocomplete="off" required /></label>
        <button class="danger">${words.stopIt}</button>
      </form>
      ${muted.length === 0 ? "" : html`<h2>${words.muted}</h2><ul class="slips">${muted.map((each) => mutedSlip(each, facts, words))}</ul>`}`,
  });
}

/** Stays in sight wherever on the page somebody writes. */
function alarms(entries: readonly Entry[], words: Words): Html {
  const urgent = entries.filter((entry) => entry.urgent);
  const [first] = urgent;
  if (!first) return html``;
  return html`<a href="#entry-${first.id}">${urgent.length} ${urgent.length === 1 ? words.oneUrgent : words.manyUrgent}</a>`;
}

function slip(entry: Entry, facts: Facts, words: Words): Html {
  const { id, phone, urgent, when, reason } = entry;
  const label = phone === null ? (entry.kiosk ?? words.noPhone) : `${words.phone} ${phone}`;
  return html`<li class="slip${urgent ? " urgent" : ""}" id="entry-${id}">
    <h2 class="head">${label} <span class="tag${urgent ? " alarm" : ""}">${reason === "out" ? words.outReason : words[reason]}</span>
      ${entry.blocked ? html`<span class="tag">${words.isMuted}</span>` : ""}${phone !== null && entry.out ? html`<span class="tag">${words.isOut}</span>` : ""}</h2>
    <p class="soft">${words.waits} ${when}</p>
    ${said(entry, words)}
    ${earlier(entry, words)}
    ${phone === null || entry.out ? "" : answerForm(entry, facts, words, label)}
    <form method="post" action="/organize/inbox/${id}/close"><button class="second" aria-label="${words.close}: ${label}">${words.close}</button></form>
    ${phone === null ? "" : aboutPhone(entry, phone, facts, words)}
  </li>`;
}

function said({ reason, words: said }: Entry, words: Words): Html {
  if (isWarning(reason)) return html`<p>${words[SAYS[reason]]}</p>`;
  return said === null
    ? html`<p class="soft">${words.forgotten}</p>`
    : html`<blockquote>${said}</blockquote>`;
}

function isWarning(reason: Entry["reason"]): reason is Warning {
  return Object.hasOwn(SAYS, reason);
}

function earlier({ earlier }: Entry, words: Words): Html {
  if (earlier.length === 0) return html``;
  return html`<details><summary>${words.earlier} (${earlier.length})</summary>
    <ol class="talk">${earlier.map(
      (each) =>
        html`<li class="${each.theirs ? "theirs" : "ours"}"><span class="soft">${each.theirs ? words.them : words.us}, ${each.when}</span> ${each.words ?? words.forgotten}</li>`,
    )}</ol></details>`;
}

function answerForm({ id }: Entry, { room }: Facts, words: Words, label: string): Html {
  return html`<form method="post" action="/organize/inbox/${id}/answer" class="stack">
    <label>${words.answerTo} ${label}<textarea name="words" rows="2" maxlength="${room}" required></textarea><small>${words.room} ${room}</small></label>
    <button>${words.answer}</button>
  </form>`;
}

function aboutPhone({ id, blocked, out }: Entry, phone: number, { mayMute }: Facts, words: Words): Html {
  return html`<details class="more"><summary>${words.more}</summary>
    <div class="row">
      ${out ? "" : html`<form method="post" action="/organize/inbox/${id}/stop"><button class="danger">${words.stop}</button></form>`}
      ${mayMute ? muteForm(phone, blocked, words) : ""}
    </div>
    ${mayMute && !blocked ? html`<p class="soft">${words.muteSays}</p>` : ""}
  </details>`;
}

function muteForm(phone: number, blocked: boolean, words: Words): Html {
  return html`<form method="post" action="/organize/inbox/phones/${phone}/${blocked ? "unmute" : "mute"}"><button class="${blocked ? "second" : "danger"}">${blocked ? words.unmute : words.mute}</button></form>`;
}

function mutedSlip(each: Facts["muted"][number], { mayMute }: Facts, words: Words): Html {
  return html`<li class="slip"><p>${words.phone} ${each.phone}, ${words.since} ${each.since}</p>${mayMute ? muteForm(each.phone, true, words) : ""}</li>`;
}
