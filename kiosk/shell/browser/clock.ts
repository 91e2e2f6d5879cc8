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

/** As all times of the camp are shown: by its own zone, 0 to 23. */
function tick(): void {
  const clock = document.querySelector<HTMLElement>("[data-clock]");
  if (!clock) return;
  const timeZone = clock.dataset["zone"];
  const time = new Date().toLocaleTimeString("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  if (clock.textContent !== time) clock.textContent = time;
}

async function countAgain(): Promise<void> {
  if (!document.querySelector("[data-live]")) return;
  const answer = await fetch("/kiosk", { signal: AbortSignal.timeout(COUNT_AGAIN_MS / 2) });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.documentElement.toggleAttribute("data-night", page.documentElement.hasAttribute("data-night"));
  const fresh = page.querySelector("[data-live]");
  if (fresh) document.querySelector("[data-live]")?.replaceWith(document.adoptNode(fresh));
}
