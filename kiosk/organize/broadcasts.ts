import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { type BroadcastRefusal, broadcasts } from "./words/broadcasts.ts";

type Facts = {
  readonly frame: Frame;
  readonly list: readonly {
    readonly id: number;
    readonly words: string;
    readonly state: "draft" | "waiting" | "released" | "sending" | "paused" | "stopped" | "done";
    readonly createdBy: string;
    readonly when: string;
    readonly audience: string;
  }[];
  readonly refusal: BroadcastRefusal | null;
};

/** All broadcasts, newest first. */
export function broadcastsPage({ frame, list, refusal }: Facts): Html {
  const words = broadcasts[frame.language];
  return consolePage({
    frame,
    here: "broadcasts",
    styles: ["organize/broadcast.css"],
    title: words.title,
    body: html`
      ${refusal === null ? "" : html`<p class="refusal" role="alert">${words.refusals[refusal]}</p>`}
      <p class="soft">${words.rule}</p>
      <p><a class="button" href="/organize/broadcasts/new">${words.write}</a></p>
      ${
        list.length === 0
          ? html`<p>${words.none}</p>`
          : html`<ul class="slips list">${list.map(
              (each) => html`<li class="slip">
                <h2><a href="/organize/broadcasts/${each.id}">${each.words}</a></h2>
                <p><span class="tag">${words.state[each.state]}</span> ${each.audience}</p>
                <p class="soft">${each.when}, ${words.by} ${each.createdBy}</p>
              </li>`,
            )}</ul>`
      }`,
  });
}
