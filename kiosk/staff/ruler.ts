import { html } from "hono/html";
import { icon } from "../shell/icons.ts";
import { at, type Frame, type Html, screen } from "../shell/screen.ts";
import { staff } from "./words.ts";

/** The width of a bank card (ISO/IEC 7810 ID-1). */
const CARD_MM = 85.6;
const STEP = 0.02;
const BIG_STEP = 0.25;
const BAR_PIXELS = 64;

/** A bar to hold a card against: each touch draws it anew, until it is as long. */
export function rulerPage(frame: Frame, ticket: string, pixelsPerMm: number): Html {
  const words = staff[frame.language];
  const step = (by: number, label: string, sign: string) =>
    html`<button class="second" name="size" value="${(pixelsPerMm + by).toFixed(2)}" aria-label="${label}">${sign}</button>`;
  return screen({
    frame,
    name: "ruler",
    title: words.rulerTitle,
    back: "/kiosk/staff",
    self: "/kiosk/staff",
    isPersonal: true,
    body: html`<form class="ruler" method="post" action="${at(frame, "/kiosk/staff/ruler")}"><input type="hidden" name="ticket" value="${ticket}" />
      <p>${words.rulerSays}</p>
      ${bar(pixelsPerMm)}
      <div class="steps">
        ${step(-BIG_STEP, `${words.shorter}, ${words.much}`, "− −")}
        ${step(-STEP, words.shorter, "−")}
        ${step(STEP, words.longer, "+")}
        ${step(BIG_STEP, `${words.longer}, ${words.much}`, "+ +")}
        <button class="go" name="size" value="${pixelsPerMm.toFixed(2)}" formaction="${at(frame, "/kiosk/staff/size")}">${icon("yes")} ${words.save}</button>
      </div>
    </form>`,
  });
}

/** Drawn in pixels, with a mark at every centimetre. */
function bar(pixelsPerMm: number): Html {
  const width = Math.round(CARD_MM * pixelsPerMm);
  const marks = Array.from({ length: Math.floor(CARD_MM / 10) }, (_, at) =>
    Math.round((at + 1) * 10 * pixelsPerMm),
  );
  return html`<svg width="${width}" height="${BAR_PIXELS}" role="img" aria-label="${CARD_MM} mm" data-bar="${width}"><rect x="1" y="1" width="${width - 2}" height="${BAR_PIXELS - 2}" />${marks.map((x) => html`<line x1="${x}" x2="${x}" y1="${BAR_PIXELS / 2}" y2="${BAR_PIXELS}" />`)}</svg>`;
}
