import { copyOf, part } from "./dom.ts";
import { createDraft } from "./draft.ts";
import { wireKeypad } from "./keypad.ts";
import { fetchTexts, type Sent, sendText } from "./line.ts";
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
type Page = {
  /** Why this phone may not have `number`, or null. */
  refuses(number: string, by: PhoneOnPage): string | null;
  renumbered(): void;
};

/** One phone: its number, its thread, its draft and its keys. */
export function createPhone(firstNumber: string, templates: Templates, page: Page): PhoneOnPage {
  const element = copyOf(templates.phone);
  const log = part(element, "[data-thread]", HTMLElement);
  const thread = createThread(log, templates.text);
  const draft = createDraft(element, deliver);
  let number = firstNumber;
  let asked = 0;
  let shown = 0;

  async function refresh(): Promise<void> {
    asked += 1;
    const turn = asked;
    const asking = number;
    const texts = await fetchTexts(asking);
    // Answers may overtake each other: an older one would take the newest text off the screen again.
    if (asking !== number || turn < shown) return;
    if (thread.show(texts) && shown > 0) buzz(element);
    shown = turn;
  }

  async function deliver(body: string): Promise<Sent> {
    const sent = await sendText(number, body);
    if (!sent.ok) return sent;
    log.scrollTop = log.scrollHeight;
    // The text is taken; a look that fails is made again by the page's own turn.
    await refresh().catch(() => undefined);
    return sent;
  }

  const phone: PhoneOnPage = {
    element,
    number: () => number,
    refresh,
    fill: draft.fill,
    focus: () => draft.field.focus({ preventScroll: true }),
  };
  labelNumber(element, firstNumber, {
    refuses: (typed) => page.refuses(typed, phone),
    take(typed) {
      number = typed;
      shown = 0;
      thread.clear();
      page.renumbered();
    },
  });
  wireKeypad(element, { draft: draft.field, thread: log }, { send: draft.send, clear: () => draft.fill("") });
  return phone;
}

type Renumbering = { refuses(typed: string): string | null; take(typed: string): void };

/** The strip of tape with the number, which can be written over. */
function labelNumber(phone: HTMLElement, first: string, { refuses, take }: Renumbering): void {
  const label = part(phone, "[data-number]", HTMLInputElement);
  const fault = part(phone, "[data-fault]", HTMLElement);
  let number = first;
  const show = () => {
    label.value = spaced(number);
    phone.setAttribute("aria-label", `Phone ${spaced(number)}`);
  };
  label.addEventListener("change", () => {
    const typed = readNumber(label.value);
    const refusal = typed ? refuses(typed) : "That is no phone number.";
    fault.textContent = refusal ?? "";
    if (typed && !refusal && typed !== number) {
      number = typed;
      take(typed);
    }
    show();
  });
  show();
}

function buzz(phone: HTMLElement): void {
  phone.classList.remove("is-buzzing");
  // Reading the size makes the browser forget the last run, so that the class starts a new one.
  void phone.offsetWidth;
  phone.classList.add("is-buzzing");
}
