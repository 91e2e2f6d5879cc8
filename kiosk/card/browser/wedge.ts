import { go } from "../../shell/browser/walk.ts";
import { readStrokes, type Stroke } from "./strokes.ts";

/** A scanner types like a keyboard, but faster than any hand: 7 to 16 ms from key to key, people take over 100. */
const GAP_MS = 50;
const FEWEST_STROKES = 8;
const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "CapsLock", "Control", "Alt", "AltGraph", "Meta"]);

/** What is scanned and is none of ours: not even sent. The screen says so. */
const NOT_OURS = "?";

type Field = { readonly field: HTMLInputElement | HTMLTextAreaElement; readonly value: string };

let strokes: Stroke[] = [];
let lastAt = Number.NEGATIVE_INFINITY;
let before: Field | null = null;

/** A card may be scanned on any screen, wherever the focus is: hears all keys before anything else does. */
export function startScanner(): void {
  document.addEventListener("keydown", hear, { capture: true });
}

/** Shows what was scanned or filmed; the language of the visit stays. */
export function showScanned(seen: string | null): Promise<void> {
  const { lang } = document.documentElement;
  return go(`/kiosk/card?lang=${lang}`, new URLSearchParams({ seen: seen ?? NOT_OURS }));
}

function hear(event: KeyboardEvent): void {
  const isFast = event.timeStamp - lastAt < GAP_MS;
  lastAt = event.timeStamp;
  if (!isFast) begin(event.target);
  if (MODIFIERS.has(event.key)) return;
  if (event.key === "Enter" || event.key === "Tab") end(event);
  else strokes.push({ key: event.key, code: event.code, shiftKey: event.shiftKey });
}

function begin(target: EventTarget | null): void {
  strokes = [];
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  before = isField ? { field: target, value: target.value } : null;
}

function end(event: KeyboardEvent): void {
  const burst = strokes;
  const written = before;
  begin(null);
  if (burst.length < FEWEST_STROKES) return;
  const seen = readStrokes(burst);
  // Somebody may write fast; a scanner that reads another code into a field is told by nobody.
  if (seen === null && written) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (written) takeOut(written);
  void showScanned(seen);
}

/** What the burst wrote into a field is not what somebody wanted to say there. */
function takeOut({ field, value }: Field): void {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
