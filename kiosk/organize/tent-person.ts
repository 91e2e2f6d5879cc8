import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { noteOf, type TentPerson, type TentSaid } from "./tent.ts";
import { tent } from "./words/tent.ts";

type Facts = {
  readonly frame: Frame;
  readonly person: TentPerson;
  readonly letters: readonly { readonly id: number; readonly words: string; readonly when: string }[];
  readonly posts: readonly {
    readonly number: number;
    readonly kind: "need" | "gift";
    readonly words: string;
    readonly until: string;
    readonly lines: readonly number[];
  }[];
  readonly groups: readonly { readonly id: number; readonly name: string; readonly joined: boolean }[];
  readonly said: TentSaid;
  /** What a phone would have been told; null when nothing was asked for. */
  readonly answer: string | null;
};

type Words = (typeof tent)[Frame["language"]];

/** One person whom a helper types for: what came, what they posted, what they want next. */
export function tentPersonPage(facts: Facts): Html {
  const { frame, person, said, answer } = facts;
  const words = tent[frame.language];
  const at = `/organize/tent/${person.id}`;
  return consolePage({
    frame,
    here: "tent",
    title: person.handle,
    styles: ["organize/crowd.css"],
    body: html`
      ${noteOf(said, words)}${answer === null ? "" : html`<p class="note" role="status">${answer}</p>`}
      <p><a href="/organize/tent">${words.back}</a> · <a href="${at}/slip">${words.slip}</a></p>
      <h2>${words.forThem}</h2>
      ${lettersList(facts, at, words)}
      ${sharing(person, at, words)}
      <h2>${words.postTitle}</h2>
      <form method="post" action="${at}/post" class="stack">
        <fieldset class="row"><legend>${words.kind}</legend>
          <label class="tick"><input type="radio" name="kind" value="need" checked />${words.need}</label>
          <label class="tick"><input type="radio" name="kind" value="gift" />${words.gift}</label></fieldset>
        <label>${words.words}<input name="words" maxlength="300" placeholder="${words.example}" required /></label>
        <button>${words.postIt}</button>
      </form>
      <h2>${words.posts}</h2>
      ${facts.posts.length === 0 ? html`<p class="soft">${words.noPosts}</p>` : html`<ul class="slips">${facts.posts.map((post) => postSlip(post, at, words))}</ul>`}
      ${groupsPart(facts, at, words)}
      <details class="more"><summary>${words.forget}</summary><p>${words.forgetSays}</p>
        <form method="post" action="${at}/forget"><button class="danger">${words.forget}</button></form></details>`,
  });
}

function lettersList({ letters, person }: Facts, at: string, words: Words): Html {
  const last = letters.at(-1);
  if (!last) return person.shares ? html`` : html`<p class="soft">${words.noLetters}</p>`;
  return html`<p class="soft">${words.forThemSays}</p>
    <ul class="slips one">${letters.map((each) => html`<li class="slip"><blockquote>${each.words}</blockquote><p class="soft">${each.when}</p></li>`)}</ul>
    <form method="post" action="${at}/read"><input type="hidden" name="upTo" value="${last.id}" /><button>${words.wasRead}</button></form>`;
}

function sharing({ shares, asked }: TentPerson, at: string, words: Words): Html {
  if (!shares && !asked) return html``;
  return html`<p class="soft">${shares ? words.byPhone : words.askedSays}</p>
    <form method="post" action="${at}/unshare"><button class="second">${words.unshare}</button></form>`;
}

function postSlip(post: Facts["posts"][number], at: string, words: Words): Html {
  const button = (how: "done" | "drop" | "still", look: string) =>
    html`<form method="post" action="${at}/close"><input type="hidden" name="number" value="${post.number}" /><button class="${look}" name="how" value="${how}" aria-label="${words[how]}: no. ${post.number}">${words[how]}</button></form>`;
  return html`<li class="slip"><h3>${words[post.kind]}: no. ${post.number}</h3><p>${post.words}</p><p class="soft">${words.until} ${post.until}</p>
    <div class="row">${button("done", "second")}${button("still", "second")}${button("drop", "danger")}<a href="${at}/slip?number=${post.number}">${words.slip}</a></div>
    ${post.lines.map(
      (
        line,
      ) => html`<form method="post" action="${at}/say" class="stack"><input type="hidden" name="number" value="${line}" />
        <label>${words.lines} ${line}<input name="words" maxlength="140" required aria-label="${words.relayWords} ${line}" /></label><button class="second">${words.relay}</button></form>`,
    )}</li>`;
}

function groupsPart({ groups }: Facts, at: string, words: Words): Html {
  if (groups.length === 0) return html``;
  const joined = groups.filter((group) => group.joined);
  const others = groups.filter((group) => !group.joined);
  return html`<h2>${words.groups}</h2>
    ${joined.length === 0 ? "" : html`<p>${words.inGroups}:</p><ul class="slips">${joined.map((group) => html`<li class="slip"><form method="post" action="${at}/leave" class="row"><span>${group.name}</span><input type="hidden" name="group" value="${group.id}" /><button class="second" aria-label="${words.leave}: ${group.name}">${words.leave}</button></form></li>`)}</ul>`}
    ${
      others.length === 0
        ? ""
        : html`<form method="post" action="${at}/join" class="row"><label>${words.join}<select name="group">${others.map((group) => html`<option value="${group.id}">${group.name}</option>`)}</select></label><button class="second">${words.joinIt}</button></form>`
    }`;
}
