import { whenShown } from "../../shell/browser/shown.ts";
import { startPad } from "./pad.ts";

let end: (() => void) | undefined;

/** Keys to touch where something is to be written: they are loaded when a screen first wants them. */
export function startKeyboard(): void {
  startPad();
  whenShown.add((body) => {
    end?.();
    end = undefined;
    const field = body.querySelector<HTMLTextAreaElement>("textarea[data-keyboard]");
    const keys = body.querySelector<HTMLElement>("[data-keys]");
    if (field && keys) void show(field, keys);
  });
}

async function show(field: HTMLTextAreaElement, keys: HTMLElement): Promise<void> {
  const { showKeys } = await import("./keys.ts");
  const endOfThese = await showKeys(field, keys);
  // Another screen may have come while they were loaded.
  if (field.isConnected) end = endOfThese;
  else endOfThese();
}
