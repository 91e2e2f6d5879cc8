import { html } from "hono/html";
import { typing } from "../keyboard/field.ts";
import { wishFields } from "../phone/wish-fields.ts";
import { slipPart } from "../print/slip.ts";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { shell } from "../shell/words.ts";
import { join } from "./words.ts";

export type JoinGroup = {
  readonly id: number;
  readonly name: string;
  readonly place: string;
  readonly contact: string;
  /** It takes newcomers here; else in person only. */
  readonly open: boolean;
  readonly next: { readonly when: string; readonly place: string } | null;
};

/** By text, by a name at the tent, or by just going there. */
export function joinPage(frame: Frame, group: JoinGroup): Html {
  const words = join[frame.language];
  const path = `/kiosk/groups/${group.id}`;
  if (!frame.mayAct || !group.open) return inPersonPage(frame, group);
  return screen({
    frame,
    name: "join",
    title: words.title,
    back: path,
    body: html`<div class="asked"><p class="quote clip"><b>${group.name}</b> ${whenAndWhere(frame, group)}</p>
      <ul class="tiles n3">
        <li><form class="fill" method="post" action="${at(frame, "/kiosk/phone")}">${wishFields({ does: "join", group: group.id })}<button class="tile">${icon("phone")}<span>${words.text}<small>${words.textSays}</small></span></button></form></li>
        <li><a class="tile" href="${at(frame, `${path}/name`)}">${icon("person")}<span>${words.name}<small>${words.nameSays}</small></span></a></li>
        <li><a class="tile" href="${at(frame, `${path}/come`)}">${icon("pin")}<span>${words.come}<small>${words.comeSays}</small></span></a></li>
      </ul></div>`,
  });
}

function inPersonPage(frame: Frame, group: JoinGroup): Html {
  const words = join[frame.language];
  return screen({
    frame,
    name: "join",
    title: words.closed,
    back: `/kiosk/groups/${group.id}`,
    body: html`<div class="asked"><p class="quote clip"><b>${group.name}</b> ${whenAndWhere(frame, group)} ${group.contact === "" ? "" : words.askFor(group.contact)}</p>
      ${frame.mayAct ? "" : html`<p>${shell[frame.language].readOnly}</p>`}
      <a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.person}</a></div>`,
  });
}

/** How helpers will know them, as at the tent. */
export function namePage(
  frame: Frame,
  { id, nonce, isAgain }: { readonly id: number; readonly nonce: string; readonly isAgain: boolean },
): Html {
  const words = join[frame.language];
  return screen({
    frame,
    name: "name",
    title: isAgain ? words.again : words.called,
    back: `/kiosk/groups/${id}/join`,
    self: `/kiosk/groups/${id}/name`,
    isPersonal: true,
    body: html`<form method="post" action="${at(frame, `/kiosk/groups/${id}/name`)}"><input type="hidden" name="nonce" value="${nonce}" />
      ${typing(frame, { name: "handle", label: words.calledSays, most: 15 })}<button class="go">${words.join}</button></form>`,
  });
}

/** Where to go and who to ask for, to take along. `handle`: what the tent calls them; null for who just comes. */
export function comePage(frame: Frame, group: JoinGroup, handle: string | null): Html {
  const words = join[frame.language];
  const lines = [
    whenAndWhere(frame, group),
    ...(group.contact === "" ? [] : [words.askFor(group.contact)]),
    ...(handle === null ? [] : [words.known(handle)]),
  ];
  return screen({
    frame,
    name: "come",
    title: handle === null ? words.justCome : words.in,
    back: `/kiosk/groups/${group.id}`,
    self: `/kiosk/groups/${group.id}`,
    isPersonal: handle !== null,
    body: html`<div class="asked"><p class="quote clip"><b>${group.name}</b> ${lines.join(" ")}</p>
      <div class="actions">${slipPart(frame, { title: group.name, lines, digits: null })}
      <a class="second" href="/kiosk" data-over>${icon("yes")} ${words.done}</a></div></div>`,
  });
}

/** This screen did too much within an hour. */
export function tooManyPage(frame: Frame, id: number): Html {
  const words = join[frame.language];
  return screen({
    frame,
    name: "too-many",
    title: words.person,
    back: `/kiosk/groups/${id}`,
    self: `/kiosk/groups/${id}`,
    body: html`<div class="column"><p>${words.tooMany}</p><a class="go" href="${at(frame, "/kiosk/person")}">${icon("person")} ${words.person}</a></div>`,
  });
}

function whenAndWhere({ language }: Frame, { next, place }: JoinGroup): string {
  const words = join[language];
  if (next) return words.meets(next.when, next.place || place);
  return place === "" ? words.noMeeting : `${words.noMeeting} ${words.atPlace(place)}`;
}
