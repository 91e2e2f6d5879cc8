import { html } from "hono/html";
import { slipPart } from "../print/slip.ts";
import { type IconName, icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { type StaffWords, staff } from "./words.ts";

export const STAFF_VIEWS = ["all", "printer", "queue", "network", "errors"] as const;
export type StaffView = (typeof STAFF_VIEWS)[number];

export type StaffFacts = {
  readonly frame: Frame;
  /** That the PIN was typed, for the next touch. */
  readonly ticket: string;
  readonly view: StaffView;
  readonly isSaved: boolean;
  readonly kiosk: { readonly name: string; readonly isOutOfOrder: boolean; readonly isMeasured: boolean };
  readonly printer: {
    /** Null: the browser prints. */
    readonly address: string | null;
    readonly state: "ready" | "no-paper" | "cover-open" | "fault" | "no-answer" | "browser";
    readonly isLow: boolean;
  };
  readonly queue: { readonly jobs: number; readonly oldestSeconds: number | null; readonly texts: number };
  readonly network: { readonly address: string; readonly server: string; readonly halted: readonly string[] };
  readonly version: string;
  readonly errors: readonly { readonly when: string; readonly what: string }[];
};

/** How this screen and what is behind it are: six tiles, and behind four of them what is known. */
export function staffPage(facts: StaffFacts): Html {
  const { frame, view } = facts;
  const words = staff[frame.language];
  return screen({
    frame,
    name: `staff-${view}`,
    title: titleOf(facts, words),
    back: "/kiosk/staff",
    self: "/kiosk/staff",
    isPersonal: true,
    body:
      view === "all" ? allOf(facts, words) : html`<div class="column">${viewOf(facts, view, words)}</div>`,
  });
}

function titleOf({ view, kiosk, version }: StaffFacts, words: StaffWords): string {
  if (view === "all") return kiosk.name;
  return view === "errors" ? `${words.errors} · ${version}` : words[view];
}

function allOf(
  { frame, ticket, isSaved, kiosk, printer, queue, network, version, errors }: StaffFacts,
  words: StaffWords,
): Html {
  const tile = (name: string, value: string, label: string, says: string, picture: IconName) =>
    html`<li><button class="tile" name="${name}" value="${value}" ${name === "view" ? "" : html`formaction="${at(frame, `/kiosk/staff/${name}`)}"`}>${icon(picture)}<span>${label}<small>${says}</small></span></button></li>`;
  const { isOutOfOrder, isMeasured } = kiosk;
  return html`<form class="fill" method="post" action="${at(frame, "/kiosk/staff/view")}"><input type="hidden" name="ticket" value="${ticket}" />
    <ul class="tiles n6">
      ${tile("view", "printer", words.printer, printer.isLow ? words.low : words[printer.state], "print")}
      ${tile("view", "queue", words.queue, words.jobs(queue.jobs), "list")}
      ${tile("view", "network", words.network, network.halted.length > 0 ? words.sender : network.address, "talk")}
      ${tile("ruler", "", words.size, isSaved ? words.saved : isMeasured ? words.measured : words.guessed, "scan")}
      ${tile("order", isOutOfOrder ? "in" : "out", isOutOfOrder ? words.in : words.out, "", isOutOfOrder ? "yes" : "hand")}
      ${tile("view", "errors", words.errors, errors.length > 0 ? String(errors.length) : `${words.noErrors} · ${version}`, "care")}
    </ul></form>`;
}

function viewOf(facts: StaffFacts, view: Exclude<StaffView, "all">, words: StaffWords): Html {
  const { frame, kiosk, printer, queue, network, errors } = facts;
  switch (view) {
    case "printer":
      return html`<p>${printer.address === null ? words.browserSays : html`${printer.address}: <b>${words[printer.state]}${printer.isLow ? ` · ${words.low}` : ""}</b>`}</p>
        <div class="actions">${slipPart(frame, { title: words.testTitle, lines: [kiosk.name, words.testLine], digits: "1234567890" })}${backToAll(facts, words)}</div>`;
    case "queue":
      return lines(facts, words, [
        `${words.jobsDue}: ${queue.jobs}${queue.oldestSeconds === null ? "" : `, ${words.oldest(queue.oldestSeconds)}`}`,
        `${words.texts}: ${queue.texts}`,
        html`${words.scans}: <b data-waiting-here>0</b>`,
      ]);
    case "network":
      return lines(facts, words, [
        `${words.address}: ${network.address}`,
        `${words.server} ${network.server}`,
        ...(network.halted.length === 0 ? [] : [`${words.sender}: ${network.halted.join(", ")}`]),
      ]);
    case "errors":
      return lines(
        facts,
        words,
        errors.length === 0 ? [words.noErrors] : errors.map(({ when, what }) => `${when} ${what}`),
      );
    default:
      return view satisfies never;
  }
}

function lines(facts: StaffFacts, words: StaffWords, all: readonly (string | Html)[]): Html {
  return html`<ul class="staff-facts">${all.map((each) => html`<li>${each}</li>`)}</ul>${backToAll(facts, words)}`;
}

function backToAll({ frame, ticket }: StaffFacts, words: StaffWords): Html {
  return html`<form method="post" action="${at(frame, "/kiosk/staff/view")}"><input type="hidden" name="ticket" value="${ticket}" /><button class="second" name="view" value="all">${icon("back")} ${words.all}</button></form>`;
}
