let isLeaving = false;
// Fetching the page anew would call back whoever has just gone to another one.
addEventListener("beforeunload", () => {
  isLeaving = true;
});

/** Replaces the progress as it comes; when the broadcast changes its state, the page and its buttons are fetched anew. */
const path = document.querySelector<HTMLElement>("[data-events]")?.dataset["events"];

if (path) {
  const events = new EventSource(path);
  events.addEventListener("progress", (event) => {
    const part = document.createElement("template");
    part.innerHTML = event.data;
    const fresh = part.content.firstElementChild;
    if (fresh) document.querySelector("[data-progress]")?.replaceWith(fresh);
  });
  events.addEventListener("state", () => {
    events.close();
    if (!isLeaving) location.reload();
  });
  // Else the browser would ask again and again for what is over.
  events.addEventListener("end", () => events.close());
}

/** How long it can still be undone, by this browser's own steps: its clock may be wrong. */
const countdown = document.querySelector<HTMLElement>("[data-countdown]");
const seconds = countdown?.querySelector("b");

if (countdown && seconds) {
  const endsAt = performance.now() + Number(seconds.textContent) * 1000;
  countdown.hidden = false;
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    seconds.textContent = String(left);
    if (left === 0) clearInterval(timer);
  }, 250);
}
