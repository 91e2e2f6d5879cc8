import { partsOf } from "./read-order.ts";
import { whenShown } from "./shown.ts";

/** A hair more than whole pixels say. */
const SLACK_PX = 2;

/** Where more is on a screen than fits, two arrows page through it: nothing scrolls under a finger, nothing is cut. */
export function startPaging(): void {
  whenShown.add((body) => {
    body.querySelector("[data-previous]")?.addEventListener("click", () => turn(-1));
    body.querySelector("[data-next]")?.addEventListener("click", () => turn(1));
    arrangePages();
  });
  addEventListener("resize", arrangePages);
}

let starts: readonly number[] = [];
let shown = 0;

/** Looks anew what fits, after the screen or its letters changed. */
export function arrangePages(): void {
  const [main, pager] = [document.querySelector("main"), document.querySelector<HTMLElement>("[data-pager]")];
  if (!main || !pager) return;
  for (const part of main.querySelectorAll("[data-off]")) part.removeAttribute("data-off");
  main.scrollTop = 0;
  document.body.removeAttribute("data-pages");
  pager.hidden = main.scrollHeight <= main.clientHeight + SLACK_PX;
  if (pager.hidden) return;
  document.body.setAttribute("data-pages", "");
  starts = startsOf(main);
  shown = 0;
  turn(0);
}

/** Each page begins with the first part that the one before could not show whole. */
function startsOf(main: Element): readonly number[] {
  const { top: zero } = main.getBoundingClientRect();
  const boxes = partsOf(main).map((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return { top: top - zero, bottom: bottom - zero };
  });
  const found = [0];
  const last = Math.max(0, main.scrollHeight - main.clientHeight);
  for (let start = 0; start < last - SLACK_PX; ) {
    const end = start + main.clientHeight;
    const cut = boxes.filter((box) => box.bottom > end + SLACK_PX && box.top > start + SLACK_PX);
    const next = Math.min(...cut.map(({ top }) => top));
    // A part that is longer than a page goes on where the page ends.
    start = Math.min(next < end ? next : end, last);
    found.push(start);
  }
  return found;
}

function turn(by: -1 | 0 | 1): void {
  const main = document.querySelector("main");
  if (!main) return;
  shown = Math.min(Math.max(shown + by, 0), starts.length - 1);
  main.scrollTop = starts[shown] ?? 0;
  hideCut(main);
  const count = document.querySelector("[data-page]");
  if (count) count.textContent = `${shown + 1}/${starts.length}`;
  for (const [name, isEnd] of [
    ["previous", shown === 0],
    ["next", shown === starts.length - 1],
  ] as const)
    document.querySelector(`[data-${name}]`)?.setAttribute("aria-disabled", String(isEnd));
}

/** What another page shows whole is not shown in part, and cannot be reached. */
function hideCut(main: Element): void {
  const { top, bottom, height } = main.getBoundingClientRect();
  for (const part of partsOf(main)) {
    const box = part.getBoundingClientRect();
    const isWhole = box.top >= top - SLACK_PX && box.bottom <= bottom + SLACK_PX;
    const isAway = box.bottom <= top || box.top >= bottom;
    part.toggleAttribute("data-off", isAway || (!isWhole && box.height < height));
  }
}
