import { html } from "hono/html";
import { type IconName, icon } from "../../shell/icons.ts";
import type { Html } from "../../shell/screen.ts";

/** `yes`: it goes on. `wait`: not yet. `no`: it is not to be had. Said in colour, in a tone, by a sign and in words. */
export type Tone = "yes" | "wait" | "no";

const SIGNS: Readonly<Record<Tone, IconName>> = { yes: "yes", wait: "any", no: "stop" };

type Panel = {
  readonly tone: Tone;
  /** Another sign than the tone's own. */
  readonly sign?: IconName;
  readonly says: Html;
  /** What can be touched next. */
  readonly actions: Html;
};

/** What came of a scan or a touch, as big as the screen. */
export function panel({ tone, sign, says, actions }: Panel): Html {
  return html`<section class="panel ${tone}" data-tone="${tone}">
    <div class="sign">${icon(sign ?? SIGNS[tone])}</div>
    <div class="says" role="status">${says}</div>
    <div class="actions">${actions}</div>
  </section>`;
}

/** A button that posts what was scanned. `waits`: what it may become without a connection. */
export function post(
  action: string,
  fields: Readonly<Record<string, string>>,
  button: Html,
  waits?: "claim" | undefined,
): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${action}" ${waits ? html`data-waits="${waits}"` : ""}>${hidden}${button}</form>`;
}
