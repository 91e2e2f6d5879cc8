import { copyOf, part } from "./dom.ts";
import { countCharacters, fillDraft } from "./draft.ts";
import { wireKeypad } from "./keypad.ts";
import { fetchTexts, sendText } from "./line.ts";
import { readNumber, spaced } from "./numbers.ts";
import { createThread } from "./thread.ts";

export type PhoneOnPage = {
  readonly element: HTMLElement;
  number(): string;
  /** Looks for texts now. Rejects when the server is away. */
  refresh(): Promise<void>;
  fill(text: string): void;
  focus(): void;
};

type Templates = { readonly phone: HTMLTemplateElement; readonly text: HTMLTemplateElement };
type Told = {
  /** Why the phone may not have this number, or null. */
  refuses(number: string, by: PhoneOnPage): string | null;
  renumbered(): void;
};

/** One phone: its number, its thread, its draft and its keys. */
export function createPhone(firstNumber: string, templates: Templates, told: Told): PhoneOnPage {
  const element = copyOf(templates.phone);
  const draft = part(element, "[data-draft]", HTMLTextAreaElement);
  const log = part(element, "[data-thread]", HTMLElement);
  const fault = part(element, "[data-fault]", HTMLElement);
  const label = part(element, "[data-number]", HTMLInputElement);
  const thread = createThread(log, templates.text);
  let number = firstNumber;
  let asked = 0;
  let shown = 0;

  const phone: PhoneOnPage = {
    element,
    number: () => number,
    async refresh() {
      asked += 1;
      const turn = asked;
      const asking = number;
      const texts = await fetchTexts(asking);
      // Answers may overtake each other: an older one would take the newest text off the screen again.
      if (asking !== number || turn < shown) return;
      if (thread.show(texts) && shown > 0) buzz(element);
      shown = turn;
    },
    fill: (text) => fillDraft(draft, text),
    focus: () => draft.focus({ preventScroll: true }),
  };

  async function send(): Promise<void> {
    const body = draft.value.trim();
    if (!body || draft.readOnly) return;
    draft.readOnly = true;
    const sent = await sendText(number, body);
    draft.readOnly = false;
    fault.textContent = sent.ok ? "" : sent.fault;
    if (!sent.ok) return;
    phone.fill("");
    log.scrollTop = log.scrollHeight;
    await phone.refresh().catch(() => undefined);
  }

  function renumber(): void {
    const typed = readNumber(label.value);
    const refusal = typed ? told.refuses(typed, phone) : "That is no phone number.";
    fault.textContent = refusal ?? "";
    if (typed && !refusal && typed !== number) {
      number = typed;
      thread.clear();
      shown = 0;
      told.renumbered();
    }
    showNumber();
  }

  function showNumber(): void {
    label.value = spaced(number);
    element.setAttribute("aria-label", `Phone ${spaced(number)}`);
  }

  label.addEventListener("change", renumber);
  draft.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });
  countCharacters(draft, part(element, "[data-counter]", HTMLElement));
  wireKeypad(element, { draft, thread: log }, { send: () => void send(), clear: () => phone.fill("") });
  showNumber();
  return phone;
}

function buzz(element: HTMLElement): void {
  element.classList.remove("is-buzzing");
  // Reading the size makes the browser forget the last run, so that the class starts a new one.
  void element.offsetWidth;
  element.classList.add("is-buzzing");
}
