import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { slip } from "./words/slip.ts";

type Language = Frame["language"];

type SlipPost = {
  readonly number: number;
  readonly kind: "need" | "gift";
  readonly state: "open" | "filled" | "done" | "dropped" | "expired";
  readonly words: string;
  /** As each language says it. */
  readonly until: Readonly<Record<Language, string>>;
};

export type SlipFacts = {
  readonly frame: Frame;
  readonly personId: number;
  readonly handle: string;
  readonly helpContact: string;
  readonly width: "58" | "80";
  /** Nobody can ask them by text. */
  readonly phoneless: boolean;
  /** Null: a slip with the name alone. */
  readonly post: SlipPost | null;
  /** That look the post up, at the kiosk or by text: "4839 2017 563". Null without a post. */
  readonly digits: string | null;
  readonly groups: readonly { readonly number: number; readonly name: string; readonly place: string }[];
  readonly at: string;
};

const BOTH = ["en", "es"] as const;

/** A receipt for who has no phone: what was posted or closed, and where to ask, on the paper of a till. */
export function slipPage(facts: SlipFacts): Html {
  const { frame, personId, post, width } = facts;
  const words = slip[frame.language];
  const here = `/organize/tent/${personId}/slip?${post === null ? "" : `number=${post.number}&`}width=`;
  return consolePage({
    frame,
    here: "tent",
    title: words.title,
    scripts: ["organize/browser/print.ts"],
    styles: ["organize/slip.css"],
    body: html`
      <div class="row no-print">
        <button type="button" data-print hidden>${words.print}</button>
        <span>${words.width}: ${(["58", "80"] as const).map((each) => html`<a href="${here}${each}" ${each === width ? html`aria-current="true"` : ""}>${each} mm</a> `)}</span>
        <a href="/organize/tent/${personId}/slip.bin?${post === null ? "" : `number=${post.number}&`}width=${width}" download>${words.printerFile}</a>
        <a href="/organize/tent/${personId}">${words.back}</a>
      </div>
      <p class="soft no-print">${words.howTo}</p>
      <article class="paper w${width}">
        <p class="camp">${frame.nodeName}</p>
        <p class="soft">${facts.at}</p>
        ${post === null ? "" : html`<p class="big">no. ${post.number}</p><p class="said">${post.words}</p>`}
        ${facts.digits === null ? "" : html`<p class="big">${facts.digits}</p>`}
        ${BOTH.map((language) => inLanguage(language, facts))}
      </article>`,
  });
}

function inLanguage(
  language: Language,
  { handle, phoneless, post, groups, helpContact, digits }: SlipFacts,
): Html {
  const words = slip[language];
  return html`<section lang="${language}">
    <p><b>${words.for} ${handle}</b></p>
    ${post === null ? "" : html`<p>${words[post.kind]}. ${post.state === "open" ? html`${words.until} ${post.until[language]}.` : words[post.state]}</p>`}
    ${phoneless && post?.kind === "gift" && post.state === "open" ? html`<p>${words.tentConnects}</p>` : ""}
    ${post !== null || groups.length === 0 ? "" : html`<p>${words.groups}: ${groups.map((group) => `${group.number} ${group.name} (${group.place})`).join("; ")}</p>`}
    <p>${digits === null ? words.comeBack : words.withDigits}</p>
    <p>${words.ask}: ${helpContact}</p>
  </section>`;
}
