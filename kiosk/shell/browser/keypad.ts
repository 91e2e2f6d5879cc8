/** For who cannot touch the screen: arrows go from thing to thing in the order they are read, Enter presses. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};
const REACHABLE =
  "a[href]:not([tabindex='-1']), button:not([disabled]), input:not([type=hidden]), select, textarea";

export function startKeypad(): void {
  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (step === undefined || isWriting(event.target)) return;
    event.preventDefault();
    const within = document.querySelector("dialog[open]") ?? document.body;
    const all = [...within.querySelectorAll<HTMLElement>(REACHABLE)].filter((each) => each.checkVisibility());
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
    all[next]?.focus();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")
  );
}
