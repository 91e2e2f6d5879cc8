import { html } from "hono/html";
import { doorPage, type Frame, type Html } from "./layout.ts";
import { shell } from "./words/shell.ts";

type Door = Pick<Frame, "nodeName" | "language">;
type Refused = "wrongCode" | "oldLink" | "tooMany" | null;

/** Asks for the phone that gets the code. */
export function signInPage(facts: Door & { refused: Refused }): Html {
  const words = shell[facts.language];
  return doorPage(facts, {
    title: words.signIn,
    body: html`
      ${refusal(facts.language, facts.refused)}
      <p>${words.noPassword}</p>
      <form method="post" action="/organize/sign-in" class="stack">
        <label>${words.phone}<input type="tel" name="phone" autocomplete="tel" required autofocus /></label>
        <button>${words.sendCode}</button>
      </form>`,
  });
}

/** Asks for the code; says the same whether or not the number has a role. */
export function codePage(facts: Door & { phone: string; refused: Refused; halted: boolean }): Html {
  const words = shell[facts.language];
  return doorPage(facts, {
    title: words.codeTitle,
    body: html`
      ${refusal(facts.language, facts.refused)}
      ${facts.halted ? html`<p class="refusal" role="alert">${words.codeHalted}</p>` : html`<p>${words.codeSent}</p>`}
      <form method="post" action="/organize/sign-in/code" class="stack">
        <input type="hidden" name="phone" value="${facts.phone}" />
        <label>${words.code}<input class="code" type="text" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required autofocus /></label>
        <button>${words.enter}</button>
      </form>
      <p><a href="/organize/sign-in">${words.again}</a></p>`,
  });
}

/** A one-time link is used by a touch, not by being opened. */
export function linkPage(facts: Door & { token: string }): Html {
  const words = shell[facts.language];
  return doorPage(facts, {
    title: words.linkTitle,
    body: html`
      <p>${words.linkSays}</p>
      <form method="post" action="/organize/sign-in/${facts.token}" class="stack"><button autofocus>${words.enter}</button></form>`,
  });
}

function refusal(language: Frame["language"], refused: Refused): Html {
  return refused === null ? html`` : html`<p class="refusal" role="alert">${shell[language][refused]}</p>`;
}
