import { whenShown } from "./shown.ts";
import { startOver } from "./start-over.ts";

const ASK_EVERY_MS = 5_000;
const PATIENCE_MS = 3_000;

let isThere = true;

/** Asks the server whether it is there, for real, and says on every screen when it is not. */
export function watchConnection(): void {
  whenShown.add(say);
  void ask();
  setInterval(() => void ask(), ASK_EVERY_MS);
}

async function ask(): Promise<void> {
  isThere = await answers();
  say();
}

/** A screen that may act tells at the same time that it lives, and hears whether it is out of order. */
async function answers(): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    if (!document.body.hasAttribute("data-acts"))
      return (await fetch("/healthz", { signal, cache: "no-store" })).ok;
    const answer = await fetch("/kiosk/pulse", { method: "POST", signal });
    if (answer.ok) follow((await answer.text()) === "out of order");
    return answer.ok;
  } catch {
    return false;
  }
}

/** Nobody stands at the first screen, or before one that is out of order: it changes by itself. */
function follow(isOut: boolean): void {
  const { screen } = document.body.dataset;
  if (isOut ? screen === "attract" : screen === "out-of-order") startOver();
}

function say(): void {
  const banner = document.querySelector<HTMLElement>("[data-away]");
  if (banner) banner.hidden = isThere;
}
