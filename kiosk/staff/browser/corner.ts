import { go } from "../../shell/browser/walk.ts";

/** Who knows of it holds the top right corner this long; nobody touches there by chance. */
const HOLD_MS = 3_000;

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
      void go(`/kiosk/staff?lang=${document.documentElement.lang}`, null);
    }, HOLD_MS);
  });
  for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => clearTimeout(timer));
  // The end of a long touch is no touch on what lies under it.
  addEventListener(
    "click",
    (event) => {
      if (isHeld) event.stopImmediatePropagation();
      if (isHeld) event.preventDefault();
      isHeld = false;
    },
    { capture: true },
  );
}

/** 20 mm of this screen. */
function targetPixels(): number {
  return 20 * Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
}
