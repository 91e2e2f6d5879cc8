import { html } from "hono/html";
import type { Frame, Html } from "../shell/screen.ts";
import { keyboard } from "./words.ts";

export type Typing = {
  readonly name: string;
  /** What is asked for, above the field. */
  readonly label: string;
  /** The most letters. */
  readonly most: number;
  readonly value?: string;
  /** More than one: a field of so many lines. */
  readonly rows?: number;
};

/**
 * A field to write in, and the place where keys appear to touch. Both stand in a form of one more thing, its button,
 * which comes to stand beside the field. A keyboard that is plugged in writes into it too.
 */
export function typing({ language }: Pick<Frame, "language">, asked: Typing): Html {
  const { name, label, most, value = "", rows = 1 } = asked;
  return html`<label class="typing"><span>${label}</span>
      <textarea name="${name}" rows="${rows}" maxlength="${most}" autocomplete="off" autocapitalize="off" spellcheck="false" data-keyboard>${value}</textarea></label>
    <div class="keys" role="group" aria-label="${keyboard[language].keys}" data-keys data-erase="${keyboard[language].erase}"></div>`;
}
