import { whenShown } from "../../shell/browser/shown.ts";
import { go } from "../../shell/browser/walk.ts";

const ASK_EVERY_MS = 3_000;

let timer: ReturnType<typeof setInterval> | undefined;

/** While a code is shown, asks whether an organizer has typed it, and goes on by itself. */
export function startPairing(): void {
  whenShown.add((body) => {
    clearInterval(timer);
    const path = body.querySelector<HTMLElement>("[data-pairing]")?.dataset["pairing"];
    // While the server is away the code stays: the next time asks again.
    if (path) timer = setInterval(() => void look(path).catch(() => undefined), ASK_EVERY_MS);
  });
}

async function look(path: string): Promise<void> {
  const answer = await fetch(path, { signal: AbortSignal.timeout(ASK_EVERY_MS) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const isStill = document.querySelector("[data-pairing]") !== null;
  if (isStill && page.body.dataset["screen"] === "paired") await go(path, null);
}
