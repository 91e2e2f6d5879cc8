import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import type { Frame, Html } from "../shell/screen.ts";
import { keyboard } from "./words.ts";

export type PadKind = "phone" | "card" | "pin";

/** The most signs that are typed for each: a card has 11 digits, a number abroad a sign and 15. */
const MOST: Readonly<Record<PadKind, number>> = { phone: 16, card: 11, pin: 12 };

/** A field for digits and big keys beside it, in a form of one more thing, its button. What is typed shows, but a PIN. */
export function digitPad(
  { language }: Pick<Frame, "language">,
  { name, label, kind }: { readonly name: string; readonly label: string; readonly kind: PadKind },
): Html {
  const words = keyboard[language];
  const type = kind === "pin" ? "password" : "text";
  return html`<label class="padfield"><span>${label}</span>
      <input name="${name}" type="${type}" inputmode="none" autocomplete="off" maxlength="${MOST[kind]}" data-padfield /></label>
    <div class="pad" role="group" aria-label="${words.keys}" data-pad>
      ${["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(key)}
      ${kind === "phone" ? html`<button type="button" data-digit="+" aria-label="${words.plus}">+</button>` : html`<button type="button" data-digit="clear" aria-label="${words.clear}">${icon("clear")}</button>`}
      ${key("0")}
      <button type="button" data-digit="erase" aria-label="${words.erase}">${icon("erase")}</button>
    </div>`;
}

function key(digit: string): Html {
  return html`<button type="button" data-digit="${digit}">${digit}</button>`;
}
