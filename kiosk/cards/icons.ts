import type { Ink, Mark } from "./mark.ts";

/** Drawn with one pen on a field of 24 by 24. */
const ICONS = {
  /** An open hand that something may be laid in. */
  need: "M2 13h3.6v8.5H2z M5.6 20.2h7.3c1.5 0 2.8-.5 3.9-1.5l4.6-4.3c1.7-1.6-.4-4.1-2.3-2.7l-3.5 2.5 M5.6 14.7l2.3-1.5c.8-.5 1.7-.8 2.6-.8h3.9c2.3 0 2.3 3.3 0 3.3h-3.6 M12.5 2v6.2 M9.6 5.5l2.9 2.9l2.9-2.9",
  /** A box with a bow. */
  gift: "M3 8.5h18v4.5H3z M5 13v8.5h14V13 M12 8.5v13 M12 8.5c-2 0-6.5-.4-6.5-3.3c0-1.3 1-2.2 2.3-2.2C10.5 3 12 6 12 8.5z M12 8.5c2 0 6.5-.4 6.5-3.3c0-1.3-1-2.2-2.3-2.2C13.5 3 12 6 12 8.5z",
  place:
    "M12 22c-4-5-7-8.5-7-12.5a7 7 0 0 1 14 0c0 4-3 7.5-7 12.5z M9.5 9.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z",
  until: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0z M12 6.5V12l4 2.5",
} as const;

const FIELD = 24;
const PEN = 1.9;

export function icon(
  name: keyof typeof ICONS,
  { xMm, yMm, sizeMm, ink = "black" }: { xMm: number; yMm: number; sizeMm: number; ink?: Ink },
): Mark {
  return { kind: "shape", path: ICONS[name], xMm, yMm, unitMm: sizeMm / FIELD, line: PEN, ink };
}
