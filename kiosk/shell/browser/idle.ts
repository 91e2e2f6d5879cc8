import { whenShown } from "./shown.ts";
import { startOver } from "./start-over.ts";

/** So long before the end somebody is asked whether they are still there (WCAG 2.2.1 wants at least 20 s). */
const WARNING_SECONDS = 25;
const TICK_MS = 500;

let lastTouch = performance.now();

/** Everything of a person goes when nobody touches the screen; a touch, a key or "I am still here" keeps it. */
export function startIdle(): void {
  for (const kind of ["pointerdown", "keydown"])
    addEventListener(kind, () => {
      if (!warning()?.open) lastTouch = performance.now();
    });
  whenShown.add(() => {
    lastTouch = performance.now();
    warning()?.querySelector("[data-here]")?.addEventListener("click", stay);
    // Escape closes it too.
    warning()?.addEventListener("close", stay);
    warning()?.querySelector("[data-finish]")?.addEventListener("click", startOver);
  });
  setInterval(look, TICK_MS);
}

function stay(): void {
  warning()?.close();
  lastTouch = performance.now();
}

function look(): void {
  const seconds = Number(document.body.dataset["idle"] ?? 0);
  if (seconds === 0) return;
  const left = Math.ceil(seconds - (performance.now() - lastTouch) / 1000);
  if (left <= 0) {
    startOver();
    return;
  }
  const dialog = warning();
  if (!dialog || left > WARNING_SECONDS) return;
  if (!dialog.open) {
    document.querySelector<HTMLDialogElement>("dialog[data-fault]")?.close();
    dialog.showModal();
  }
  const shown = dialog.querySelector("[data-left]");
  if (shown) shown.textContent = `${left} s`;
}

function warning(): HTMLDialogElement | null {
  return document.querySelector("dialog[data-stay]");
}
