import type { KeyboardOptions, SimpleKeyboard } from "simple-keyboard";
import { LAYOUTS, SHOWN, SIGNS_SHOWN } from "./layouts.ts";

const PACKAGE = "/assets/simple-keyboard/index.js";

/** Shows keys that write into the field where its caret is. Returns what takes them away, with all they remember. */
export async function showKeys(field: HTMLTextAreaElement, place: HTMLElement): Promise<() => void> {
  const packaged: { SimpleKeyboard: new (place: HTMLElement, options: KeyboardOptions) => SimpleKeyboard } =
    await import(PACKAGE);
  const { lang } = document.documentElement;
  const layout = LAYOUTS[lang] ?? LAYOUTS["en"];
  if (!layout || !field.isConnected) return () => undefined;
  place.classList.add("simple-keyboard");
  field.inputMode = "none";
  const keys = new packaged.SimpleKeyboard(place, {
    layout: { ...layout },
    display: { ...SHOWN, "{signs}": SIGNS_SHOWN[lang] ?? "123" },
    theme: "kiosk-keys",
    useButtonTag: true,
    disableButtonHold: true,
    preventMouseDownDefault: true,
    buttonAttributes: [
      { attribute: "aria-label", value: place.dataset["erase"] ?? "", buttons: "{bksp}" },
      { attribute: "aria-label", value: lang === "es" ? "Espacio" : "Space", buttons: "{space}" },
    ],
    maxLength: field.maxLength,
    onChange: (value) => write(field, value),
    onKeyPress: (key) => turn(keys, key),
  });
  keys.setInput(field.value);
  field.addEventListener("input", (event) => event.isTrusted && keys.setInput(field.value));
  field.addEventListener("keydown", sendOnEnter);
  place.addEventListener("click", (event) => pressByKey(keys, event));
  return () => keys.destroy();
}

function write(field: HTMLTextAreaElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function turn(keys: SimpleKeyboard, key: string): void {
  if (key === "{signs}") keys.setOptions({ layoutName: "signs" });
  if (key === "{letters}") keys.setOptions({ layoutName: "default" });
}

/** The package listens to fingers: Enter on a key is a click that no pointer went before. No key sends the form. */
function pressByKey(keys: SimpleKeyboard, event: MouseEvent): void {
  event.preventDefault();
  const key = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-skbtn]") : null;
  if (event.detail === 0 && key) keys.handleButtonClicked(key.dataset["skbtn"] ?? "");
}

function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== "Enter" || !(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
}
