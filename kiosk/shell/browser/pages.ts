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

/** Of what is on the screen, from its top: a page shows all from `start` up to `end`. */
type Extent = { readonly start: number; readonly end: number };

let pages: readonly Extent[] = [];
let shown = 0;

/** Looks anew what fits, after the screen or its letters changed. */
export function arrangePages(): void {
  const [main, pager] = [document.querySelector("main"), document.querySelector<HTMLElement>("[data-pager]")];
  if (!main || !pager) return;
  for (const part of main.querySelectorAll("[data-off]")) part.removeAttribute("data-off");
  main.style.clipPath = "";
  main.scrollTop = 0;
  document.body.removeAttribute("data-pages");
  pager.hidden = true;
  if (main.scrollHeight <= main.clientHeight + SLACK_PX) return;
  pager.hidden = false;
  document.body.setAttribute("data-pages", "");
  pages = pagesOf(main);
  shown = 0;
  turn(0);
}

/** Each page begins with the first part that the one before could not show whole; longer ones go on line by line. */
function pagesOf(main: Element): readonly Extent[] {
  const { top: zero, height } = main.getBoundingClientRect();
  const boxes = partsOf(main).map((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return {
      top: top - zero,
      bottom: bottom - zero,
      line: Number.parseFloat(getComputedStyle(part).lineHeight),
    };
  });
  const found: Extent[] = [];
  const last = Math.max(0, main.scrollHeight - height);
  for (let start = 0; ; ) {
    const bottom = start + height;
    if (start >= last - SLACK_PX) return [...found, { start: last, end: bottom }];
    const cut = boxes.filter((box) => box.bottom > bottom + SLACK_PX && box.top < bottom);
    const whole = cut.filter((box) => box.bottom - box.top < height && box.top > start + SLACK_PX);
    const long = cut.find((box) => box.bottom - box.top >= height);
    const lines = long ? [long.top + Math.floor((bottom - long.top) / long.line) * long.line] : [];
    const end = Math.min(bottom, ...lines, ...whole.map(({ top }) => top));
    found.push({ start, end });
    start = end > start ? end : bottom;
  }
}

function turn(by: -1 | 0 | 1): void {
  const main = document.querySelector("main");
  shown = Math.min(Math.max(shown + by, 0), pages.length - 1);
  const page = pages[shown];
  if (!main || !page) return;
  main.scrollTop = page.start;
  main.style.clipPath = `inset(-9px -9px ${Math.max(-9, page.start + main.clientHeight - page.end)}px -9px)`;
  hideCut(main);
  const count = document.querySelector("[data-page]");
  if (count) count.textContent = `${shown + 1}/${pages.length}`;
  say("previous", shown === 0);
  say("next", shown === pages.length - 1);
}

function say(arrow: "previous" | "next", isEnd: boolean): void {
  document.querySelector(`[data-${arrow}]`)?.setAttribute("aria-disabled", String(isEnd));
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
