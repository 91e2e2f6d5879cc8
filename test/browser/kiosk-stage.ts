import type { Page } from "playwright-core";

/** The screens that a kiosk is made for: 10.1 inches, 7 inches, 21.5 inches upright. */
export const SIZES = [
  [1280, 800],
  [800, 480],
  [1080, 1920],
] as const;

/** Boxes that reach out of the window, or whose content reaches out of them: none where nothing scrolls. */
export function overflowOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = [
      document.documentElement,
      ...document.querySelectorAll("body > :not(dialog), main > *, main a, main button"),
    ];
    // Where arrows page through a screen, what they bring is not out of it; letters of a tight line reach out a little.
    const isPaged = (box: Element) =>
      document.body.dataset["pages"] !== undefined && box.closest("main") !== null;
    const room = (box: Element) => Math.max(1, 0.12 * Number.parseFloat(getComputedStyle(box).fontSize));
    const bursting = boxes.filter(
      (box) =>
        !isPaged(box) &&
        (box.scrollHeight > box.clientHeight + room(box) || box.scrollWidth > box.clientWidth + 1),
    );
    const outside = boxes.filter((box) => {
      if (isPaged(box) && !box.matches("a, button")) return false;
      const { top, left, bottom, right } = box.getBoundingClientRect();
      return top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1;
    });
    return [...outside, ...bursting]
      .filter((box) => box.checkVisibility({ visibilityProperty: true }))
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}
