const READABLE = "a, button, p, li, h2, label, textarea, input:not([type=hidden]), [role=img]";

/** What is on a screen below its question, part by part as it is read; of parts within parts the outermost. */
export function partsOf(main: Element): readonly HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(READABLE)].filter(
    (part) => !main.contains(part.parentElement?.closest(READABLE) ?? null) && part.checkVisibility(),
  );
}
