const TICK_MS = 1_000;
const COUNT_AGAIN_MS = 60_000;

const clock = document.querySelector<HTMLTimeElement>("[data-clock]");
const format = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });

function tick(): void {
  const time = format.format(new Date());
  if (clock && clock.textContent !== time) clock.textContent = time;
}

/** A screen stands for days: what is open is taken again from the page as it is now. */
async function countAgain(): Promise<void> {
  const answer = await fetch(location.href, { signal: AbortSignal.timeout(COUNT_AGAIN_MS / 2) });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.querySelector("[data-open]");
  if (now) document.querySelector("[data-open]")?.replaceWith(now);
}

tick();
setInterval(tick, TICK_MS);
// While the server is away the last numbers stay: the next minute asks again.
setInterval(() => void countAgain().catch(() => undefined), COUNT_AGAIN_MS);
document.addEventListener("contextmenu", (event) => event.preventDefault());
