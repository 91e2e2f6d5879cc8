import { html } from "hono/html";
import type { Sign } from "#server/domain/signs.ts";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { status } from "./words/status.ts";

export type StatusFacts = {
  readonly frame: Frame;
  readonly at: string;
  readonly bad: ReadonlySet<Sign>;
  readonly carrier: "twilio" | "simulator";
  readonly haltedCode: string | null;
  readonly jobs: { readonly count: number; readonly since: string | null };
  readonly texts: {
    readonly due: number;
    readonly since: string | null;
    readonly later: number;
    readonly unpaid: number;
    readonly inDoubt: number;
  };
  readonly segments: { readonly today: number; readonly budget: number | null };
  readonly lastBackup: string | null;
  readonly disk: { readonly free: string; readonly size: string } | null;
};

type Words = (typeof status)[Frame["language"]];

/** How the machine and the line stand, in plain words: what is well, and what somebody should look at. */
export function statusPage(facts: StatusFacts): Html {
  const { frame, at, bad } = facts;
  const words = status[frame.language];
  const rows = rowsOf(facts, words);
  return consolePage({
    frame,
    here: "status",
    title: words.title,
    body: html`
      <p class="${bad.size === 0 ? "note" : "refusal"}" role="status">${bad.size === 0 ? words.allGood : words.look}</p>
      <p class="soft">${words.asOf} ${at} · <a href="/organize/status">${words.again}</a></p>
      <ul class="slips one">${rows.map(([sign, lines]) => slip(sign, lines, bad.has(sign), words))}</ul>
      <p class="soft"><a href="/organize/queues">${words.queues}</a></p>`,
  });
}

function slip(sign: Sign, lines: readonly string[], isBad: boolean, words: Words): Html {
  return html`<li class="slip" id="sign-${sign}">
    <h2 class="head">${words[sign]} <span class="tag ${isBad ? "alarm" : "good"}">${isBad ? words.bad : words.fine}</span></h2>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </li>`;
}

function rowsOf(facts: StatusFacts, words: Words): readonly (readonly [Sign, readonly string[]])[] {
  const { bad, segments, lastBackup, disk } = facts;
  const { today, budget } = segments;
  const figures = { today, budget: budget ?? "" };
  return [
    ["carrier", [carrierLine(facts, words)]],
    ["work", [workLine(facts, words)]],
    ["texts", textLines(facts, words)],
    [
      "segments",
      [
        fill(budget === null ? words.segmentsNoBudget : words.segmentsOf, figures),
        ...(bad.has("segments") ? [fill(words.segmentsBad, figures)] : []),
      ],
    ],
    [
      "backup",
      lastBackup === null
        ? [words.backupNone]
        : [fill(words.backupAt, { at: lastBackup }), ...(bad.has("backup") ? [words.backupOld] : [])],
    ],
    [
      "disk",
      [disk ? fill(words.diskFree, disk) : words.diskUnknown, ...(bad.has("disk") ? [words.diskBad] : [])],
    ],
  ];
}

function carrierLine({ haltedCode, carrier }: StatusFacts, words: Words): string {
  if (haltedCode !== null) return fill(words.carrierBad, { code: haltedCode });
  return carrier === "simulator" ? words.carrierSimulator : words.carrierGood;
}

function workLine({ jobs, bad }: StatusFacts, words: Words): string {
  const { count, since } = jobs;
  if (since === null) return words.workGood;
  return fill(bad.has("work") ? words.workBad : words.workSome, { count, since });
}

function textLines({ texts }: StatusFacts, words: Words): readonly string[] {
  const { due, since, later, unpaid, inDoubt } = texts;
  const lines = [
    due > 0 && since !== null ? fill(words.textsDue, { count: due, since }) : "",
    later > 0 ? fill(words.textsLater, { count: later }) : "",
    unpaid > 0 ? fill(words.textsUnpaid, { count: unpaid }) : "",
    inDoubt > 0 ? fill(words.textsDoubt, { count: inDoubt }) : "",
  ].filter((line) => line !== "");
  return lines.length > 0 ? lines : [words.textsNone];
}

/** Puts figures where the braces of a sentence are. */
function fill(sentence: string, figures: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(figures[name] ?? ""));
}
