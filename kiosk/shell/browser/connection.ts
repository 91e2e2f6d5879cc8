import { whenShown } from "./shown.ts";

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

async function answers(): Promise<boolean> {
  try {
    return (await fetch("/healthz", { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

function say(): void {
  const banner = document.querySelector<HTMLElement>("[data-away]");
  if (banner) banner.hidden = isThere;
}
