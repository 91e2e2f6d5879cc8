import { html } from "hono/html";
import { consolePage, type Frame, type Html } from "./layout.ts";
import { ROLE_NAMES, type RoleName } from "./role-names.ts";
import { actWords } from "./words/acts.ts";
import { people } from "./words/people.ts";

export type Said = "badPhone" | "groupMissing" | "given" | "taken" | null;

type Facts = {
  readonly frame: Frame;
  readonly roles: readonly {
    readonly id: number;
    readonly name: string;
    readonly role: RoleName;
    readonly group: string | null;
    readonly until: string;
    /** Its phone has taken it on. */
    readonly accepted: boolean;
  }[];
  readonly groups: readonly { readonly id: number; readonly name: string }[];
  readonly trail: readonly {
    readonly when: string;
    readonly name: string;
    readonly act: string;
    readonly subject: string;
  }[];
  /** Older lines come before this one; null when there are none. */
  readonly older: number | null;
  readonly said: Said;
};

/** Who may do what until when, and who did what. */
export function peoplePage({ frame, roles, groups, trail, older, said }: Facts): Html {
  const words = people[frame.language];
  return consolePage({
    frame,
    here: "people",
    title: words.title,
    body: html`
      ${said === null ? "" : html`<p class="${said === "given" || said === "taken" ? "note" : "refusal"}" role="status">${words[said]}</p>`}
      <p class="soft">${words.lapse}</p>
      <div class="wide"><table>
        <thead><tr><th>${words.who}</th><th>${words.role}</th><th>${words.until}</th><td></td></tr></thead>
        <tbody>${roles.map(
          (each) => html`<tr>
            <td>${each.name}</td>
            <td>${words[each.role]}${each.group === null ? "" : html` · ${each.group}`}</td>
            <td>${each.accepted ? each.until : html`<span class="tag">${words.unanswered}</span>`}</td>
            <td><form method="post" action="/organize/people/${each.id}/end"><button class="danger" aria-label="${words.takeAway}: ${each.name}">${words.takeAway}</button></form></td>
          </tr>`,
        )}</tbody>
      </table></div>
      <h2>${words.give}</h2>
      <form method="post" action="/organize/people" class="stack">
        <div class="pair">
          <label>${words.who}<input name="name" maxlength="30" required /></label>
          <label>${words.phone}<input type="tel" name="phone" maxlength="40" required /></label>
        </div>
        <div class="pair">
          <label>${words.role}<select name="role">${ROLE_NAMES.map((role) => html`<option value="${role}">${words[role]}</option>`)}</select></label>
          <label>${words.group}<select name="group"><option value="">${words.noGroup}</option>${groups.map((each) => html`<option value="${each.id}">${each.name}</option>`)}</select></label>
        </div>
        <button>${words.giveIt}</button>
      </form>
      <h2>${words.trail}</h2>
      <div class="wide"><table>
        <thead><tr><th>${words.when}</th><th>${words.who}</th><th>${words.did}</th><th>${words.to}</th></tr></thead>
        <tbody>${trail.map((line) => html`<tr><td>${line.when}</td><td>${line.name}</td><td>${actWords(line.act, frame.language)}</td><td>${line.subject}</td></tr>`)}</tbody>
      </table></div>
      ${older === null ? "" : html`<p><a class="button second" href="/organize/people?before=${older}">${words.older}</a></p>`}`,
  });
}
