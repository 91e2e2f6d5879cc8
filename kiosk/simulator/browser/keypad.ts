import { isTouch, part } from "./dom.ts";
import { type Mode, type Tap, tap } from "./multi-tap.ts";

const LONG_PRESS_MS = 550;
const SCROLL_PX = 72;

type Screen = { readonly draft: HTMLTextAreaElement; readonly thread: HTMLElement };
type Act = { send(): void; clear(): void };

/** Brings a phone's keys to life: they type into `draft`, scroll `thread`, send and clear. */
export function wireKeypad(phone: HTMLElement, { draft, thread }: Screen, act: Act): void {
  const shownMode = part(phone, "[data-mode]", HTMLElement);
  let mode: Mode = "abc";
  let last: (Tap & { caret: number }) | null = null;

  const moves: Readonly<Record<string, () => void>> = {
    send: act.send,
    clear: act.clear,
    up: () => thread.scrollBy({ top: -SCROLL_PX }),
    down: () => thread.scrollBy({ top: SCROLL_PX }),
    left: () => moveCaret(draft, -1),
    right: () => moveCaret(draft, 1),
    delete: () => deleteBefore(draft),
    "#": () => {
      mode = mode === "abc" ? "123" : "abc";
      shownMode.textContent = mode;
    },
  };

  onPress(phone, (key, isLong) => {
    if (isLong && /^[0-9*#]$/.test(key)) {
      last = null;
      write(draft, key, 0);
      return;
    }
    const move = moves[key];
    if (move) {
      last = null;
      move();
      return;
    }
    // Typing in between, or a moved caret, ends the character that was being picked.
    const typed = tap(last?.caret === draft.selectionEnd ? last : null, key, mode, performance.now());
    if (!typed) return;
    write(draft, typed.character, typed.replaces ? 1 : 0);
    last = { ...typed, caret: draft.selectionEnd };
  });

  phone.addEventListener("click", (event) => {
    const isKey = event.target instanceof Element && event.target.closest("[data-key]");
    // `detail` is 0 when a keyboard pressed the key: the focus then stays where it is.
    if (isKey && event.detail > 0 && !isTouch(event)) draft.focus({ preventScroll: true });
  });
}

/** Calls back once per press of a key, as soon as it is long, else when it is let go. */
function onPress(phone: HTMLElement, press: (key: string, isLong: boolean) => void): void {
  const keyOf = (event: Event) =>
    event.target instanceof Element ? event.target.closest("[data-key]")?.getAttribute("data-key") : null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLong = false;

  phone.addEventListener("pointerdown", (event) => {
    const key = keyOf(event);
    wasLong = false;
    if (!key) return;
    timer = setTimeout(() => {
      wasLong = true;
      press(key, true);
    }, LONG_PRESS_MS);
  });
  for (const end of ["pointerup", "pointercancel", "pointerout"]) {
    phone.addEventListener(end, () => clearTimeout(timer));
  }
  phone.addEventListener("contextmenu", (event) => keyOf(event) && event.preventDefault());
  phone.addEventListener("click", (event) => {
    const key = keyOf(event);
    if (key && !wasLong) press(key, false);
    wasLong = false;
  });
}

/** Writes at the caret, over the selection, or over the `replaced` characters before the caret. */
function write(draft: HTMLTextAreaElement, text: string, replaced: number): void {
  const { selectionStart: start, selectionEnd: end, maxLength, value } = draft;
  const isFull = text !== "" && replaced === 0 && value.length >= maxLength;
  if (draft.readOnly || isFull) return;
  draft.setRangeText(text, start - replaced, end, "end");
  draft.dispatchEvent(new Event("input"));
}

function deleteBefore(draft: HTMLTextAreaElement): void {
  const hasSelection = draft.selectionStart !== draft.selectionEnd;
  const before = [...draft.value.slice(0, draft.selectionStart)].at(-1)?.length ?? 0;
  write(draft, "", hasSelection ? 0 : before);
}

function moveCaret(draft: HTMLTextAreaElement, by: number): void {
  const caret = Math.max(0, draft.selectionEnd + by);
  draft.setSelectionRange(caret, caret);
}
