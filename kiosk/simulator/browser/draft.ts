import { lengthOf } from "./characters.ts";
import { part } from "./dom.ts";
import type { Sent } from "./line.ts";

export type Draft = {
  readonly field: HTMLTextAreaElement;
  /** Sets the whole draft, as if it had been typed. */
  fill(text: string): void;
  /** Sends what is written; it stays when it was not taken. */
  send(): void;
};

/** What is being written on a phone, and its counter. */
export function createDraft(phone: HTMLElement, deliver: (body: string) => Promise<Sent>): Draft {
  const field = part(phone, "[data-draft]", HTMLTextAreaElement);
  const fault = part(phone, "[data-fault]", HTMLElement);
  countCharacters(field, part(phone, "[data-counter]", HTMLElement));

  function fill(text: string): void {
    field.value = text;
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new Event("input"));
  }

  async function send(): Promise<void> {
    const body = field.value.trim();
    if (!body || field.readOnly) return;
    field.readOnly = true;
    const sent = await deliver(body);
    field.readOnly = false;
    fault.textContent = sent.ok ? "" : sent.fault;
    if (sent.ok) fill("");
  }

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  return { field, fill, send: () => void send() };
}

/** "26/160", or "172/306, 2 texts" when one is not enough. */
function countCharacters(field: HTMLTextAreaElement, counter: HTMLElement): void {
  const show = () => {
    const { used, room, texts } = lengthOf(field.value);
    counter.textContent = texts > 1 ? `${used}/${room}, ${texts} texts` : `${used}/${room}`;
    counter.classList.toggle("is-over", texts > 1);
  };
  field.addEventListener("input", show);
  show();
}
