import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { tent } from "./words/tent.ts";

export const TENT_NEWS = ["made", "joined", "read", "forgotten", "unshared", "left"] as const;
type Refusal = "badHandle" | "handleTaken" | "phoneUnknown" | "phoneAsked" | "gone" | "notJoined" | "notOpen";
export type TentSaid = (typeof TENT_NEWS)[number] | Refusal | null;

export type TentPerson = {
  readonly id: number;
  readonly handle: string;
  readonly shares: boolean;
  /** The owner of the phone has not answered. */
  readonly asked: boolean;
  readonly posts: number;
  readonly letters: number;
};

type Words = (typeof tent)[Frame["language"]];

/** Who has no phone of their own, and how to add somebody. */
export function tentPage(facts: {
  readonly frame: Frame;
  readonly people: readonly TentPerson[];
  readonly typed: { readonly handle: string; readonly phone: string };
  readonly said: TentSaid;
}): Html {
  const { frame, people, typed } = facts;
  const words = tent[frame.language];
  return consolePage({
    frame,
    here: "tent",
    title: words.title,
    styles: ["organize/crowd.css"],
    body: html`
      ${noteOf(facts.said, words)}
      <p class="soft">${words.lead}</p>
      <h2>${words.people}</h2>
      ${people.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<ul class="slips">${people.map((each) => personSlip(each, words))}</ul>`}
      <h2>${words.add}</h2>
      <form method="post" action="/organize/tent" class="stack">
        <label>${words.handle}<input name="handle" value="${typed.handle}" maxlength="15" autocomplete="off" required /><small>${words.handleSays}</small></label>
        <label>${words.language}<select name="language"><option value="en">English</option><option value="es" ${frame.language === "es" ? "selected" : ""}>Español</option></select></label>
        <label>${words.phone}<input type="tel" name="phone" value="${typed.phone}" maxlength="40" autocomplete="off" /><small>${words.phoneSays}</small></label>
        <button>${words.addIt}</button>
      </form>`,
  });
}

function personSlip({ id, handle, shares, asked, posts, letters }: TentPerson, words: Words): Html {
  return html`<li class="slip"><h3><a href="/organize/tent/${id}">${handle}</a></h3>
    <p class="soft">${shares || asked ? html`${shares ? words.shares : words.asked} · ` : ""}${posts} ${words.openPosts} ${letters > 0 ? html`<span class="tag good">${letters} ${words.letters}</span>` : ""}</p></li>`;
}

export function noteOf(said: TentSaid, words: Words): Html {
  if (said === null) return html``;
  const good = TENT_NEWS.some((each) => each === said);
  return html`<p class="${good ? "note" : "refusal"}" role="status">${words[said]}</p>`;
}
