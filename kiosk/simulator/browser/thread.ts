import { copyOf, part } from "./dom.ts";
import type { ShownText } from "./line.ts";

const TICKS = {
  sent: { mark: "✓", words: "sent" },
  delivered: { mark: "✓✓", words: "delivered" },
  failed: { mark: "!", words: "not delivered" },
} as const;
const NEAR_THE_END_PX = 32;
const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });

export type Thread = {
  /** Shows exactly these; what is on the screen already stays untouched. Says whether something new came in. */
  show(texts: readonly ShownText[]): boolean;
  clear(): void;
};

/** The texts on a phone's screen. They are other people's words: only ever set as text. */
export function createThread(log: HTMLElement, template: HTMLTemplateElement): Thread {
  const shown = new Map<string, HTMLElement>();

  function show(texts: readonly ShownText[]): boolean {
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END_PX;
    const ids = new Set(texts.map(({ id }) => id));
    for (const [id, bubble] of shown) if (!ids.has(id)) forget(id, bubble);
    let next = log.firstElementChild;
    let news = false;
    for (const text of texts) {
      const bubble = shown.get(text.id) ?? make(text);
      if (bubble === next) {
        next = bubble.nextElementSibling;
      } else {
        log.insertBefore(bubble, next);
        news ||= text.direction === "in";
      }
      mark(bubble, text);
    }
    if (wasAtEnd) log.scrollTop = log.scrollHeight;
    return news;
  }

  function make(text: ShownText): HTMLElement {
    const bubble = copyOf(template);
    bubble.setAttribute("data-direction", text.direction);
    part(bubble, "[data-whose]", HTMLElement).textContent =
      text.direction === "out" ? "You wrote:" : "Received:";
    part(bubble, "[data-body]", HTMLElement).textContent = text.body;
    const time = part(bubble, "time", HTMLTimeElement);
    time.dateTime = text.at;
    time.textContent = clock.format(new Date(text.at));
    shown.set(text.id, bubble);
    return bubble;
  }

  function forget(id: string, bubble: HTMLElement): void {
    bubble.remove();
    shown.delete(id);
  }

  return {
    show,
    clear() {
      for (const [id, bubble] of shown) forget(id, bubble);
    },
  };
}

function mark(bubble: HTMLElement, { direction, state }: ShownText): void {
  if (direction === "out" || bubble.getAttribute("data-state") === state) return;
  bubble.setAttribute("data-state", state);
  part(bubble, "[data-ticks]", HTMLElement).textContent = TICKS[state].mark;
  part(bubble, "[data-state-words]", HTMLElement).textContent = TICKS[state].words;
}
