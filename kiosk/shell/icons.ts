import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** Drawn on a field of 24 by 24, as lines. */
const PATHS = {
  back: "M14 5l-7 7 7 7M7 12h11",
  over: "M5 12a7 7 0 1 0 2-5M7 3v4h4",
  listen: "M4 10v4h3l5 4V6L7 10zM15 9a4 4 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11",
  large: "M3 19L8 7l5 12M4.7 15h6.6M15 19l3-7 3 7M16 16.6h4",
  contrast: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  group:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5.5M17 14.3c2.5.6 4 2.5 4 5.7",
  give: "M4 9h16v4H4zM6 13v7h12v-7M12 9v11M12 9C8 9 7 4 10 4s2 5 2 5 0-5 2-5 3 5-2 5",
  card: "M3 6h18v12H3zM6 9h4v4H6zM13 10h5M13 13h5M6 15.5h12",
  agenda: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M8 14h3M13 14h3M8 17h3",
  person: "M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 3-7 8-7s8 2 8 7",
  need: "M12 21s-8-5-8-11a4.5 4.5 0 0 1 8-2.8A4.5 4.5 0 0 1 20 10c0 6-8 11-8 11z",
  board: "M4 4h16v14H4zM7 8h5v3H7zM14 8h3M14 11h3M7 14h10M12 18v3",
  food: "M6 3v7a3 3 0 0 0 6 0V3M9 3v18M17 3c-2 2-2.5 5-2.5 8H17v10z",
  tools: "M14 7a4 4 0 0 1 5-4l-2.5 2.5 2 2L21 5a4 4 0 0 1-5 5L8 18a2 2 0 0 1-3-3l8-8",
  care: "M4 8h16v12H4zM9 8V5h6v3M12 11v6M9 14h6",
  child: "M12 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM5 10l7 2 7-2M12 12v4M12 16l-4 5M12 16l4 5",
  earth: "M12 21v-9M12 12c0-4 3-7 8-7 0 5-3 7-8 7zM12 15c0-3-2-5-7-5 0 4 3 5 7 5z",
  music:
    "M9 18V5l10-2v13M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 16a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  talk: "M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12h5",
  ride: "M4 16l1.5-6h13L20 16v3h-2.5M4 16v3h2.5M4 16h16M7.5 19h9M8 13h1M15 13h1",
  bed: "M3 6v13M3 16h18v3M21 16v-3a3 3 0 0 0-3-3h-7v6M7 12a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z",
  more: "M7 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM13.5 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM20 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z",
  type: "M3 7h18v10H3zM6 10h.01M9 10h.01M12 10h.01M15 10h.01M18 10h.01M7 14h10",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  morning: "M4 17h16M7 17a5 5 0 0 1 10 0M12 5v3M4.5 9.5l2 1.5M19.5 9.5l-2 1.5M6 21h12",
  noon: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  evening: "M20 14A8 8 0 1 1 10 4a6.5 6.5 0 0 0 10 10zM17 4v4M15 6h4",
  any: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l4 2",
  few: "M8 12a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 12a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2-5 5-5s4 1 4 3M12 17c0-2 1-3 4-3s5 2 5 5",
  print: "M7 8V3h10v5M5 8h14v8H5zM7 13h10v8H7zM16 11h.01",
  phone: "M7 2h10v20H7zM10 5h4M9.5 12h5M9.5 15h5M9.5 9h5M11 19h2",
  hand: "M7 12V6a1.5 1.5 0 0 1 3 0v5V4a1.5 1.5 0 0 1 3 0v7V5.5a1.5 1.5 0 0 1 3 0V12l1-2a1.5 1.5 0 0 1 3 1l-3 7c-1 3-3 4-6 4s-6-2-7-5z",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16",
  pin: "M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  yes: "M4 13l5 5L20 6",
  stop: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 8l8 8M16 8l-8 8",
  next: "M10 5l7 7-7 7",
  previous: "M14 5l-7 7 7 7",
  plus: "M12 5v14M5 12h14",
  up: "M12 20V5M5 12l7-7 7 7",
  down: "M12 4v15M5 12l7 7 7-7",
  erase: "M9 5h11v14H9l-6-7zM11 9l6 6M17 9l-6 6",
  clear: "M6 6l12 12M18 6L6 18",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  hammer: "M13 5l6 6-2.5 2.5-6-6zM12 9l-8 9 2.5 2.5 8-9M13 5c-2-1.5-4-1.5-6 0l3.5 2.5",
  paint:
    "M20 4l-9 9M19 8l-6 7M11 13a3 3 0 0 1 1 3c-.5 3-3.5 4.5-8 4 1.5-1 1.2-2.5 1.5-4A3.2 3.2 0 0 1 11 13z",
  pen: "M4 20l1-5L16 4l4 4L9 19zM13 7l4 4",
  box: "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9",
  paw: "M12 20c-4 0-6-1.5-5-4s3-4 5-4 4 1.5 5 4-1 4-5 4zM5.5 11.500v-2M18.5 11.500v-2M9.5 8V5.500M14.5 8V5.5",
  shield: "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5",
  book: "M12 6c-2-1.5-5-2-9-2v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v14",
  translate: "M3 5h10M8 3v2M11 5c-1 4-4 7-8 8M5 8c1 2 4 4.5 7 5M12 21l4.5-11L21 21M13.7 17h5.6",
  broom: "M20 3l-8 9M8 11l6 4.5-3 5.500c-3 0-6-1-8-3 2-1 3.5-3.5 5-7zM7 18l2-2",
  none: "M9 9a3 3 0 1 1 4.5 2.600c-1 .6-1.5 1.2-1.5 2.400M12 17.500h.01M12 21.500a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19z",
  map: "M9 4L3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, never instead of them: those who listen do not hear of it. */
export function icon(name: IconName): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${raw(PATHS[name])}" /></svg>`;
}
