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

/** As a touch on a link leads there: in the same document. */
export async function walkTo(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.body.appendChild(document.createElement("a"));
    link.href = href;
    document.body.dataset["left"] = "";
    link.click();
  }, address);
  await page.waitForFunction(() => document.body.dataset["left"] === undefined);
}

/** Shows the screen that a form with these fields leads to, in the document that stands there. */
export async function showPosted(page: Page, path: string, fields: Record<string, string>): Promise<void> {
  await page.evaluate(
    ([action, sent]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = action;
      for (const [name, value] of Object.entries(sent)) {
        const field = document.createElement("input");
        field.type = "hidden";
        [field.name, field.value] = [name, value];
        form.append(field);
      }
      document.body.append(form);
      form.requestSubmit();
    },
    [path, fields] as const,
  );
  // The screen that comes has another body, without this form.
  await page.locator(`body > form[action="${path}"]`).waitFor({ state: "detached" });
}

const SCANNER_GAP_MS = 12;
const PLACES: Readonly<Record<string, string>> = {
  ":": "Semicolon",
  "/": "Slash",
  ".": "Period",
  "-": "Minus",
};

/** Types as a scanner does, with Enter at the end: one key every 12 ms, by the clock of the machine however busy it is. `hears`: what the screen's layout makes of a sign. */
export async function scanAt(
  page: Page,
  words: string,
  hears: (sign: string) => string = (sign) => sign,
): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  const strokes = [...words].map((sign) => {
    const place = /[A-Z]/i.test(sign) ? `Key${sign.toUpperCase()}` : (PLACES[sign] ?? `Digit${sign}`);
    const key = hears(sign);
    // Shift is held for what stands above on the key.
    const modifiers = sign === ":" || /[A-Z]/.test(sign) ? 8 : 0;
    return { key, text: key, code: place, modifiers };
  });
  const enter = { key: "Enter", text: "\r", code: "Enter", windowsVirtualKeyCode: 13, modifiers: 0 };
  // Nobody has typed for a moment: longer than a scanner waits between two keys.
  const began = Date.now() / 1000 + 0.2;
  const sent = [...strokes, enter].flatMap((stroke, at) => {
    const timed = { ...stroke, timestamp: began + (at * SCANNER_GAP_MS) / 1000 };
    return [
      wire.send("Input.dispatchKeyEvent", { ...timed, type: "keyDown" }),
      wire.send("Input.dispatchKeyEvent", { ...timed, type: "keyUp" }),
    ];
  });
  await Promise.all(sent);
  await wire.detach();
}
