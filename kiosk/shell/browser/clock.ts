import { whenShown } from "./shown.ts";

const TICK_MS = 1_000;
const COUNT_AGAIN_MS = 60_000;

/** The clock of the first screen; what is open there is taken again from the server as long as it stands. */
export function startClock(): void {
  whenShown.add(tick);
  setInterval(tick, TICK_MS);
  // While the server is away the last numbers stay: the next minute asks again.
  setInterval(() => void countAgain().catch(() => undefined), COUNT_AGAIN_MS);
}

function tick(): void {
  const clock = document.querySelector("[data-clock]");
  const time = new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: "numeric",
    minute: "2-digit",
  });
  if (clock && clock.textContent !== time) clock.textContent = time;
}

async function countAgain(): Promise<void> {
  if (!document.querySelector("[data-live]")) return;
  const answer = await fetch("/kiosk", { signal: AbortSignal.timeout(COUNT_AGAIN_MS / 2) });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-live]");
  if (fresh) document.querySelector("[data-live]")?.replaceWith(document.adoptNode(fresh));
}
