import { waitingCount } from "../../offline/browser/queue.ts";
import { showFault } from "../../shell/browser/fault.ts";
import { whenShown } from "../../shell/browser/shown.ts";
import { go } from "../../shell/browser/walk.ts";

/** Who knows of it holds the top right corner this long; nobody touches there by chance. */
const HOLD_MS = 3_000;
const PATIENCE_MS = 3_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let isHeld = false;

export function startCorner(): void {
  addEventListener("pointerdown", ({ clientX, clientY }) => {
    clearTimeout(timer);
    isHeld = false;
    const side = targetPixels();
    if (clientX < innerWidth - side || clientY > side) return;
    timer = setTimeout(() => {
      isHeld = true;
      void open();
    }, HOLD_MS);
  });
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => clearTimeout(timer));
  // The end of a long touch is no touch on what lies under it.
  addEventListener("click", endHold, { capture: true });
  whenShown.add(countWaiting);
}

function endHold(event: Event): void {
  if (!isHeld) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  isHeld = false;
}

/** Without a server there is no PIN to ask for: what is known here is said at once, and is nobody's secret. */
async function open(): Promise<void> {
  if (await isServerThere()) return go(`/kiosk/staff?lang=${document.documentElement.lang}`, null);
  countWaiting();
  showFault("staff");
}

async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

function countWaiting(): void {
  const count = String(waitingCount());
  for (const place of document.querySelectorAll("[data-waiting-here]")) place.textContent = count;
}

/** 20 mm of this screen. */
function targetPixels(): number {
  return 20 * Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
}
