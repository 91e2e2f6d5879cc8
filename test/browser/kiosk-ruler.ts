import type { Page } from "playwright-core";

/** What a screen is held to, in millimetres of the device (Colle and Hiszem 2004; Section 508, 402.4). */
export type Ruler = {
  readonly pxPerMm: number;
  /** Keys of a keyboard do not fit a 7 inch screen otherwise, nor the field that a pad writes into; all else is as big there as anywhere. */
  readonly smallKeys: boolean;
  /** The least contrast of every word. */
  readonly contrast: number;
};

/** All that is too small, too high up, too pale or cut on the screen that is shown; nothing when it is as it should be. */
export function faultsOf(page: Page, ruler: Ruler): Promise<readonly string[]> {
  return page.evaluate(({ pxPerMm, smallKeys, contrast }) => {
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const name = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 90);
    const all = [...document.querySelectorAll<HTMLElement>("body *")].filter(seen);
    const isTarget = (element: Element) =>
      element.matches("a[href]:not([tabindex='-1']), button, textarea, select, input:not([type=hidden])");
    /** A box to tick is touched by all of its label. */
    const touched = (element: Element) =>
      (element.matches("[type=checkbox], [type=radio]") && element.closest("label")) || element;
    const faults: string[] = [];
    for (const target of all.filter(isTarget)) {
      const { width, height, top } = touched(target).getBoundingClientRect();
      const isKey =
        smallKeys && (target.closest("[data-keys]") !== null || target.matches("[data-padfield]"));
      if (!isKey && Math.min(width, height) < 20 * pxPerMm - 0.5)
        faults.push(`${Math.round(width / pxPerMm)} x ${Math.round(height / pxPerMm)} mm: ${name(target)}`);
      if (top < 0.15 * innerHeight - 1) faults.push(`to be touched at the top: ${name(target)}`);
    }
    const isScreened = document.body.dataset["pages"] !== undefined;
    const boxes = all.filter((element) =>
      element.matches("dialog, header, main, footer, nav, main > *, header *, a, button"),
    );
    for (const box of boxes) {
      const { top, left, right, bottom } = box.getBoundingClientRect();
      const isOut = left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
      const isPaged = isScreened && box.closest("main") !== null && !isTarget(box);
      if (isOut && !isPaged) faults.push(`out of the window: ${name(box)}`);
      const { display, fontSize, textOverflow } = getComputedStyle(box);
      // Letters of a tight line reach a little out of it.
      const room = Math.max(2, 0.12 * Number.parseFloat(fontSize));
      const bursts = box.scrollHeight > box.clientHeight + room || box.scrollWidth > box.clientWidth + 1;
      if (bursts && !isPaged && display !== "inline" && textOverflow !== "ellipsis")
        faults.push(`bursts: ${name(box)}`);
    }
    for (const element of all) {
      const style = getComputedStyle(element);
      const [line, letter, below] = [style.lineHeight, style.fontSize, style.paddingBottom].map(
        Number.parseFloat,
      );
      // Feet of letters reach out of a tight line; half of what a line lacks is lacking below it.
      const isTight = (line ?? 0) + 2 * (below ?? 0) < 1.16 * (letter ?? 0) - 0.5;
      const isCut = style.webkitLineClamp !== "none" || style.textOverflow === "ellipsis";
      if (isCut && isTight) faults.push(`cuts letters: ${name(element)}`);
    }
    const drawing = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!drawing) throw new Error("Nothing can be measured.");
    const known = new Map<string, readonly number[]>();
    const rgb = (colour: string): readonly number[] => {
      const before = known.get(colour);
      if (before) return before;
      drawing.clearRect(0, 0, 1, 1);
      drawing.fillStyle = colour;
      drawing.fillRect(0, 0, 1, 1);
      const parts = [...drawing.getImageData(0, 0, 1, 1).data];
      known.set(colour, parts);
      return parts;
    };
    const light = (colour: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element: Element | null): readonly number[] => {
      if (!element) return [255, 255, 255, 255];
      const colour = rgb(getComputedStyle(element).backgroundColor);
      return colour[3] === 255 ? colour : ground(element.parentElement);
    };
    const isWord = (node: Node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "";
    for (const element of all) {
      if (![...element.childNodes].some(isWord) || element.getBoundingClientRect().width <= 1) continue;
      const { font, color } = getComputedStyle(element);
      drawing.font = font;
      const capital = drawing.measureText("H").actualBoundingBoxAscent / pxPerMm;
      if (capital < 4.75) faults.push(`capitals of ${capital.toFixed(1)} mm: ${name(element)}`);
      const [one, other] = [light(rgb(color)), light(ground(element))].sort((a, b) => b - a);
      const ratio = ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
      if (ratio < contrast) faults.push(`contrast ${ratio.toFixed(1)}: ${name(element)}`);
    }
    return faults;
  }, ruler);
}
