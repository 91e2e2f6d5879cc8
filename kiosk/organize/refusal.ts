import { html } from "hono/html";
import { doorPage, type Frame, type Html } from "./layout.ts";
import { refusals } from "./words/refusals.ts";

export type Refusal = "gone" | "not-yours" | "cancelled" | "unreadable" | "too-large";

/** Why it was not done, and the way back; `back`: the path of the page that was left, null where nobody knows. */
export function refusalPage(
  frame: Pick<Frame, "nodeName" | "language">,
  refusal: Refusal,
  back: string | null,
): Html {
  const words = refusals[frame.language];
  return doorPage(frame, {
    title: words.title,
    body: html`<p class="refusal" role="alert">${words[refusal]}</p>
      <p>${back === null ? "" : html`<a href="${back}">${words.back}</a> · `}<a href="/organize">${words.home}</a></p>`,
  });
}
