import { lengthOf } from "./characters.ts";

/** Keeps the counter beside a draft true: "26/160", or "172/306, 2 texts" when one is not enough. */
export function countCharacters(draft: HTMLTextAreaElement, counter: HTMLElement): void {
  const show = () => {
    const { used, room, texts } = lengthOf(draft.value);
    counter.textContent = texts > 1 ? `${used}/${room}, ${texts} texts` : `${used}/${room}`;
    counter.classList.toggle("is-over", texts > 1);
  };
  draft.addEventListener("input", show);
  show();
}

/** Sets the whole draft, as if it had been typed. */
export function fillDraft(draft: HTMLTextAreaElement, text: string): void {
  draft.value = text;
  draft.setSelectionRange(text.length, text.length);
  draft.dispatchEvent(new Event("input"));
}
