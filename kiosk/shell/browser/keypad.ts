/** For who cannot touch the screen: arrows go from thing to thing in the order they are read, Enter presses, Escape goes back. */
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
    if (event.key === "Escape" && !document.querySelector("dialog[open]"))
      document.querySelector<HTMLElement>("[data-back]")?.click();
    const step = STEPS[event.key];
    if (step === undefined || isWriting(event.target, event.key)) return;
    event.preventDefault();
    move(step);
  });
}

function move(step: number): void {
  const within = document.querySelector("dialog[open]") ?? document.body;
  const all = [...within.querySelectorAll<HTMLElement>(REACHABLE)].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }),
  );
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
  const next = at === -1 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  all[next]?.focus();
}

/** Within written words arrows move the caret; up and down leave a field at its first and last line. */
function isWriting(target: EventTarget | null, key: string): boolean {
  if (target instanceof HTMLInputElement)
    return /^(?:text|search|tel|password)$/.test(target.type) && /Left|Right/.test(key);
  if (!(target instanceof HTMLTextAreaElement)) return false;
  if (key === "ArrowUp") return target.value.slice(0, target.selectionStart).includes("\n");
  if (key === "ArrowDown") return target.value.slice(target.selectionEnd).includes("\n");
  return true;
}
